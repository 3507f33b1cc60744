/** The door for GitHub Actions: the step's inputs and event in, the report to its readers, the exit code out. What is heavy is loaded when it is needed. */
import type { Told } from './commands/tell.ts';
import type { StepAsked } from './config/step-inputs.ts';
import type { Standing } from './domain/acceptance.ts';
import { failedBy } from './domain/failed.ts';
import { phrase } from './domain/phrase.ts';
import { asFailure, EXIT, Failure } from './domain/failure.ts';
import type { Occasion } from './domain/occasion.ts';
import type { Plan } from './domain/plan.ts';
import type { GateResult } from './gate.ts';
import type { Runner } from './platform/runner.ts';
import { tagOf } from './platform/tag.ts';
import { takeSecrets } from './platform/tokens.ts';
import type { Vault } from './platform/vault.ts';
import type { World } from './platform/world.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What the step knows from its start. */
interface Step {
  readonly env: Env;
  readonly secrets: Readonly<Record<string, string>>;
  readonly vault: Vault;
  readonly runner: Runner;
  readonly files: { restore(): readonly string[] };
}

/** After this long, a handle that somebody forgot does not keep the job. */
const LINGER_MS = 1_000;
/** A sweep that hangs does not keep a cancelled job. */
const SWEEP_MS = 2_000;
const TOKEN_INPUT = 'INPUT_GITHUB-TOKEN';
/** Before the event is read. */
const UNKNOWN: Occasion = {
  kind: 'other',
  repository: null,
  headSha: null,
  baseSha: null,
  pullRequest: null,
  runUrl: null,
};

/** The mark on our processes, as soon as there may be any. */
let tag: string | null = null;
let dying = false;

// Whatever happens before the gate has spoken is not a pass.
process.exitCode = EXIT.notMeasured;
process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);
process.on('uncaughtException', (error) => die(error));
process.on('unhandledRejection', (error) => die(error));

await main(takeSecrets()).then((exitCode) => {
  process.exitCode = exitCode;
}, die);
setTimeout(() => process.exit(), LINGER_MS).unref();

/** Runs the step. `secrets` are taken before anything else is loaded, since a child could read them from our memory. */
async function main(secrets: Readonly<Record<string, string>>): Promise<number> {
  const env: Env = { ...process.env };
  const step = { env, secrets, ...(await openStep(env, secrets)) };
  const { openWorld } = await import('./platform/open-world.ts');
  await using world = await openWorld({
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    env,
    vault: step.vault,
    log: step.runner,
    door: import.meta.url,
    onSecondSignal: () => sweepAndExit(EXIT.cancelled),
  });
  tag = tagOf(world);
  step.runner.saveState('tag', tag);
  step.runner.saveState('temporary', world.temporary);
  const { asked, told } = await work(step, world);
  // Awaited here: the world goes when this function returns.
  const exitCode = await publish(asked, told, step, world);
  if (asked.mode !== 'publish') await enter(told, world);
  return exitCode;
}

async function openStep(
  env: Env,
  secrets: Readonly<Record<string, string>>,
): Promise<Pick<Step, 'vault' | 'runner' | 'files'>> {
  const [{ openVault }, { neutralise }, { openRunner }, { watchRunnerFiles }, words] = await Promise.all([
    import('./platform/vault.ts'),
    import('./platform/relay.ts'),
    import('./platform/runner.ts'),
    import('./platform/runner-files.ts'),
    import('./report/progress-line.ts'),
  ]);
  const files = watchRunnerFiles(env);
  // The runner hides the step's own token by itself.
  const onTake = (value: string): void => {
    if (value !== secrets[TOKEN_INPUT]) runner.hide(value);
  };
  const vault = openVault({ env, secrets, onTake });
  const runner = openRunner({
    mask: vault.mask,
    neutralise,
    files,
    now: () => performance.now(),
    words: { line: words.progressLine, title: words.progressTitle },
  });
  return { vault, files, runner };
}

/** What the step was asked for, and what it came to. */
interface Work {
  readonly asked: StepAsked;
  readonly told: readonly Told[];
}

/** Reads event and inputs, each once, and does what the step is for. Never throws. */
async function work(step: Step, world: World): Promise<Work> {
  const { NOTHING_ASKED, readStepInputs } = await import('./config/step-inputs.ts');
  let asked = NOTHING_ASKED;
  try {
    asked = readStepInputs((name) => inputOf(step.env, name));
    const told =
      asked.mode === 'publish' ? await secondStage(asked, step, world) : [await gate(asked, step, world)];
    return { asked, told };
  } catch (error) {
    return { asked, told: [{ ...toldOf(step, asked), result: await failedEarly(error, step, world) }] };
  }
}

/** Runs the gate. Throws only before the occasion is known. */
async function gate(asked: StepAsked, step: Step, world: World): Promise<Told> {
  const [{ readOccasion }, { runGate }, inputs] = await Promise.all([
    import('./platform/event.ts'),
    import('./gate.ts'),
    readInputs(step.env),
  ]);
  const occasion = await onTestedBase(await readOccasion(step.env), step, world);
  const askPullRequest = (plan: Plan, standing: Standing): Promise<Standing> =>
    agreed(occasion, plan, standing, step, world);
  // Where another workflow decides about a pull request, that one asks.
  const isAskedElsewhere = asked.mode === 'measure' && occasion.pullRequest !== null;
  const asking = isAskedElsewhere ? {} : { askPullRequest };
  const job = { occasion, configPath: inputs.config ?? null, inputs, ...asking };
  const result = await runGate(job, world);
  return { ...toldOf(step, asked), occasion, result: judgeFiles(result, step) };
}

function toldOf({ env }: Step, { variant }: StepAsked): Omit<Told, 'result'> {
  return { occasion: UNKNOWN, variant, run: runNumber(env) };
}

/** Judges what another workflow measured. Nobody to report to is no failure. */
async function secondStage(asked: StepAsked, step: Step, world: World): Promise<readonly Told[]> {
  const { env, secrets, runner } = step;
  const [{ readMeasuredRun }, { findPulls, listChangedFiles }, { judgeSecondStage }, inputs] =
    await Promise.all([
      import('./platform/measured-run.ts'),
      import('./platform/github-pulls.ts'),
      import('./commands/second-stage.ts'),
      readInputs(env),
    ]);
  const measured = await readMeasuredRun(env);
  const repository = env.GITHUB_REPOSITORY ?? '';
  const { headSha: sha, headBranch: branch, headRepository } = measured;
  const client = { token: tokenOf(secrets), apiUrl: apiUrlOf(env), repository, signal: world.signal };
  const head = { sha, branch, repository: headRepository ?? '' };
  const options = { repository, measured, inputs, artifacts: asked.artifacts ?? '' };
  const ask = {
    findPulls: () => findPulls(head, client),
    listFiles: (pull: number) => listChangedFiles(pull, client),
    agree: (occasion: Occasion, plan: Plan, standing: Standing) =>
      agreed(occasion, plan, standing, step, world),
  };
  const stage = await judgeSecondStage({ ...options, ...ask }, world);
  if (stage.kind === 'nothing') runner.notice(stage.why);
  if (stage.kind === 'nothing') return [];
  const { occasion, results } = stage;
  // The number of the run that measured: this one may come late.
  const run = { id: measured.id, attempt: measured.attempt };
  return results.map(({ variant, result }) => ({ occasion, result, run, variant: variant ?? asked.variant }));
}

/** A pull request is compared with what it was merged into to be tested. */
async function onTestedBase(occasion: Occasion, { env }: Step, world: World): Promise<Occasion> {
  if (occasion.kind !== 'pull-request' || occasion.headSha === null) return occasion;
  const { baseOfTestMerge } = await import('./platform/git.ts');
  const base = await baseOfTestMerge(world, env.GITHUB_SHA, occasion.headSha);
  return base === null ? occasion : { ...occasion, baseSha: base };
}

/** The inputs of the configuration that were given. */
async function readInputs(env: Env): Promise<Readonly<Record<string, string>>> {
  const { INPUTS } = await import('./config/inputs.ts');
  const given = INPUTS.flatMap(({ name }) => {
    const value = inputOf(env, name);
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

/** The runner hands each input over as `INPUT_NAME`, absent ones as empty texts. */
function inputOf(env: Env, name: string): string | null {
  const value = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';
  return value === '' ? null : value;
}

function tokenOf(secrets: Step['secrets']): string {
  return secrets[TOKEN_INPUT] ?? '';
}

function apiUrlOf(env: Env): string {
  return env.GITHUB_API_URL ?? 'https://api.github.com';
}

/** Bytes in the runner's files that are not ours: somebody tried to speak for this step, so that nothing it measured counts (S4). */
function judgeFiles(result: GateResult, step: Step): GateResult {
  const changed = step.files.restore();
  if (changed.length === 0 || result.exitCode === EXIT.cancelled) return result;
  const failure = new Failure({
    kind: 'usage',
    code: 'runner-files-changed',
    message: phrase('runner-files-changed', { files: changed.join(', ') }),
    advice: phrase('runner-files-changed-advice'),
  });
  return result.kind === 'failed'
    ? { ...result, failure: failure.detail, exitCode: failure.exitCode }
    : failedBy(failure, { plan: result.plan, configPath: null }, result.plan.report.language);
}

/** What went wrong before there was a plan, in the language that the step or its configuration asks for. */
async function failedEarly(error: unknown, step: Step, world: World): Promise<GateResult> {
  const { askedLanguage } = await import('./config/asked-language.ts');
  const inputs = await readInputs(step.env);
  const language = await askedLanguage({ configPath: inputs['config'] ?? null, inputs }, world.workspace);
  return failedBy(error, null, language);
}

async function publish(
  asked: StepAsked,
  told: readonly Told[],
  { env, secrets, runner }: Step,
  world: World,
): Promise<number> {
  const { tell } = await import('./commands/tell.ts');
  return tell(told, { runner, asked, token: tokenOf(secrets), apiUrl: apiUrlOf(env) }, world);
}

/** What stands, with what the pull request accepts: asked once all that was started is gone. */
async function agreed(
  occasion: Occasion,
  plan: Plan,
  standing: Standing,
  { env, secrets }: Step,
  { signal }: World,
): Promise<Standing> {
  const { agreedIn } = await import('./commands/agreed.ts');
  return agreedIn(occasion, { token: tokenOf(secrets), apiUrl: apiUrlOf(env), signal }, plan, standing);
}

async function enter(told: readonly Told[], world: World): Promise<void> {
  const { enterTold } = await import('./commands/entered.ts');
  for (const each of told) await enterTold(each, world);
}

function runNumber({ GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt }: Env) {
  const number = { id: Number(id), attempt: Number(attempt ?? 1) };
  return Number.isSafeInteger(number.id) && Number.isSafeInteger(number.attempt) ? number : null;
}

/** A reader that went away changes no verdict. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** An error that nobody caught: said, cleaned up after, and never a pass. */
function die(error: unknown): void {
  if (dying) return;
  dying = true;
  const { message, lines } = asFailure(error).detail;
  process.stdout.write(`::error::${[message, ...lines].join(' ').replaceAll(/[\r\n%]+/g, ' ')}\n`);
  sweepAndExit(EXIT.notMeasured);
}

/** Ends the process now, and what it started with it. */
function sweepAndExit(exitCode: number): void {
  setTimeout(() => process.exit(exitCode), SWEEP_MS);
  if (tag === null) return process.exit(exitCode);
  void import('./service/sweep.ts')
    .then(({ sweepLeftovers }) => sweepLeftovers(tag ?? ''))
    .finally(() => process.exit(exitCode));
}
