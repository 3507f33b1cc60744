/** An engine that sends nothing: load on a service that is described, in no time, the same for the same seed. For trying what stands on measurements. */
import { bytes, type Millis, millis, perSecond, ratio, toMicros } from '../domain/units.ts';
import { normal, type Random, seededRandom } from '../stats/random.ts';
import type { LoadJob, LoadResult } from './load-job.ts';
import type { runLoad } from './run-load.ts';
import { usersOf } from './shape.ts';
import { openTally, type Tally, type Tallied } from './tally.ts';

/** A service as it is to be seen. */
export interface FakeService {
  /** Median latency. */
  readonly median: Millis;
  /** Standard deviation of the logarithm of the latency: 0.3 is a steady service, 1 one with a long tail. */
  readonly spread: number;
  /** Share of requests that are answered with status 500. */
  readonly errorShare: number;
}

/** More requests than this would not be worth waiting for. */
const REQUESTS_MAX = 1_000_000;
const BODY_BYTES = 100;

/** Runs load in the place of the generator process. @throws RangeError for more than a million requests */
export function fakeLoad(service: FakeService): typeof runLoad {
  return async (job, _world, onProgress) => {
    await job.beforeLoad?.([process.pid]);
    const { duration } = job.load.executor;
    const tallied = tally(service, job);
    const throughput = perSecond((tallied.counts.ok / duration) * 1_000);
    const errors = tallied.counts.httpError;
    onProgress({
      phase: 'load',
      elapsed: duration,
      total: duration,
      throughput,
      p95: null,
      errors,
      second: tallied.timeline.at(-1) ?? null,
      generatorPids: [process.pid],
    });
    return resultOf(job, tallied);
  };
}

/** One answer, by the end of its request. */
interface Answer {
  readonly index: number;
  readonly end: number;
  readonly latency: Millis;
  readonly failed: boolean;
}

function tally(service: FakeService, { load, seed }: LoadJob): Tallied {
  const { duration } = load.executor;
  const users = usersOf(load.executor);
  const random = seededRandom(seed);
  const answers = Array.from({ length: users }, () =>
    answersOf(service, load.requests.length, duration, random),
  ).flat();
  let now = 0;
  const account: Tally = openTally(
    load.requests.map(({ name }) => name),
    () => users,
    () => now,
  );
  for (const { index, end, latency, failed } of answers.toSorted((one, other) => one.end - other.end)) {
    account.sent(index);
    if (end > duration) continue;
    now = end;
    account.answered(index, {
      status: failed ? 500 : 200,
      wrong: failed ? 'HTTP 500' : null,
      latency: toMicros(latency),
      bodyBytes: BODY_BYTES,
    });
  }
  now = duration;
  return account.close();
}

/** What one user is answered until the time is over; the last may come too late. */
function answersOf(
  service: FakeService,
  requests: number,
  duration: Millis,
  random: Random,
): readonly Answer[] {
  const answers: Answer[] = [];
  for (let end = 0; end < duration; ) {
    if (answers.length >= REQUESTS_MAX)
      throw new RangeError(`more than ${REQUESTS_MAX} requests of one user`);
    const latency = millis(service.median * Math.exp(service.spread * normal(random)));
    end += latency;
    answers.push({
      index: answers.length % requests,
      end,
      latency,
      failed: random.next() < service.errorShare,
    });
  }
  return answers;
}

function resultOf({ scenario, load }: LoadJob, { latency, ...tallied }: Tallied): LoadResult {
  return {
    ...tallied,
    scenario,
    startedAt: new Date(0).toISOString(),
    warmUp: load.warmUp,
    users: usersOf(load.executor),
    engine: { name: 'fake', version: '1', why: 'asked' },
    latency: latency.toRecord(),
    generator: {
      cpu: ratio(0.1),
      eventLoop: ratio(0.1),
      eventLoopDelayP99: millis(1),
      runQueueDelay: null,
      memory: bytes(50_000_000),
    },
  };
}
