/** `loadgate import`: judges what another tool measured, with the limits and the baseline of the configuration. */
import { basename, resolve } from 'node:path';
import { readKnown } from '../baseline/known.ts';
import { Failure } from '../domain/failure.ts';
import type { ImportFormat } from '../domain/imported.ts';
import type { Plan } from '../domain/plan.ts';
import { explain, readPlan } from '../gate.ts';
import { composeRun, type ImportedScenario } from '../imported/compose.ts';
import type { ForeignFile, ReadLimits } from '../imported/foreign.ts';
import { formatOf, readForeign } from '../imported/formats.ts';
import { chunkedFile } from '../platform/chunks.ts';
import { writeAtomically } from '../platform/files.ts';
import { resolveHead } from '../platform/git.ts';
import { stableHash } from '../platform/hash.ts';
import { maskTree, secretsOfPlan } from '../platform/mask.ts';
import type { World } from '../platform/world.ts';
import { forgetFiles } from '../publish/files.ts';
import { deliver } from './deliver.ts';
import { localOccasion } from './occasion.ts';
import type { PrintedFormat } from './printed-format.ts';
import { inWorld, type Program } from './program.ts';
import type { PlanOptions } from './run.ts';

/** Options of `import`. */
export interface ImportOptions extends PlanOptions {
  readonly from: ImportFormat | 'auto';
  /** One for each file, in their order; none: the only scenario of the configuration. */
  readonly scenarios: readonly string[];
  /** Where the run is recorded beside the report; null: in the report folder alone. */
  readonly output: string | null;
  /** What is printed in the place of the report for a terminal; null: that. */
  readonly format: PrintedFormat | null;
}

/** Larger outputs are refused before they are read. */
const BYTES_MAX = 8 * 2 ** 30;
/** The longest that reading one file may take, milliseconds. */
const TIME_MAX = 15 * 60_000;

/** Reads, judges and reports the results in `files`. */
export function importCommand(
  files: readonly string[],
  options: ImportOptions,
  program: Program,
): Promise<number> {
  return inWorld(program, options, async (world) => {
    const occasion = await localOccasion(world, options.base);
    const job = { occasion, configPath: options.config ?? null, inputs: options.inputs, sendsNothing: true };
    const plan = await readPlan(job, world);
    const names = namesOf(plan, files, options.scenarios);
    const judged = { ...plan, scenarios: plan.scenarios.filter(({ name }) => names.includes(name)) };
    await forgetFiles(plan.report.directory, world);
    const results: ImportedScenario[] = [];
    for (const [index, name] of names.entries())
      results.push(await readOne(files[index] ?? '', { name, from: options.from, program, world }));
    const head = { side: 'head', ...(await resolveHead(world)) } as const;
    const run = composeRun(results, { suite: plan.suite, head, hash: stableHash });
    if (options.output !== null) await record(run, options.output, { plan, program, world });
    const known = await readKnown(judged, run, occasion.baseSha, world);
    return deliver(explain(judged, run, known, job), world, program, options.format);
  });
}

interface Reading {
  readonly name: string;
  readonly from: ImportOptions['from'];
  readonly program: Program;
  readonly world: World;
}

async function readOne(path: string, { name, from, program, world }: Reading): Promise<ImportedScenario> {
  const file = await openFile(path, program);
  const until = world.now() + TIME_MAX;
  const limits: ReadLimits = {
    isOver: () => {
      world.signal.throwIfAborted();
      return world.now() > until;
    },
  };
  const format = from === 'auto' ? await formatOf(file, limits) : from;
  world.log.info(`Reading ${path} as ${format}`);
  const foreign = await readForeign(file, format, limits);
  return { scenario: name, format, foreign, writtenAt: file.writtenAt };
}

async function openFile(path: string, program: Program): Promise<ForeignFile> {
  try {
    return { name: basename(path), ...(await chunkedFile(resolve(program.cwd, path), BYTES_MAX)) };
  } catch (error) {
    throw new Failure(
      {
        kind: 'usage',
        code: 'import-missing',
        message: `Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`,
        advice: 'Give the path of a file that the load tool wrote; docs/import.md says how to get one.',
      },
      { cause: error },
    );
  }
}

/** Which scenario each file is of. @throws Failure kind `usage` */
function namesOf(plan: Plan, files: readonly string[], asked: readonly string[]): readonly string[] {
  const known = plan.scenarios.map(({ name }) => name);
  const names = asked.length === 0 && known.length === 1 ? known : asked;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw usage(`The configuration has no scenario ${JSON.stringify(unknown)}.`, known);
  if (names.length !== files.length || new Set(names).size !== names.length)
    throw usage(
      `Each file is the result of one scenario: ${files.length} files, ${names.length} scenarios.`,
      known,
    );
  const search = plan.scenarios.find(({ name, search: each }) => names.includes(name) && each !== null);
  if (search !== undefined)
    throw usage(
      `The scenario ${JSON.stringify(search.name)} searches for a limit, which no file holds.`,
      known,
    );
  return names;
}

const usage = (message: string, known: readonly string[]): Failure =>
  new Failure({
    kind: 'usage',
    code: 'import-scenario',
    message,
    advice: `Name one scenario for each file, in their order: --scenario NAME (here: ${known.join(', ')}).`,
  });

interface Recording {
  readonly plan: Plan;
  readonly program: Program;
  readonly world: World;
}

async function record(
  run: ReturnType<typeof composeRun>,
  output: string,
  { plan, program, world }: Recording,
): Promise<void> {
  const mask = world.vault.maskWith(secretsOfPlan(plan));
  await writeAtomically(resolve(program.cwd, output), `${JSON.stringify(maskTree(run, mask))}\n`);
}
