/** Locust as a child of the generator: how it is called, what it may print, and how all of it ends. */
import { resolve } from 'node:path';
import type { LocustPlan } from '../../domain/engine-plan.ts';
import { type Millis, toSeconds } from '../../domain/units.ts';
import { type Program, type ProgramExit, startProgram } from '../programs/program.ts';

/** What is called. */
export interface Calling {
  readonly plan: LocustPlan;
  /** Where it runs; relative paths begin here. */
  readonly workspace: string;
  /** Base URL of the service. */
  readonly url: string;
  readonly users: number;
  /** How long tasks under way may go on at the end. */
  readonly patience: Millis;
  /** Loaded before the locustfile: absolute path of the listener. */
  readonly beside: readonly string[];
  readonly more: readonly string[];
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** How it ended. */
export type LocustExit = ProgramExit;

/** A running Locust. Disposing it ends all its processes. */
export interface LocustChild extends Omit<Program, 'signal'> {
  /**
   * Asks it to stop its users and to tell what it measured: by INT, which is an exception wherever Python happens to be and now and then is lost there; `again` by TERM, which Locust takes in
   * its event loop, but under which a load shape may end it too early.
   */
  interrupt(again: boolean): void;
}

/** Arguments of the command. */
export function argumentsOf({
  plan,
  workspace,
  url,
  users,
  patience,
  beside,
  more,
}: Calling): readonly string[] {
  const files = [...beside, resolve(workspace, plan.file)];
  return [
    '--headless',
    '--only-summary',
    `--locustfile=${files.join(',')}`,
    `--host=${url}`,
    `--users=${users}`,
    `--spawn-rate=${plan.spawnRate}`,
    `--stop-timeout=${Math.ceil(toSeconds(patience))}`,
    ...masterArguments(plan),
    ...(plan.processes > 1 ? ['--processes', String(plan.processes)] : []),
    ...(plan.tags.length > 0 ? ['--tags', ...plan.tags] : []),
    ...(plan.excludeTags.length > 0 ? ['--exclude-tags', ...plan.excludeTags] : []),
    ...more,
  ];
}

function masterArguments({ workers }: LocustPlan): readonly string[] {
  if (workers === null) return [];
  const { bind, port, count, mayLose } = workers;
  const place = [`--master-bind-host=${bind}`, `--master-bind-port=${port}`];
  // What a lost worker did is shared out among the others; where none may be lost, the run ends with it.
  return [
    '--master',
    ...place,
    `--expect-workers=${count}`,
    ...(mayLose > 0 ? ['--enable-rebalancing'] : []),
  ];
}

/** The executable: a name that PATH is searched for, or a path. */
export const commandOf = ({ command }: LocustPlan, workspace: string): string =>
  command.includes('/') ? resolve(workspace, command) : command;

/** Starts it, in a group of its own. */
export function startLocust(calling: Calling): LocustChild {
  const { plan, workspace, env } = calling;
  const program = startProgram(commandOf(plan, workspace), argumentsOf(calling), {
    cwd: workspace,
    // Python's caches would change the workspace that is measured.
    env: { ...process.env, PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', ...plan.env, ...env },
  });
  return { ...program, interrupt: (again) => program.signal(again ? 'SIGTERM' : 'SIGINT') };
}
