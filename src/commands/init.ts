/** `loadgate init`: writes a commented config to start from, with requests from a document where one is given. */
import { english } from '../domain/phrase.ts';
import { basename, parse, resolve } from 'node:path';
import { problemsOfText } from '../config/draft/check.ts';
import { DOCUMENT_BYTES_MAX, type DocumentKind, readDocument, titleOf } from '../config/draft/document.ts';
import { draftText, STARTER_CONFIG } from '../config/draft/draft-text.ts';
import { draftFromHar } from '../config/draft/har.ts';
import { draftFromOpenApi } from '../config/draft/openapi.ts';
import { EXIT, Failure } from '../domain/failure.ts';
import { writeAtomically } from '../platform/files.ts';
import { readWorkspaceFile } from '../platform/workspace.ts';
import { type CommonOptions, inWorld, type Program } from './program.ts';

const PATH = '.github/loadgate.yml';

/** Files that requests are taken from; at most one. */
export interface InitOptions extends CommonOptions {
  readonly openapi?: string;
  readonly har?: string;
}

/** Writes the config to start from; never over an existing one. */
export function initCommand(options: InitOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    // Whatever is there is not ours to replace, readable or not.
    const existing = await readWorkspaceFile(program.cwd, PATH, 0);
    if (existing.kind !== 'missing') {
      throw new Failure({
        kind: 'usage',
        code: 'config-exists',
        message: `${PATH} exists already.`,
        advice: 'Edit it, or move it away first; nothing was changed.',
      });
    }
    const source = sourceOf(options);
    const text = source === null ? STARTER_CONFIG : await textFrom(source, program.cwd);
    await writeAtomically(resolve(program.cwd, PATH), text);
    const next = source === null ? 'Set `start` and `requests`' : 'Read it through, set `start`';
    world.log.info(`Wrote ${PATH}. ${next}, then run: npx loadgate run`);
    return EXIT.pass;
  });
}

interface Source {
  readonly kind: DocumentKind;
  readonly file: string;
}

function sourceOf({ openapi, har }: InitOptions): Source | null {
  if (openapi !== undefined && har !== undefined)
    throw new Failure({
      kind: 'usage',
      code: 'two-documents',
      message: '`--openapi` and `--har` exclude each other.',
      advice: 'Give one of them; nothing was written.',
    });
  if (openapi !== undefined) return { kind: 'openapi', file: openapi };
  return har === undefined ? null : { kind: 'har', file: har };
}

/** The config that a document comes to. It is checked as it will be read, so that nothing is written that could not be run. */
async function textFrom({ kind, file }: Source, cwd: string): Promise<string> {
  const document = readDocument(await readSource({ kind, file }, cwd), file, kind);
  const from = kind === 'har' ? draftFromHar : draftFromOpenApi;
  const text = draftText(from(document, basename(file)));
  const problems = problemsOfText(text);
  if (problems.length > 0) throw new Error(`the configuration made of ${file} is not valid: ${problems[0]}`);
  return text;
}

/** The document may lie anywhere: whoever starts the command chose it, and it is only read. */
async function readSource({ kind, file }: Source, cwd: string): Promise<string> {
  const path = resolve(cwd, file);
  const read = await readWorkspaceFile(parse(path).root, path, DOCUMENT_BYTES_MAX);
  if (read.kind === 'read') return read.text;
  throw new Failure({
    kind: 'usage',
    code: 'document-unreadable',
    message: `The ${titleOf(kind)} ${file} ${read.kind === 'missing' ? 'does not exist' : english(read.why)}.`,
    advice: `Give a readable file of at most ${DOCUMENT_BYTES_MAX / 1024 / 1024} MiB; nothing was written.`,
  });
}
