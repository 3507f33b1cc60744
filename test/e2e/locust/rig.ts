/** Finds Locust, and puts loads by locustfiles that tests write on servers of theirs. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { LocustPlan } from '../../../src/domain/engine-plan.ts';
import type { FailureDetail } from '../../../src/domain/failure.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { Load } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import type { LoadProgress, LoadResult } from '../../../src/engines/load-job.ts';
import { loadOf, measured } from '../engines/measure.ts';

/** The version that CI installs. */
const PACKAGE = 'locust==2.47.0';
const PROBE_MS = 60_000;

/** The executable, as CI hands it over. */
export const LOCUST = process.env['LOADGATE_LOCUST'] ?? 'locust';

/** Each user sends 50 requests as soon as the time is measured, and rests. */
export const FIFTY = `import time
from gevent.event import Event
from locust import FastHttpUser, events, task

started = Event()
events.spawning_complete.add_listener(lambda **_: started.set())

class Fifty(FastHttpUser):
    @task
    def all_of_them(self):
        started.wait()
        for number in range(50):
            self.client.get("/%d" % number, name="/number")
        time.sleep(60)
`;

/** Users that go on and on. */
export const STEADY = `from locust import FastHttpUser, constant, task

class Steady(FastHttpUser):
    wait_time = constant(0.05)
    @task
    def visit(self):
        self.client.get("/")
`;

/** `describe`, or the same skipped where there is no Locust. @throws Error where it must be there */
export function describeWithLocust(): typeof describe | typeof describe.skip {
  const probe = spawnSync(LOCUST, ['--version'], { encoding: 'utf8', timeout: PROBE_MS });
  if (probe.status === 0) return describe;
  const how = `Locust: ${LOCUST} cannot be run; install with: python3 -m venv DIR && DIR/bin/pip install ${PACKAGE}, and set LOADGATE_LOCUST=DIR/bin/locust`;
  if (process.env['LOADGATE_REQUIRE_LOCUST'] === '1') throw new Error(how);
  console.warn(`\n*** SKIPPED ${how}\n`);
  return describe.skip;
}

/** A port on which nobody listened a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** How a test's load differs from one process with two users for 3 s, without warm-up. */
export interface Changes extends Partial<Omit<LocustPlan, 'file'>> {
  readonly users?: number;
  readonly duration?: number;
  readonly warmUp?: number;
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly died?: AbortSignal;
}

/** Runs a locustfile on a service to its end, or until the service `died`; nothing of it is left running. @throws Failure */
export async function locustOn(url: string, locustfile: string, changes: Changes = {}): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-locustfile-'));
  try {
    const file = join(folder, 'locustfile.py');
    writeFileSync(file, locustfile);
    const { onProgress, died, ...rest } = changes;
    return await measured(url, locustLoad(file, rest), {
      ...(onProgress && { onProgress }),
      ...(died && { died }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The load of a locustfile; `file` is absolute. */
export function locustLoad(file: string, changes: Omit<Changes, 'onProgress' | 'died'> = {}): Load {
  const { users = 2, duration = 3_000, warmUp = 0, ...plan } = changes;
  return loadOf({
    engine: 'locust',
    users,
    duration,
    warmUp: millis(warmUp),
    timeout: millis(10_000),
    requests: [],
    locust: {
      file,
      command: LOCUST,
      spawnRate: users,
      tags: [],
      excludeTags: [],
      processes: 1,
      workers: null,
      env: {},
      hashes: {},
      ...plan,
    },
  });
}

/** Why a run is no measurement. @throws what else it threw, and when it was one */
export async function failureOf(running: Promise<LoadResult>): Promise<FailureDetail> {
  const result = await running.catch((error: unknown) => {
    if (error instanceof Failure) return error.detail;
    throw error;
  });
  if ('code' in result) return result;
  throw new Error(`it was measured: ${JSON.stringify(result.counts)}`);
}
