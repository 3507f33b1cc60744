/** Loads configurations from text in a workspace of their own. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LoadedPlan, loadPlan } from '../../../src/config/load.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { millis } from '../../../src/domain/units.ts';
import { memoryLog } from '../../../src/platform/log.ts';
import { openVault } from '../../../src/platform/vault.ts';
import type { World } from '../../../src/platform/world.ts';

export interface Given {
  /** Text or bytes of the configuration file; absent: there is none. */
  readonly text?: string | Uint8Array;
  readonly configPath?: string | null;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Text of the file at the base commit; null: it has none. Absent: there is no base commit. */
  readonly base?: string | null;
  readonly env?: Readonly<Record<string, string>>;
  readonly sendsNothing?: boolean;
  /** Other files of the workspace. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Called with the workspace before the load. */
  readonly prepare?: (workspace: string) => Promise<void>;
}

export function worldIn(workspace: string, env: Readonly<Record<string, string>> = {}): World {
  return {
    workspace,
    temporary: workspace,
    env,
    vault: openVault({ env, secrets: {} }),
    signal: new AbortController().signal,
    log: memoryLog(),
    now: () => millis(performance.now()),
    date: () => new Date(),
    generator: ['node'],
  };
}

export async function load(given: Given): Promise<LoadedPlan> {
  const workspace = await realpath(await mkdtemp(join(tmpdir(), 'loadgate-config-')));
  try {
    const files = {
      ...given.files,
      ...(given.text === undefined ? {} : { '.github/loadgate.yml': given.text }),
    };
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), content);
    }
    await given.prepare?.(workspace);
    const { configPath = null, inputs = {}, base = null, env, sendsNothing = false } = given;
    const source = { configPath, inputs, base, ownSecrets: given.base === undefined, sendsNothing };
    return await loadPlan(source, worldIn(workspace, env));
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** The failure that loading ends with; anything else thrown, or nothing, is an error of the test. */
export async function failureOf(given: Given): Promise<Failure> {
  try {
    await load(given);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

/** Problems as `line:column: message`, without the source lines. */
export async function problemsIn(given: Given): Promise<readonly string[]> {
  const { detail } = await failureOf(given);
  return detail.lines
    .filter((line) => !line.startsWith(' '))
    .map((line) => line.replace('.github/loadgate.yml:', ''));
}

/** A valid file with something in the place of its only scenario's keys, each line indented by four. */
export function scenario(...lines: readonly string[]): string {
  return [
    'service: { start: node server.js }',
    'scenarios:',
    '  main:',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');
}
