/** Watches over the workers of a master: that all of them come, that they tell what they do, and that they stay. */
import type { LocustWorkers } from '../../domain/engine-plan.ts';
import { millis } from '../../domain/units.ts';
import { workerName, type WorkersUse } from '../../domain/workers.ts';
import type { Account } from '../programs/account.ts';
import { workersDeaf, workersMissing } from './failures.ts';
import type { Processes, WorkerSeen } from './processes.ts';

/** A worker that beats ten times a second and was not heard for so long is gone. Locust itself gives it about as long. */
const LOST_MS = 3_500;
/** A master that was not heard for so long is stuck itself: its workers are not to blame. */
const MASTER_MS = 1_000;
/** From its connection to its hello. */
const HELLO_MS = 10_000;

/** What happened to one of them. */
export interface Unsteady {
  readonly what: 'lost' | 'late';
  /** `load-1 (10.0.0.3)`. */
  readonly worker: string;
  /** Milliseconds since it was last heard. */
  readonly silent: number;
}

/** The watch. Moments are milliseconds of one clock; `began` is when the master was started. */
export interface WorkerWatch {
  /**
   * Looks at them all; what is new is returned once.
   * @throws Failure code `locust-workers-missing`, `locust-workers-deaf`
   */
  look(now: number, started: number | null): readonly Unsteady[];
  /**
   * The run is over: one that has not said its last word by now never will.
   * @throws Failure code `locust-workers-deaf`: what one has sent that never told is in no count
   */
  close(): void;
  /** So many were lost, or came late, that the measurement is void. */
  isVoid(): boolean;
  /** What they came to. */
  read(window: Account['window']): WorkersUse;
}

/** Opens it. `lines` are what was printed last; `onLost` is told of each that is given up. */
export function openWorkerWatch(
  plan: LocustWorkers,
  processes: Processes,
  { began, lines, onLost }: WatchOptions,
): WorkerWatch {
  const late = new Set<number>();
  const told = new Set<number>();
  const looks = { deafSince: null as number | null };
  const isGone = (worker: WorkerSeen, now: number): boolean =>
    !worker.isDone && !worker.isLost && now - worker.heard > LOST_MS;
  return {
    look(now, started) {
      const all = processes.workers();
      if (started === null && now - began > plan.joinWithin && processes.joined().length < plan.count)
        throw workersMissing(plan, all.map(workerName), lines());
      looks.deafSince = processes.joined().length > all.length ? (looks.deafSince ?? now) : null;
      if (looks.deafSince !== null && now - looks.deafSince > HELLO_MS)
        throw workersDeaf(deaf(processes), lines());
      const newlyLate = all.filter(({ key, came }) => started !== null && came > started && !told.has(key));
      const isMasterHeard = now - (processes.masterHeard() ?? 0) < MASTER_MS;
      const newlyLost = isMasterHeard ? all.filter((worker) => isGone(worker, now)) : [];
      for (const { key } of newlyLost) {
        processes.lose(key);
        onLost(key);
      }
      for (const { key } of newlyLate) {
        late.add(key);
        told.add(key);
      }
      return [
        ...newlyLate.map((worker) => unsteady('late', worker, now)),
        ...newlyLost.map((worker) => unsteady('lost', worker, now)),
      ];
    },
    close() {
      const silent = deaf(processes);
      if (silent.length > 0) throw workersDeaf(silent, lines());
      for (const { key, isDone } of processes.workers()) if (!isDone) processes.lose(key);
    },
    isVoid: () =>
      processes.workers().filter(({ key, isLost }) => isLost || late.has(key)).length > plan.mayLose,
    read: (window) => ({
      mayLose: plan.mayLose,
      workers: processes.workers().map((worker) => ({
        host: worker.host,
        address: worker.address,
        joinedAfter: millis(Math.max(0, worker.came - began)),
        late: late.has(worker.key),
        lostAt: worker.isLost ? millis(Math.max(0, (worker.until - window.begin) / 1_000)) : null,
        requests: worker.requests,
        clock: worker.clock ?? { offset: millis(0), error: millis(0) },
      })),
    }),
  };
}

/** What it needs beside the workers themselves. */
export interface WatchOptions {
  readonly began: number;
  readonly lines: () => readonly string[];
  readonly onLost: (key: number) => void;
}

const unsteady = (what: Unsteady['what'], worker: WorkerSeen, now: number): Unsteady => ({
  what,
  worker: workerName(worker),
  silent: now - worker.heard,
});

/** What Locust calls those that have connected and not said hello. */
function deaf(processes: Processes): readonly string[] {
  const telling = new Set(processes.seen().map(({ relay }) => relay));
  return processes.joined().filter((name) => !telling.has(name));
}
