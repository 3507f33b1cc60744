/**
 * The second of two workflows: what the first one measured of a pull request, with a token that may only read, is judged here once more. All of it is a stranger's claim:
 * configuration, limits and baseline come from the base commit, and the pull request from GitHub by the commit that GitHub says was measured.
 */
import { resolve } from 'node:path';
import { readKnown } from '../baseline/known.ts';
import type { Standing } from '../domain/acceptance.ts';
import { failedBy } from '../domain/failed.ts';
import { Failure } from '../domain/failure.ts';
import type { Run } from '../domain/measurement.ts';
import type { Occasion } from '../domain/occasion.ts';
import { type Phrase, phrase } from '../domain/phrase.ts';
import type { Plan } from '../domain/plan.ts';
import { explain, type GateResult, readPlan } from '../gate.ts';
import { parseRun } from '../measure/recorded-run.ts';
import { checkOutBase } from '../platform/base-checkout.ts';
import { requireRepository } from '../platform/git.ts';
import { readHostileFolder } from '../platform/hostile-folder.ts';
import type { MeasuredRun } from '../platform/measured-run.ts';
import type { OpenPull } from '../platform/github-pulls.ts';
import type { Reply } from '../platform/github.ts';
import type { World } from '../platform/world.ts';
import type { Asked } from '../report/reproduce.ts';

/** What is asked for. */
export interface StageOptions {
  /** `owner/name` of the repository that the pull request goes to. */
  readonly repository: string;
  readonly measured: MeasuredRun;
  /** Folder that the artifacts were downloaded to; relative to the workspace or absolute. */
  readonly artifacts: string;
  /** Inputs by name. `config` may name several files, one a line. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Finds the open pull requests of the measured commit. */
  readonly findPulls: () => Promise<Reply<readonly OpenPull[]>>;
  /** Lists the files that a pull request changes, relative to the repository. */
  readonly listFiles: (pull: number) => Promise<Reply<readonly string[]>>;
  /** Adds what people accept in the pull request to what stands; without it, nothing is added. */
  readonly agree?: (occasion: Occasion, plan: Plan, standing: Standing) => Promise<Standing>;
}

/** One result: of a suite, or of a job of a matrix that measured it. */
export interface StageResult {
  /** Folder of the artifact where several runs are of one suite; else null. */
  readonly variant: string | null;
  readonly result: GateResult;
}

/** What the stage came to. */
export type Stage =
  | { readonly kind: 'judged'; readonly occasion: Occasion; readonly results: readonly StageResult[] }
  /** There is nobody to report to: the sentence says why. */
  | { readonly kind: 'nothing'; readonly why: string };

/** More jobs than a pull request should wait for. */
const RUNS_MAX = 50;

/**
 * Judges every run that was left.
 * @throws Failure kind `usage` when what was left is not what Loadgate writes, or is of another commit; kind `not-measured` when GitHub does not answer
 */
export async function judgeSecondStage(options: StageOptions, world: World): Promise<Stage> {
  const { measured, repository } = options;
  if (measured.conclusion === 'cancelled' || measured.conclusion === 'skipped')
    return {
      kind: 'nothing',
      why: `The measuring run was ${measured.conclusion}: there is nothing to publish.`,
    };
  const pull = await onlyPull(options);
  if (pull === null)
    return {
      kind: 'nothing',
      why: `No open pull request has the commit ${measured.headSha.slice(0, 12)} as its head any more: a newer one is or was measured by itself.`,
    };
  const runs = await readRuns(options, world);
  const occasion: Occasion = {
    kind: 'pull-request',
    repository,
    headSha: measured.headSha,
    baseSha: pull.baseSha,
    // The token of this workflow may write, whoever the pull request is by.
    pullRequest: { number: pull.number, fromFork: false },
    runUrl: measured.url,
  };
  const base = { ...world, workspace: await checkOutBase(world, pull.baseSha) };
  const jobs = withEdits(
    await readJobs(options.inputs, occasion, base),
    await editedFiles(pull, options, world),
  );
  return { kind: 'judged', occasion, results: await judgeAll(runs, jobs, options, base) };
}

/** @throws Failure when GitHub cannot be asked, or there is more than one */
async function onlyPull({ findPulls, measured }: StageOptions): Promise<OpenPull | null> {
  if (measured.headRepository === null) return null;
  const found = await findPulls();
  if ('refusal' in found) {
    throw new Failure({
      kind: 'not-measured',
      code: 'pull-request-unknown',
      message: phrase('pull-request-unknown', { refusal: found.refusal.message }),
      advice: phrase('pull-request-unknown-advice'),
    });
  }
  const [first = null, ...others] = found.value;
  if (others.length === 0) return first;
  throw new Failure({
    kind: 'usage',
    code: 'pull-request-ambiguous',
    message: phrase('pull-request-ambiguous', {
      count: found.value.length,
      sha: measured.headSha.slice(0, 12),
      pulls: found.value.map(({ number }) => `#${number}`).join(', '),
    }),
    advice: phrase('pull-request-ambiguous-advice'),
  });
}

/** A run with the folder it lay in. */
interface LeftRun {
  readonly folder: string;
  readonly run: Run;
}

/** What the clocks of GitHub, of the machine that measured and of this one may differ by: an hour. */
const CLOCKS_MS = 3_600_000;

/** True when a run began while the measuring workflow can have been under way: by another date, what had been accepted for a time would count again. */
function isInTime({ startedAt }: Run, { createdAt }: MeasuredRun, now: Date): boolean {
  const began = Date.parse(startedAt);
  return began >= Date.parse(createdAt) - CLOCKS_MS && began <= now.getTime() + CLOCKS_MS;
}

/** Every run that was left, each checked against the schema, of the commit that GitHub says was measured, and of the time of that measurement. */
async function readRuns({ artifacts, measured }: StageOptions, world: World): Promise<readonly LeftRun[]> {
  const files = await readHostileFolder(resolve(world.workspace, artifacts), 'run.json');
  if (files.length > RUNS_MAX)
    throw refused(phrase('left-runs-many', { count: files.length, max: RUNS_MAX }));
  return files.map(({ folder, text }) => {
    const place = folder === '' ? 'run.json' : `${folder}/run.json`;
    const run = parseRun(text, place);
    const heads = run.builds.filter(({ side }) => side === 'head');
    if (heads.length !== 1 || heads[0]?.commit !== measured.headSha)
      throw refused(phrase('left-other-commit', { path: place, sha: measured.headSha.slice(0, 12) }));
    if (!isInTime(run, measured, world.date()))
      throw refused(phrase('left-other-time', { path: place, date: run.startedAt.slice(0, 10) }));
    return { folder, run };
  });
}

const refused = (why: Phrase): Failure =>
  new Failure({
    kind: 'usage',
    code: 'artifact-refused',
    message: phrase('artifact-refused', { why }),
    advice: phrase('artifact-run-advice'),
  });

/** What is judged by one configuration. */
interface StageJob {
  readonly plan: Plan;
  readonly asked: Asked;
}

/** The plan of each configuration, from the base commit's files alone. */
async function readJobs(
  inputs: Readonly<Record<string, string>>,
  occasion: Occasion,
  base: World,
): Promise<readonly StageJob[]> {
  const { config = '', ...rest } = inputs;
  const paths = config.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const wanted = paths.length === 0 ? [null] : paths;
  const jobs: StageJob[] = [];
  for (const configPath of wanted) {
    const asked = { occasion, configPath, inputs: rest };
    const plan = await readPlan({ ...asked, sendsNothing: true }, base);
    if (jobs.some((each) => each.plan.suite === plan.suite)) throw sameSuite(plan.suite);
    jobs.push({ plan, asked });
  }
  return jobs;
}

const sameSuite = (suite: string): Failure =>
  new Failure({
    kind: 'usage',
    code: 'suite-twice',
    message: phrase('suite-twice', { suite }),
    advice: phrase('suite-twice-advice'),
  });

/** Files that the pull request changes, as seen from the workspace; none where GitHub does not say, which is no reason not to judge. */
async function editedFiles(
  { number }: OpenPull,
  { listFiles }: StageOptions,
  world: World,
): Promise<ReadonlySet<string>> {
  const listed = await listFiles(number);
  if ('refusal' in listed) {
    world.log.warning(
      `GitHub does not say which files the pull request changes (${listed.refusal.message}): whether it edits its own limits is not known. The base commit's apply.`,
    );
    return new Set();
  }
  const prefix = await requireRepository(world);
  return new Set(
    listed.value.flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])),
  );
}

/** That a file was edited is known from its name: what a stranger wrote into it is not read. */
function withEdits(jobs: readonly StageJob[], files: ReadonlySet<string>): readonly StageJob[] {
  const edited = (path: string | null): string | null => (path !== null && files.has(path) ? path : null);
  return jobs.map(({ plan, asked }) => {
    const { path = null, lines = {} } = plan.origin ?? {};
    const nothing = { limits: [], settings: [], removed: [] };
    const edits = { ...nothing, config: edited(path), baseline: edited(plan.baseline.path) };
    return { asked, plan: { ...plan, origin: { path, lines, edits } } };
  });
}

/** Each suite of the base commit is answered for: one that nobody measured is not measured, and never left out. */
async function judgeAll(
  runs: readonly LeftRun[],
  jobs: readonly StageJob[],
  { agree }: StageOptions,
  base: World,
): Promise<readonly StageResult[]> {
  const known = new Set(jobs.map(({ plan }) => plan.suite));
  for (const { run } of runs.filter(({ run: { suite } }) => !known.has(suite)))
    base.log.warning(
      `A run of the suite ${JSON.stringify(run.suite)} was left, which no configuration of the base commit is of: it is not judged.`,
    );
  const results: StageResult[] = [];
  for (const job of jobs) {
    const { plan } = job;
    const own = runs.filter(({ run }) => run.suite === plan.suite);
    if (own.length === 0) results.push({ variant: null, result: notMeasured(plan) });
    for (const { folder, run } of own)
      results.push({
        variant: own.length > 1 ? folder : null,
        result: await judgeOne(run, job, agree, base),
      });
  }
  return results;
}

/** All scenarios of the plan: one that is missing is not measured, even where a run says that it was imported. */
async function judgeOne(
  run: Run,
  { plan, asked }: StageJob,
  agree: StageOptions['agree'],
  base: World,
): Promise<GateResult> {
  try {
    const { references, standing } = await readKnown(plan, run, asked.occasion.baseSha, base);
    const agreed = await agree?.(asked.occasion, plan, standing);
    return explain(plan, run, { references, standing: agreed ?? standing }, asked);
  } catch (error) {
    return failedBy(error, { plan, configPath: asked.configPath }, plan.report.language);
  }
}

function notMeasured(plan: Plan): GateResult {
  const failure = new Failure({
    kind: 'not-measured',
    code: 'nothing-left',
    message: phrase('nothing-left', { suite: plan.suite }),
    advice: phrase('nothing-left-advice'),
  });
  return failedBy(failure, { plan, configPath: null }, plan.report.language);
}
