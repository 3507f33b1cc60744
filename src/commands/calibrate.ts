/**
 * `loadgate calibrate`: the same commit against itself, so that its limits fit this machine and this
 * service.
 */
import { phrase } from '../domain/phrase.ts';
import { posix } from 'node:path';
import { DEFAULT_CONFIG_PATH } from '../config/defaults.ts';
import { standardsBeside } from '../config/limits.ts';
import { limitLines, type ProposedLimit, writeLimits } from '../config/write-limits.ts';
import { CONFIG_BYTES_MAX } from '../config/yaml-text.ts';
import { asFailure, EXIT, Failure } from '../domain/failure.ts';
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import { readPlan } from '../gate.ts';
import { calibrate, type Calibration } from '../judge/calibration.ts';
import { measureItself } from '../measure/itself.ts';
import { prepare } from '../measure/setting.ts';
import { maskTree, secretsOfPlan } from '../platform/mask.ts';
import { followLinks, readWorkspaceFile } from '../platform/workspace.ts';
import { replaceWorkspaceFile } from '../platform/workspace-writer.ts';
import type { World } from '../platform/world.ts';
import { renderCalibration } from './calibration-text.ts';
import { localOccasion } from './occasion.ts';
import { inWorld, lookOf, type Program } from './program.ts';
import type { PlanOptions } from './run.ts';

/** Options of `calibrate`. */
export interface CalibrateOptions extends PlanOptions {
  /** How many blocks to measure, as typed. */
  readonly blocks: string;
  /** True: the limits go into the configuration. */
  readonly write: boolean;
}

/** Version of the shape of `calibration.json`. */
const CALIBRATION_SCHEMA = 1;
const CALIBRATION_FILE = 'calibration.json';
/** Fewer say next to nothing about the noise, and do not allow for the null comparison. */
const BLOCKS_MIN = 4;
const BLOCKS_MAX = 60;

/**
 * Measures the working tree beside itself, prints its noise and the limits that follow, and writes them if
 * asked to.
 */
export function calibrateCommand(options: CalibrateOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const blocks = parseBlocks(options.blocks);
    const occasion = await localOccasion(world, options.base);
    const plan = await readPlan(
      { occasion, configPath: options.config ?? null, inputs: options.inputs },
      world,
    );
    const path = options.config ?? DEFAULT_CONFIG_PATH;
    if (options.write && (await configText(path, world)) === null)
      world.log.warning(`There is no ${path} to write limits into; they will only be printed.`);
    const run = await measureItself(plan, await prepare(plan, occasion, world), blocks, world);
    const calibration = calibrate(run, plan, standardsBeside(plan.sensitivity));
    await record(calibration, { run, plan, program }, world);
    const isBelieved = calibration.doubts.length === 0;
    const proposed = isBelieved ? proposedBy(calibration) : [];
    const asked = options.write && isBelieved;
    // The numbers took minutes: they are shown whatever becomes of the file.
    const failure = asked ? await write(path, proposed, world).then(() => null, asFailure) : null;
    const lines = asked && failure === null ? [] : limitLines(proposed, boundsOf(plan));
    show(calibration, { plan, program, lines }, world);
    if (failure !== null) throw failure;
    return isBelieved ? EXIT.pass : EXIT.notMeasured;
  });
}

/** @throws Failure kind `usage` unless it is a whole number from 4 to 60 */
function parseBlocks(typed: string): number {
  const blocks = Number(typed);
  if (Number.isInteger(blocks) && blocks >= BLOCKS_MIN && blocks <= BLOCKS_MAX) return blocks;
  throw new Failure({
    kind: 'usage',
    code: 'blocks-invalid',
    message: `--blocks takes a whole number from ${BLOCKS_MIN} to ${BLOCKS_MAX}, not "${typed}".`,
    advice: 'Twelve tell the noise within -25 and +55 per cent, thirty within -17 and +28.',
  });
}

/**
 * The text of the configuration, or null when there is none. @throws Failure kind `usage` when it cannot be
 * read
 */
async function configText(path: string, world: World): Promise<string | null> {
  const read = await readWorkspaceFile(world.workspace, path, CONFIG_BYTES_MAX);
  if (read.kind !== 'refused') return read.kind === 'read' ? read.text : null;
  throw new Failure({
    kind: 'usage',
    code: 'config-invalid',
    message: phrase('config-unreadable', { path, why: read.why }),
    advice: phrase('config-unreadable-advice', { kib: CONFIG_BYTES_MAX / 1024 }),
  });
}

const proposedBy = ({ scenarios }: Calibration): readonly ProposedLimit[] =>
  scenarios.flatMap(({ scenario, metrics }) =>
    metrics.flatMap(({ metric, proposal }) =>
      proposal.kind === 'limit' ? [{ scenario, metric, change: proposal.change }] : [],
    ),
  );

/** What an entry of the configuration has to say beside the limit, so that pasting it loses nothing. */
const boundsOf = ({ scenarios }: Plan) =>
  scenarios.flatMap(({ name, limits }) =>
    limits.flatMap((limit) =>
      limit.kind === 'absolute' ? [{ scenario: name, metric: limit.metric, bound: limit.bound }] : [],
    ),
  );

/** What the report of a calibration is about. */
interface Subject {
  readonly plan: Plan;
  readonly program: Program;
}

const maskOf = ({ plan }: Subject, { vault }: World) => vault.maskWith(secretsOfPlan(plan));

/** Writes the numbers into the report folder. */
async function record(
  calibration: Calibration,
  { run, ...subject }: Subject & { readonly run: Run },
  world: World,
): Promise<void> {
  const { loadgate, suite, startedAt, seed, machine, builds, configHashes } = run;
  const about = {
    schema: CALIBRATION_SCHEMA,
    loadgate,
    suite,
    startedAt,
    seed,
    machine,
    builds,
    configHashes,
  };
  const numbers = maskTree({ ...about, ...calibration }, maskOf(subject, world));
  const path = posix.join(subject.plan.report.directory, CALIBRATION_FILE);
  await replaceWorkspaceFile(world, path, `${JSON.stringify(numbers, null, 2)}\n`);
  world.log.info(`Written to ${subject.plan.report.directory}: ${CALIBRATION_FILE}`);
}

function show(
  calibration: Calibration,
  { lines, ...subject }: Subject & { readonly lines: readonly string[] },
  world: World,
): void {
  const { plan, program } = subject;
  world.log.settle();
  const look = lookOf(program.stdout, program.env);
  program.stdout.write(`${maskOf(subject, world)(renderCalibration(calibration, { plan, look, lines }))}\n`);
}

/**
 * Puts the limits into the configuration. @throws Failure with the limits when that cannot be; the file is
 * as it was
 */
async function write(path: string, proposed: readonly ProposedLimit[], world: World): Promise<void> {
  if (proposed.length === 0) throw nothingToWrite();
  const text = await configText(path, world);
  if (text === null) throw noConfig(path, proposed);
  const written = writeLimits(text, proposed);
  if (written === text) {
    world.log.info(`${path} has these limits already.`);
    return;
  }
  await replaceWorkspaceFile(world, await followLinks(world.workspace, path), written);
  world.log.info(`Wrote the limits into ${path}. Look at them, and commit the file.`);
}

function nothingToWrite(): Failure {
  return new Failure({
    kind: 'usage',
    code: 'nothing-to-write',
    message: 'There is no limit to write: none could be proposed.',
    advice: 'The report says for each metric why; the configuration is as it was.',
  });
}

function noConfig(path: string, proposed: readonly ProposedLimit[]): Failure {
  return new Failure({
    kind: 'usage',
    code: 'config-missing',
    message: phrase('limits-config-missing', { path }),
    advice: phrase('limits-config-missing-advice'),
    lines: limitLines(proposed),
  });
}
