/** The door for GitHub Actions: the step's inputs and event in, the report to its readers, the exit code out. What is heavy is loaded when it is needed. */
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
  const { occasion, result } = await gate(step, world);
  // Awaited here: the world goes when this function returns.
  const judged = judgeFiles(result, step);
  const exitCode = await publish(occasion, judged, step, world);
  await enter(occasion, judged, world);
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

/** Reads event and inputs, each once, and runs the gate. Never throws. */
async function gate(
  step: Step,
  world: World,
): Promise<{ readonly occasion: Occasion; readonly result: GateResult }> {
  let occasion = UNKNOWN;
  try {
    const [{ readOccasion }, { runGate }, inputs] = await Promise.all([
      import('./platform/event.ts'),
      import('./gate.ts'),
      readInputs(step.env),
    ]);
    occasion = await onTestedBase(await readOccasion(step.env), step, world);
    const result = await runGate({ occasion, configPath: inputs.config ?? null, inputs }, world);
    return { occasion, result };
  } catch (error) {
    return { occasion, result: failed(asFailure(error), null) };
  }
}

/** A pull request is compared with what it was merged into to be tested. */
async function onTestedBase(occasion: Occasion, { env }: Step, world: World): Promise<Occasion> {
  if (occasion.kind !== 'pull-request' || occasion.headSha === null) return occasion;
  const { baseOfTestMerge } = await import('./platform/git.ts');
  const base = await baseOfTestMerge(world, env.GITHUB_SHA, occasion.headSha);
  return base === null ? occasion : { ...occasion, baseSha: base };
}

/** The inputs that were given: the runner hands each over as `INPUT_NAME`, absent ones as empty texts. */
async function readInputs(env: Env): Promise<Readonly<Record<string, string>>> {
  const { INPUTS } = await import('./config/inputs.ts');
  const given = INPUTS.flatMap(({ name }) => {
    const value = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

/** Bytes in the runner's files that are not ours: somebody tried to speak for this step, so that nothing it measured counts (S4). */
function judgeFiles(result: GateResult, step: Step): GateResult {
  const changed = step.files.restore();
  if (changed.length === 0 || result.exitCode === EXIT.cancelled) return result;
  const failure = new Failure({
    kind: 'usage',
    code: 'runner-files-changed',
    message: `While the service ran, something wrote to the runner's own files: ${changed.join(', ')}. They are as before.`,
    advice:
      'Look for what writes to them: the service, its build, or a command they run. Set outputs and variables in a step of its own.',
  });
  return failed(failure, result.plan);
}

function failed(failure: Failure, plan: Plan | null): GateResult {
  return { kind: 'failed', plan, failure: failure.detail, exitCode: failure.exitCode };
}

async function publish(occasion: Occasion, result: GateResult, step: Step, world: World): Promise<number> {
  const { env, vault, runner } = step;
  const [{ secretsOfPlan }, { publishAll }, { compose }] = await Promise.all([
    import('./platform/mask.ts'),
    import('./publish/publish.ts'),
    import('./commands/compose.ts'),
  ]);
  const mask = vault.maskWith(secretsOfPlan(result.plan));
  const { publication, lines } = await compose(result, occasion, { mask, now: world.date() });
  for (const line of lines) runner.info(line);
  await publishAll(publication, world, {
    mask,
    runner,
    conversation: conversation(occasion, step, world),
    run: runNumber(env),
  });
  return publication.exitCode;
}

/** A run that cannot be entered into the baseline is a warning: what it measured stands. */
async function enter(occasion: Occasion, result: GateResult, world: World): Promise<void> {
  if (result.kind !== 'judged' || world.signal.aborted) return;
  try {
    const { enterRun } = await import('./baseline/enter.ts');
    world.log.info(await enterRun(result, occasion, world));
  } catch (error) {
    const { message, advice, lines } = asFailure(error).detail;
    world.log.warning(
      ['The run was not entered into the baseline:', message, advice, ...lines.slice(0, 2)].join(' '),
    );
  }
}

function conversation({ repository, pullRequest }: Occasion, { env, secrets }: Step, { signal }: World) {
  const token = secrets[TOKEN_INPUT] ?? '';
  if (repository === null || pullRequest === null || token === '') return null;
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  return async () => {
    const { openConversation } = await import('./platform/github.ts');
    return openConversation({ token, apiUrl, repository, pullRequest: pullRequest.number, signal });
  };
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
