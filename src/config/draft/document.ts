/** The text of a document as a plain value: JSON, or YAML of bounded size and depth. */
import type { EnglishOnly } from '../../domain/english-only.ts';
import { Composer, CST, type Document, Lexer, LineCounter, Parser } from 'yaml';
import { Failure } from '../../domain/failure.ts';
import type { Tree } from '../tree.ts';

/** Which document it is: what its words in messages are, and what it may be written in. */
export type DocumentKind = 'openapi' | 'har';

const MIB = 1024 * 1024;
/** Bytes of a document. The largest public API descriptions are smaller, and recordings that are larger hold mostly files. */
export const DOCUMENT_BYTES_MAX = 32 * MIB;
/** Characters of YAML: reading it takes a second for each million and many times its size in memory. */
const YAML_MAX = 4 * MIB;
/** Nested mappings and lists of YAML: its reader calls itself for each. */
const YAML_DEPTH_MAX = 100;

const TITLES = { openapi: 'OpenAPI document', har: 'HAR file' } as const;

/** What a document is called in sentences. */
export function titleOf(kind: DocumentKind): string {
  return TITLES[kind];
}

/**
 * Reads a document. A recording is JSON; a description of an API may be YAML.
 * @throws Failure kind `usage`, code `document-invalid`
 */
export function readDocument(written: string, file: string, kind: DocumentKind): Tree {
  const text = written.startsWith('\uFEFF') ? written.slice(1) : written;
  if (text.trim() === '') throw invalid(file, 'is empty', adviceFor(kind));
  if (text.includes('\0')) throw invalid(file, 'is not UTF-8 text', 'Save it as UTF-8, and try again.');
  if (kind === 'openapi' && !/^\s*[[{]/u.test(text)) return readYamlDocument(text, file);
  const reading = readJson(text);
  if ('value' in reading) return reading.value;
  // What begins with a brace may still be YAML, and if it is not, then the mistake is one of JSON.
  const yaml =
    kind === 'openapi' && text.length <= YAML_MAX ? orNull(() => readYamlDocument(text, file)) : null;
  if (yaml !== null) return yaml;
  throw invalid(file, 'is not valid JSON', adviceFor(kind), [placed(file, reading)]);
}

function orNull(read: () => Tree): Tree {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** A document that is not what it should be. */
export function invalid(
  file: string,
  what: string,
  advice: string,
  lines: readonly string[] = [],
  code: EnglishOnly = 'document-invalid',
): Failure {
  return new Failure({ kind: 'usage', code, message: `${file} ${what}.`, advice, lines });
}

function adviceFor(kind: DocumentKind): string {
  return kind === 'har'
    ? 'Save the recording again ("Save all as HAR" in the network panel of a browser), and give that file.'
    : 'Give an OpenAPI document as JSON or YAML.';
}

interface Fault {
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

function readJson(text: string): { readonly value: Tree } | Fault {
  try {
    const value: Tree = JSON.parse(text);
    return { value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, column] = /\(line (\d+) column (\d+)\)/u.exec(message) ?? [];
    return {
      message: message.replace(/ in JSON at position .*/u, '').slice(0, 200),
      line: line === undefined ? null : Number(line),
      column: column === undefined ? null : Number(column),
    };
  }
}

function placed(file: string, { message, line, column }: Fault): string {
  return line === null || column === null ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;
}

function readYamlDocument(text: string, file: string): Tree {
  if (text.length > YAML_MAX)
    throw invalid(
      file,
      `is YAML of more than ${YAML_MAX / MIB} MiB, which takes very long to read`,
      'Convert it to JSON, and give that file.',
    );
  const lines = new LineCounter();
  const document = composed(text, file, lines);
  const [fault] = document.errors;
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0]);
    const message = (fault.message.split('\n', 1)[0] ?? '').slice(0, 200);
    throw invalid(file, 'is not valid YAML', 'Correct the place below.', [
      placed(file, { message, line, column: col }),
    ]);
  }
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw invalid(file, 'cannot be read: its aliases multiply', 'Write its values out.', [
      `${file}: ${message.slice(0, 200)}`,
    ]);
  }
}

/** Step by step, so that a bomb is noticed while it is read and not after. */
function composed(text: string, file: string, lines: LineCounter): Document {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > YAML_DEPTH_MAX + 2) {
      const { line, col } = lines.linePos(parser.offset);
      throw invalid(file, 'cannot be read', 'Give a document that is not nested so deeply.', [
        `${file}:${line}:${col}: nested more than ${YAML_DEPTH_MAX} levels deep`,
      ]);
    }
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
    schema: 'core',
    logLevel: 'silent',
  });
  const [document] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined) throw invalid(file, 'is empty', adviceFor('openapi'));
  return document;
}
