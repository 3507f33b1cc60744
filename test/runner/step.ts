/** Starts a step of the Action as GitHub's runner does: environment, event file, command files, post step. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Heard, hear } from './commands.ts';
import { readKeyValues } from './file-commands.ts';

/** What the workflow says. */
export interface StepOptions {
  readonly workspace: string;
  readonly event: string;
  readonly payload: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly apiUrl?: string;
  /** Variables beside those of the runner; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Options of Node.js for the main step. */
  readonly node?: readonly string[];
}

/** A step that ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Standard output and error, as they came. */
  readonly log: string;
  readonly heard: Heard;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Milliseconds from start to end. */
  readonly took: number;
}

/** A step that runs. */
export interface Step extends Disposable {
  readonly child: ChildProcess;
  readonly trackingId: string;
  /** `RUNNER_TEMP`. */
  readonly temporary: string;
  readonly files: Readonly<Record<FileName, string>>;
  /** What was printed so far. */
  printed(): string;
  /** Waits until the output has this text; 60 s at most. */
  until(text: string): Promise<void>;
  ended: Promise<Ended>;
  /** Runs the post step with the state that the main step left. */
  post(): Promise<Ended>;
}

type FileName = 'OUTPUT' | 'STATE' | 'ENV' | 'PATH' | 'STEP_SUMMARY';
const FILES: readonly FileName[] = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'];

const ROOT = join(import.meta.dirname, '..', '..');
const WAIT_MS = 60_000;

/** `dist/` when it is built, as users run it; `src/` when asked for by LOADGATE_E2E=src or when there is no dist. */
export function entry(name: 'action' | 'post' | 'cli'): string {
  const built = join(ROOT, 'dist', `${name}.js`);
  return process.env.LOADGATE_E2E !== 'src' && existsSync(built) ? built : join(ROOT, 'src', `${name}.ts`);
}

/** Sentinels where a runner has its own tokens: none of them may leave. */
export const RUNNER_SECRETS = {
  ACTIONS_RUNTIME_TOKEN: 'sentinel-runtime-token-5d1c',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'sentinel-id-token-77aa',
} as const;

/** Starts the main step. Disposing it kills the process and removes the runner's files. */
export function startStep(options: StepOptions): Step {
  const temporary = mkdtempSync(join(tmpdir(), 'loadgate-runner-'));
  const commands = join(temporary, '_runner_file_commands');
  mkdirSync(commands);
  const files = newFiles(commands);
  const event = join(temporary, 'event.json');
  writeFileSync(
    event,
    typeof options.payload === 'string' ? options.payload : JSON.stringify(options.payload),
  );
  const trackingId = `github_${randomUUID()}`;
  const env = environment(options, { temporary, event, files, trackingId });
  const main = run([...(options.node ?? []), entry('action')], env, options.workspace, files);
  return {
    ...main,
    trackingId,
    temporary,
    files,
    async post() {
      const state = readKeyValues(readFileSync(files.STATE, 'utf8'));
      const postFiles = {
        ...files,
        OUTPUT: newFile(commands, 'OUTPUT'),
        STATE: newFile(commands, 'STATE'),
        STEP_SUMMARY: newFile(commands, 'STEP_SUMMARY'),
      };
      const states = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value] as const);
      return run([entry('post')], { ...env, ...Object.fromEntries(states) }, options.workspace, postFiles)
        .ended;
    },
    [Symbol.dispose]() {
      if (main.child.exitCode === null && main.child.signalCode === null) main.child.kill('SIGKILL');
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

const newFiles = (folder: string): Readonly<Record<FileName, string>> => ({
  OUTPUT: newFile(folder, 'OUTPUT'),
  STATE: newFile(folder, 'STATE'),
  ENV: newFile(folder, 'ENV'),
  PATH: newFile(folder, 'PATH'),
  STEP_SUMMARY: newFile(folder, 'STEP_SUMMARY'),
});

function newFile(folder: string, name: string): string {
  const path = join(folder, `${name.toLowerCase()}_${randomUUID()}`);
  writeFileSync(path, '');
  return path;
}

interface Place {
  readonly temporary: string;
  readonly event: string;
  readonly files: Readonly<Record<FileName, string>>;
  readonly trackingId: string;
}

function environment(
  options: StepOptions,
  { temporary, event, files, trackingId }: Place,
): NodeJS.ProcessEnv {
  const inputs = Object.entries({ ...options.inputs, 'github-token': options.token ?? '' });
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: options.event,
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_API_URL: options.apiUrl ?? 'http://127.0.0.1:1',
    GITHUB_RUN_ID: '100',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_ACTOR: 'octocat',
    GITHUB_WORKSPACE: options.workspace,
    ...Object.fromEntries(FILES.map((name) => [`GITHUB_${name}`, files[name]])),
    // The remote of the tests is a folder.
    GIT_ALLOW_PROTOCOL: 'file',
    RUNNER_TEMP: temporary,
    RUNNER_OS: 'Linux',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_TRACKING_ID: trackingId,
    ...RUNNER_SECRETS,
    ...Object.fromEntries(
      inputs.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
    ),
    ...options.env,
  };
}

function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
  files: Readonly<Record<FileName, string>>,
) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  // `exit`, not `close`: a grandchild that holds our output open must not hang the tests, nor does it hang the runner.
  const closed = once(child, 'close');
  const ended = once(child, 'exit').then(async ([code, signal]): Promise<Ended> => {
    const took = performance.now() - started;
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    const [output, state, summary] = [files.OUTPUT, files.STATE, files.STEP_SUMMARY].map((file) =>
      readFileSync(file, 'utf8'),
    );
    const told = {
      outputs: readKeyValues(output ?? ''),
      state: readKeyValues(state ?? ''),
      summary: summary ?? '',
    };
    return { code, signal, log, heard: hear(log), ...told, took };
  });
  return {
    child,
    ended,
    printed: () => log,
    until: (text: string) =>
      waitFor(
        () => log.includes(text),
        `"${text}" in the log`,
        () => log,
      ),
  };
}

/** @throws Error with the log unless the step ended with this exit code */
export function exited({ code, signal, log }: Ended, wanted: number): void {
  if (code !== wanted) throw new Error(`exit code ${code ?? signal} instead of ${wanted}; the log:\n${log}`);
}

/** Polls until `check` is true. @throws Error with `detail` after 60 s */
export async function waitFor(
  check: () => boolean,
  what: string,
  detail: () => string = () => '',
): Promise<void> {
  const end = performance.now() + WAIT_MS;
  while (!check()) {
    if (performance.now() > end) throw new Error(`waited ${WAIT_MS} ms for ${what}\n${detail()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
