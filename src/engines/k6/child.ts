/** k6 as a child of the generator: how it is called, and how it ends. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { K6Plan } from '../../domain/engine-plan.ts';
import type { Tls } from '../../domain/plan.ts';
import { type Millis, toSeconds } from '../../domain/units.ts';
import { type Program, type ProgramExit, startProgram } from '../programs/program.ts';

/** How it ended; `error` when it never began. */
export type K6Exit = ProgramExit;

/** What is called. */
export interface Calling {
  readonly plan: K6Plan;
  /** Where it runs; relative paths begin here. */
  readonly workspace: string;
  /** Base URL of the service. */
  readonly url: string;
  readonly tls: Tls | null;
  readonly users: number;
  /** Warm-up and measured time. */
  readonly duration: Millis;
  /** Files that it writes: every point, and the summary of its end. */
  readonly points: string;
  readonly summary: string;
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** A running k6. Disposing it ends all its processes. */
export interface K6Child extends Omit<Program, 'signal'> {
  /** Asks it to stop its users, and to write what it has not written yet. */
  readonly interrupt: () => void;
}

/** k6 is told to go on for so much longer than is measured, and is stopped: how soon a script sends for the first time, nobody knows before. */
const BEYOND_S = 60;
const VERSION_MS = 60_000;

/** Arguments of the command: few, since a flag that a version of k6 does not know ends it. */
export function argumentsOf({
  plan,
  workspace,
  tls,
  users,
  duration,
  points,
}: Omit<Calling, 'env' | 'url' | 'summary'>): readonly string[] {
  const seconds = Math.ceil(toSeconds(duration)) + BEYOND_S;
  return [
    'run',
    '--quiet',
    `--out=json=${points}`,
    ...(plan.shape === 'scenario' ? [`--vus=${users}`, `--duration=${seconds}s`] : []),
    ...Object.entries(plan.tags).map(([name, value]) => `--tag=${name}=${value}`),
    ...(tls?.kind === 'unverified' ? ['--insecure-skip-tls-verify'] : []),
    resolve(workspace, plan.script),
  ];
}

const commandOf = ({ command }: K6Plan, workspace: string): string =>
  command.includes('/') ? resolve(workspace, command) : command;

/** `k6 v1.4.0 (commit/…)`; what went wrong where it cannot be run. */
export async function versionOf(
  plan: K6Plan,
  workspace: string,
): Promise<{ readonly version: string } | { readonly error: NodeJS.ErrnoException }> {
  try {
    const options = { timeout: VERSION_MS, cwd: workspace, env: { ...process.env, ...plan.env } };
    const { stdout } = await promisify(execFile)(commandOf(plan, workspace), ['version'], options);
    return { version: /\bv(\d[0-9A-Za-z.+-]{0,30})/.exec(stdout)?.[1] ?? '' };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** What k6 is told by its environment, where a version that does not know it takes no notice. */
const optionsOf = ({ summary }: Calling): Readonly<Record<string, string>> => ({
  K6_SUMMARY_EXPORT: summary,
  // Its own door for remote control would be a fixed port, which another k6 may have.
  K6_ADDRESS: '127.0.0.1:0',
  K6_NO_USAGE_REPORT: 'true',
  NO_COLOR: '1',
});

/** Starts it, in a group of its own. */
export function startK6(calling: Calling): K6Child {
  const { plan, workspace, env, url } = calling;
  const program = startProgram(commandOf(plan, workspace), argumentsOf(calling), {
    cwd: workspace,
    env: { ...process.env, BASE_URL: url, ...plan.env, ...env, ...optionsOf(calling) },
  });
  return { ...program, interrupt: () => program.signal('SIGINT') };
}
