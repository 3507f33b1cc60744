/** What the generator process does with its job: warm up, choose the engine that can measure this service truthfully, measure. */
import type { EngineUse } from '../domain/measurement.ts';
import { type Millis, millis, perSecond } from '../domain/units.ts';
import { isBeyondAutocannon, runAutocannon } from './autocannon.ts';
import type { GeneratorJob, LoadProgress, LoadResult } from './load-job.ts';
import { startOwnUse } from './own-use.ts';
import type { Engine, SessionResult } from './session.ts';
import { openTally, type Tally } from './tally.ts';
import { requestSource } from './templates.ts';
import { runUndici } from './undici.ts';
import { ENGINE_VERSIONS } from './versions.ts';

type EngineName = 'autocannon' | 'undici';
type Choice = Pick<EngineUse, 'why'> & { readonly name: EngineName };

const ENGINES: Readonly<Record<EngineName, Engine>> = { autocannon: runAutocannon, undici: runUndici };

/** Progress is told so often. */
const PROGRESS_EVERY_MS = 250;
/** With no warm-up asked for, the choice of the engine still needs a look at how the service treats its connections. */
const PROBE: Millis = millis(300);

/** Does the whole job. @throws whatever an engine could not settle; a failing service is no error but part of the result */
export async function generate(
  job: GeneratorJob,
  tell: (progress: LoadProgress) => void,
): Promise<LoadResult> {
  const stretch = stretches(job, tell);
  let choice = firstChoice(job);
  const mayChange = job.load.engine === 'auto' && choice.name === 'autocannon';
  const warmUp = mayChange && job.load.warmUp === 0 ? PROBE : job.load.warmUp;
  if (warmUp > 0) {
    const { untruth } = await stretch('warm-up', choice.name, warmUp).then(({ session }) => session);
    if (mayChange && untruth !== null) choice = { name: 'undici', why: untruth };
  }
  const first = await stretch('load', choice.name, job.load.executor.duration);
  const { untruth } = first.session;
  if (!mayChange || choice.name === 'undici' || untruth === null) return resultOf(job, choice, first);
  choice = { name: 'undici', why: untruth };
  return resultOf(job, choice, await stretch('load', choice.name, job.load.executor.duration));
}

function firstChoice({ load, url }: GeneratorJob): Choice {
  if (isBeyondAutocannon({ url: new URL(url), load })) {
    return { name: 'undici', why: load.engine === 'undici' ? 'asked' : 'unsupported' };
  }
  return load.engine === 'auto'
    ? { name: 'autocannon', why: 'default' }
    : { name: load.engine, why: 'asked' };
}

interface Stretch {
  readonly session: SessionResult;
  readonly startedAt: string;
  readonly generator: LoadResult['generator'];
}

/** Runs stretches of load, one after the other, on one stream of random numbers and values. */
function stretches(job: GeneratorJob, tell: (progress: LoadProgress) => void) {
  const openUser = requestSource(job.load, job.seed);
  const now = (): number => performance.now();
  const names = job.load.requests.map(({ name }) => name);
  return async (phase: LoadProgress['phase'], name: EngineName, duration: Millis): Promise<Stretch> => {
    const startedAt = new Date().toISOString();
    const tally = openTally(names, job.load.executor.users, now);
    const stopTelling = tellProgress({ phase, total: duration, tally, tell, now });
    const endOwnUse = startOwnUse();
    try {
      const url = new URL(job.url);
      // The reading ends with the measured time, which closing the tally marks: draining is not load.
      let generator: LoadResult['generator'] | null = null;
      const closing: Tally = {
        ...tally,
        close(ending) {
          generator = endOwnUse();
          stopTelling();
          return tally.close(ending);
        },
      };
      const session = await ENGINES[name]({
        load: job.load,
        url,
        address: job.address,
        duration,
        ending: phase === 'load' ? (job.ending ?? 'cut') : 'cut',
        openUser,
        tally: closing,
        now,
      });
      return { session, startedAt, generator: generator ?? endOwnUse() };
    } finally {
      stopTelling();
    }
  };
}

interface Telling {
  readonly phase: LoadProgress['phase'];
  readonly total: Millis;
  readonly tally: Tally;
  readonly tell: (progress: LoadProgress) => void;
  readonly now: () => number;
}

/** Tells at once, then at intervals; the returned function ends it. */
function tellProgress({ phase, total, tally, tell, now }: Telling): () => void {
  const start = now();
  const once = (): void => {
    const elapsed = millis(Math.min(now() - start, total));
    const { ok, errors, p95 } = tally.soFar();
    const throughput = perSecond(elapsed > 0 ? (ok / elapsed) * 1000 : 0);
    tell({ phase, elapsed, total, throughput, p95, errors, generatorPid: process.pid });
  };
  once();
  const timer = setInterval(once, PROGRESS_EVERY_MS);
  return () => clearInterval(timer);
}

function resultOf(
  job: GeneratorJob,
  { name, why }: Choice,
  { session, startedAt, generator }: Stretch,
): LoadResult {
  const { tallied } = session;
  return {
    scenario: job.scenario,
    startedAt,
    elapsed: tallied.elapsed,
    warmUp: job.load.warmUp,
    users: job.load.executor.users,
    engine: { name, version: ENGINE_VERSIONS[name], why },
    counts: tallied.counts,
    latency: tallied.latency.toRecord(),
    requests: tallied.requests,
    statuses: tallied.statuses,
    errors: tallied.errors,
    bodyBytes: tallied.bodyBytes,
    timeline: tallied.timeline,
    generator,
  };
}
