/** What the generator process does with its job: warm up, choose the engine that can measure this service truthfully, measure. */
import { isOpen, isPlain } from '../domain/executor.ts';
import type { EngineUse } from '../domain/measurement.ts';
import type { Executor, Load } from '../domain/plan.ts';
import { millis, perSecond, type Millis } from '../domain/units.ts';
import { levelAt } from '../stats/levels.ts';
import { seededRandom } from '../stats/random.ts';
import { runAutocannon } from './autocannon.ts';
import { runK6 } from './k6/k6.ts';
import { runLocust } from './locust/locust.ts';
import type { GeneratorJob, LoadNotice, LoadProgress, LoadResult } from './load-job.ts';
import { openLedIn } from './lead-in.ts';
import { startOwnUse } from './own-use.ts';
import type { Pace } from './pacer.ts';
import type { Engine, SessionResult } from './session.ts';
import { heldAt, usersOf } from './shape.ts';
import { openTally, type Tally } from './tally.ts';
import { requestSource } from './templates.ts';
import { runUndici } from './undici.ts';
import { ENGINE_VERSIONS } from './versions.ts';

type EngineName = 'autocannon' | 'undici' | 'node:http2';
type Choice = Pick<EngineUse, 'why'> & { readonly name: EngineName };

/** Our own has two kinds of connections, by the version of HTTP. */
const ENGINES: Readonly<Record<EngineName, Engine>> = {
  autocannon: runAutocannon,
  undici: runUndici,
  'node:http2': runUndici,
};

/** Progress is told so often. */
const PROGRESS_EVERY_MS = 250;
/** With no warm-up asked for, the choice of the engine still needs a look at how the service treats its connections. */
const PROBE: Millis = millis(300);

/** What the generator's process has for all of its jobs. */
export interface Desk {
  readonly tell: (progress: LoadProgress) => void;
  /** Says at once what is not as it should be. */
  readonly notice: (notice: LoadNotice) => void;
  /** Says that all is ready for a measured stretch, and which processes send it (this one alone, where it does not say); resolves when it may begin. */
  readonly mayBegin: (generatorPids?: readonly number[]) => Promise<void>;
  /** Starts the pacer, or gives the one that runs. */
  readonly pacer: () => Promise<Pace>;
  /** The file that Locust loads beside the user's own. */
  readonly listener: string;
}

/**
 * Does the whole job.
 * @throws Failure for a service that this load cannot be put on; whatever an engine could not settle. A failing service is no error but part of the result
 */
export async function generate(job: GeneratorJob, desk: Desk): Promise<LoadResult> {
  const { executor, engine, locust, k6 } = job.load;
  if (locust !== undefined) return await runLocust(job, locust, desk);
  if (k6 !== undefined) return await runK6(job, k6, desk);
  const { tell, mayBegin, pacer } = desk;
  const stretch = stretches(job, tell, isOpen(executor) ? await pacer() : NEVER);
  const measured = async (name: EngineName): Promise<Stretch> => {
    if (job.waits) await mayBegin();
    return await stretch('load', name, executor);
  };
  let choice = firstChoice(job);
  const mayChange = engine === 'auto' && choice.name === 'autocannon';
  const warmUp = mayChange && job.load.warmUp === 0 ? PROBE : job.load.warmUp;
  if (warmUp > 0) {
    const held = heldAt('first', executor, warmUp);
    const { untruth } = await stretch('warm-up', choice.name, held).then(({ session }) => session);
    if (mayChange && untruth !== null) choice = { name: 'undici', why: untruth };
  }
  const first = await measured(choice.name);
  const { untruth } = first.session;
  if (!mayChange || choice.name === 'undici' || untruth === null) return resultOf(job, choice, first);
  choice = { name: 'undici', why: untruth };
  return resultOf(job, choice, await measured(choice.name));
}

/** For users that wait for their answers: nothing wakes them. */
const NEVER: Pace = () => () => undefined;

function firstChoice({ load, url }: GeneratorJob): Choice {
  if (load.http === 2) return { name: 'node:http2', why: 'http-2' };
  if (load.engine === 'undici') return { name: 'undici', why: 'asked' };
  if (!isPlain(load.executor)) return { name: 'undici', why: 'executor' };
  if (isBeyondAutocannon(new URL(url), load)) return { name: 'undici', why: 'unsupported' };
  return { name: 'autocannon', why: load.engine === 'auto' ? 'default' : 'asked' };
}

/** What autocannon cannot measure truthfully whatever the service does: it never verifies TLS, waits for the body of a HEAD, and lets nobody look into answers. */
function isBeyondAutocannon({ protocol }: URL, { requests, cookies }: Load): boolean {
  const cannot = requests.some(
    ({ method, checks, captures }) => method === 'HEAD' || checks.length + captures.length > 0,
  );
  return protocol === 'https:' || cookies || cannot;
}

interface Stretch {
  readonly session: SessionResult;
  readonly startedAt: string;
  readonly generator: LoadResult['generator'];
}

/** Runs stretches of load, one after the other, on one stream of random numbers and values. */
function stretches(job: GeneratorJob, tell: Desk['tell'], pace: Pace) {
  const openUser = requestSource(job.load, job.seed, job.secrets);
  const random = seededRandom(job.seed + 1);
  const now = (): number => performance.now();
  const names = job.load.requests.map(({ name }) => name);
  return async (phase: LoadProgress['phase'], name: EngineName, shape: Executor): Promise<Stretch> => {
    const leadIn = phase === 'load' ? (job.leadIn ?? 0) : 0;
    const duration = millis(shape.duration + leadIn);
    const executor = { ...shape, duration };
    const startedAt = new Date().toISOString();
    const usersAt = isOpen(executor) ? null : (elapsed: number): number => levelAt(executor, elapsed);
    const open = (): Tally => openTally(names, usersAt, now);
    using led = leadIn > 0 ? openLedIn(open, millis(leadIn)) : null;
    const tally = led?.tally ?? open();
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
      const givenUp = Promise.withResolvers<never>();
      const running = ENGINES[name]({
        load: { ...job.load, executor },
        url,
        address: job.address,
        tls: job.tls,
        duration,
        ending: phase === 'load' ? (job.ending ?? 'cut') : 'cut',
        openUser,
        tally: closing,
        random,
        pace,
        giveUp: givenUp.reject,
        now,
      });
      const session = await Promise.race([running, givenUp.promise]);
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
    const { ok, errors, p95, second } = tally.soFar();
    const throughput = perSecond(elapsed > 0 ? (ok / elapsed) * 1000 : 0);
    tell({ phase, elapsed, total, throughput, p95, errors, second, generatorPids: [process.pid] });
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
    users: usersOf(job.load.executor),
    engine: { name, version: versionOf(name), why },
    counts: tallied.counts,
    arrivals: tallied.arrivals,
    latency: tallied.latency.toRecord(),
    requests: tallied.requests,
    statuses: tallied.statuses,
    errors: tallied.errors,
    bodyBytes: tallied.bodyBytes,
    timeline: tallied.timeline,
    generator,
  };
}

/** Node.js's own client has the version of the Node.js that runs here. */
const versionOf = (name: EngineName): string =>
  name === 'node:http2' ? process.versions.node : ENGINE_VERSIONS[name];
