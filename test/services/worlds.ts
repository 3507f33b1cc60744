/** Worlds for tests that start real processes: a folder of their own, a memory for words, and nobody left behind. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BootedService } from '../../src/domain/plan.ts';
import { millis } from '../../src/domain/units.ts';
import { type Logged, memoryLog } from '../../src/platform/log.ts';
import { findMarked } from '../../src/platform/process-list.ts';
import { TAG_VARIABLE, tagOf } from '../../src/platform/tag.ts';
import { openVault } from '../../src/platform/vault.ts';
import type { World } from '../../src/platform/world.ts';

/** A world with what a test looks at. Disposing it throws when processes were left running. */
export interface TestWorld extends World, Disposable {
  readonly words: readonly Logged[];
  /** As SIGINT would. */
  abort(): void;
  /** Pids that still carry the tag of this world: none after every test. */
  leftovers(): readonly number[];
  readonly logFile: string;
  readLog(): string;
}

/** Opens a world whose workspace is an empty folder. */
export function openTestWorld(env: Readonly<Record<string, string>> = {}): TestWorld {
  const temporary = mkdtempSync(join(tmpdir(), 'loadgate-test-'));
  const controller = new AbortController();
  const log = memoryLog();
  const logFile = join(temporary, 'service.log');
  const leftovers = (): readonly number[] => findMarked(`${TAG_VARIABLE}=${tagOf({ temporary })}`);
  return {
    workspace: temporary,
    temporary,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    vault: openVault({ env, secrets: {} }),
    signal: controller.signal,
    log,
    now: () => millis(performance.now()),
    date: () => new Date(),
    generator: [process.execPath],
    words: log.lines,
    abort: () => controller.abort(),
    leftovers,
    logFile,
    readLog: () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''),
    [Symbol.dispose]() {
      const left = leftovers();
      rmSync(temporary, { recursive: true, force: true });
      if (left.length > 0) throw new Error(`processes were left running: ${left.join(', ')}`);
    },
  };
}

const FAULTS = join(import.meta.dirname, 'fault.mjs');

/** The command line of a misbehaving service. */
export const faultCommand = (fault: string, ...args: readonly (string | number)[]): string =>
  `exec ${[process.execPath, FAULTS, fault, ...args.map(String)].map((word) => `'${word}'`).join(' ')}`;

/** A plan for a service that misbehaves; ready when `/` answers 2xx. */
export function faultService(start: string, changes: Partial<BootedService> = {}): BootedService {
  return {
    kind: 'booted',
    build: null,
    start,
    workingDirectory: '.',
    env: {},
    url: 'http://127.0.0.1:{port}',
    tls: null,
    port: 'free',
    ready: { kind: 'http', path: '/', status: [{ from: 200, to: 299 }], body: null },
    buildTimeout: millis(20_000),
    readyTimeout: millis(20_000),
    stopTimeout: millis(1_000),
    showLog: 'on-failure',
    observe: 'auto',
    ...changes,
  };
}

/** True while a process with this pid exists and is no zombie. */
export function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Polls until `check` is true. @throws Error after 20 s */
export async function until(check: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 20_000;
  while (!check()) {
    if (performance.now() > end) throw new Error(`waited 20 s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
