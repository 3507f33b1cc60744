/** What a target's own monitoring says that it used: a Prometheus is asked after each stretch of load, and never while it is on. */
import { foreignJson } from '../domain/foreign-json.ts';
import { english, type Phrase, phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import type { MonitoringPlan, ServicePlan } from '../domain/plan.ts';
import type { MonitoringReading, SampledUse } from '../domain/resources.ts';
import { readShape } from '../domain/shaped.ts';
import { ruleOn } from '../platform/address-policy.ts';
import { addressesOf, type Answer, tryRequest } from '../platform/contact.ts';
import type { World } from '../platform/world.ts';
import type { Part } from './part.ts';

/** Part of a reading that is asked for. */
type Asked = 'cpu' | 'memory';

/** Asks for the values of a query between two times, in seconds since 1970. @throws Error saying why there are none */
type Ask = (query: string, from: number, to: number) => Promise<readonly number[]>;

/** What lasts for a whole run. */
export interface Monitoring {
  watch(): Part<MonitoringReading | null>;
}

const TIMEOUT_MS = 5_000;
/** Most values of one answer: it stays far below the part of a body that is read. */
const VALUES_MAX = 300;

/**
 * Opens it. Its address is resolved once and held to the list of the target's, before anything is sent. Never throws: what cannot be asked is told in the reading.
 */
export async function openMonitoring(
  service: ServicePlan,
  world: World,
  resolve: typeof addressesOf = addressesOf,
): Promise<Monitoring> {
  const plan = service.kind === 'deployed' ? service.monitoring : null;
  if (service.kind !== 'deployed' || plan === null) return { watch: () => NOTHING };
  const url = new URL(plan.prometheus);
  const addresses = await resolve(url.hostname).catch(() => []);
  const [address] = addresses;
  const ruling = ruleOn(url.hostname, addresses, service.allowed);
  const ask: Ask =
    address !== undefined && ruling.kind === 'allowed'
      ? (query, from, to) =>
          askPrometheus({ base: plan.prometheus, address, signal: world.signal }, query, from, to)
      : () =>
          Promise.reject(
            new Untold(
              phrase('monitoring-not-asked', { host: url.host, why: phrase(WHY_NOT_ASKED[ruling.kind]) }),
            ),
          );
  return { watch: () => watchMonitoring(plan, ask, world) };
}

/** Why there are no values. */
class Untold extends Error {
  override readonly name = 'Untold';
  readonly why: Phrase;

  constructor(why: Phrase) {
    super(english(why));
    this.why = why;
  }
}

/** Why somebody is not asked, by what the list of addresses says. */
export const WHY_NOT_ASKED = {
  allowed: 'look-no-address',
  unknown: 'name-means-nothing',
  unlisted: 'address-not-listed',
  never: 'address-never-asked',
} as const;

const NOTHING: Part<null> = {
  begin: () => Promise.resolve(),
  end: () => Promise.resolve(),
  read: () => null,
};

function watchMonitoring(plan: MonitoringPlan, ask: Ask, { date }: World): Part<MonitoringReading> {
  const values: Record<Asked, number[]> = { cpu: [], memory: [] };
  const asked = (['cpu', 'memory'] as const).flatMap((part) => {
    const query = plan[part];
    return query === null ? [] : [{ part, query }];
  });
  let since: number | null = null;
  let failure: Phrase | null = null;
  const seconds = (): number => date().getTime() / 1_000;
  return {
    begin() {
      since = seconds();
      return Promise.resolve();
    },
    async end() {
      if (since === null) return;
      const [from, to] = [since, seconds()];
      since = null;
      for (const { part, query } of asked) {
        try {
          values[part].push(...(await ask(query, from, to)));
        } catch (error) {
          failure ??= error instanceof Untold ? error.why : phrase('foreign', { text: messageOf(error) });
        }
      }
    },
    read() {
      const silent = asked.find(({ part }) => values[part].length === 0);
      const said =
        failure ?? (silent === undefined ? null : phrase('monitoring-no-value', { part: silent.part }));
      const gap = said === null ? null : english(said);
      return { source: 'prometheus', cpu: useOf(values.cpu), memory: useOf(values.memory), gap, said };
    },
  };
}

function useOf(values: readonly number[]): SampledUse | null {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return { mean: sum / values.length, most: Math.max(...values), samples: values.length };
}

/** Where a Prometheus is. */
interface Place {
  readonly base: string;
  readonly address: string;
  readonly signal: AbortSignal;
}

/** By the range query of its HTTP API (version 1), a value a second or fewer. */
async function askPrometheus(
  { base, address, signal }: Place,
  query: string,
  from: number,
  to: number,
): Promise<readonly number[]> {
  const url = new URL(`${base}/api/v1/query_range`);
  const step = Math.max(1, Math.ceil((to - from) / VALUES_MAX));
  for (const [name, value] of Object.entries({ query, start: from.toFixed(3), end: to.toFixed(3), step }))
    url.searchParams.set(name, String(value));
  const tls = url.protocol === 'https:' ? ({ kind: 'verified', ca: null } as const) : null;
  const answer = await tryRequest({ address, url, tls, timeout: TIMEOUT_MS, signal }).catch(
    (error: unknown) => {
      throw new Untold(phrase('look-error', { place: url.host, error: messageOf(error) }));
    },
  );
  return valuesIn(answer, url.host);
}

const ANSWER = z.object({
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(z.object({ values: z.array(z.tuple([z.number(), z.string()])) })),
  }),
});
const REFUSAL = z.object({ error: z.string() });

function valuesIn({ status, body }: Answer, host: string): readonly number[] {
  const value = jsonOf(body);
  const refusal = readShape(REFUSAL, value);
  // Its words are about the query; they are shown as text, and not at length.
  if (status !== 200)
    throw new Untold(
      refusal.success
        ? phrase('monitoring-refused', {
            host,
            status: String(status),
            error: refusal.data.error.slice(0, 200),
          })
        : phrase('monitoring-status', { host, status: String(status) }),
    );
  const answer = readShape(ANSWER, value);
  if (!answer.success) throw new Untold(phrase('monitoring-odd', { host }));
  const [series, ...others] = answer.data.data.result;
  if (others.length > 0) throw new Untold(phrase('monitoring-many-series', { count: others.length + 1 }));
  const values = (series?.values ?? []).map(([, text]) => Number(text));
  return values.filter((number) => Number.isFinite(number) && number >= 0);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function jsonOf(text: string): unknown {
  try {
    return foreignJson(text);
  } catch {
    return null;
  }
}
