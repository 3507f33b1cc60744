/** One user's way through the requests of a scenario: which comes next, and what it remembers of the answers before. */
import type { Load, RequestPlan } from '../domain/plan.ts';
import type { Random } from '../stats/random.ts';
import { captured, type Heard, missingText } from './captures.ts';
import { openJar } from './cookies.ts';

/** One request, ready to be written. */
export interface Outgoing {
  /** Index of its plan in the load's requests. */
  readonly index: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** One user's requests, one after the other. */
export interface Flow {
  next(): Outgoing;
  /** Takes what later requests need from an answer that is as expected; why it cannot, as a message, or null: then the request has failed. */
  learn(index: number, heard: Heard): string | null;
  /** A request failed. Where something was to be captured from its answer it is missing, and the user begins again from the first, or with the next flow. */
  fail(index: number): void;
}

/** Opens a user's flow; `build` makes a request with what the user remembers. */
export function openFlow(
  load: Load,
  random: Random,
  build: (index: number, memory: Memory) => Outgoing,
): Flow {
  const memory = openMemory(load);
  const route = openRoute(load, random);
  return {
    next: () => build(route.next(), memory),
    learn(index, heard) {
      const request = load.requests[index];
      return request === undefined ? null : memory.learn(request, heard);
    },
    fail(index) {
      if ((load.requests[index]?.captures.length ?? 0) > 0) route.restart();
    },
  };
}

/** What a user remembers. */
export interface Memory {
  /** A value that an earlier answer gave; null before. */
  value(name: string): string | null;
  /** The `Cookie` header for a path; null without any. */
  cookiesFor(path: string): string | null;
  /** Takes what later requests need from an answer; why it cannot, for people, or null. */
  learn(request: RequestPlan, heard: Heard): string | null;
}

function openMemory({ cookies }: Pick<Load, 'cookies'>): Memory {
  const values = new Map<string, string>();
  const jar = cookies ? openJar(Date.now) : null;
  return {
    value: (name) => values.get(name) ?? null,
    cookiesFor: (path) => jar?.headerFor(path) ?? null,
    learn({ captures }, heard) {
      jar?.take(listOf(heard.headers['set-cookie']));
      for (const capture of captures) {
        const value = captured(capture, heard);
        if (value === null) return missingText(capture);
        values.set(capture.name, value);
      }
      return null;
    },
  };
}

const listOf = (header: Heard['headers'][string]): readonly string[] =>
  header === undefined ? [] : typeof header === 'string' ? [header] : header;

/** Which request comes next. */
interface Route {
  next(): number;
  /** The next one is the first again, where there is an order; of a flow that is drawn, where there are flows. */
  restart(): void;
}

/** A user's route by the order of its load. */
function openRoute({ order, requests, flows }: Load, random: Random): Route {
  if (flows.length > 0) return throughFlows(flows, random);
  if (order === 'weighted') return { next: byWeight(requests, random), restart: () => undefined };
  let at = -1;
  return {
    next() {
      at = (at + 1) % requests.length;
      return at;
    },
    restart() {
      at = -1;
    },
  };
}

/** A flow to its end, then the next one that is drawn: how often each is begun goes by the weights. */
function throughFlows(flows: Load['flows'], random: Random): Route {
  const draw = byWeight(flows, random);
  let left: readonly number[] = [];
  return {
    next() {
      const [index, ...rest] = left.length > 0 ? left : (flows[draw()]?.requests ?? []);
      if (index === undefined) throw new RangeError('a flow has no requests');
      left = rest;
      return index;
    },
    restart() {
      left = [];
    },
  };
}

function byWeight(choices: readonly { readonly weight: number }[], random: Random): () => number {
  let total = 0;
  const upTo = choices.map(({ weight }) => (total += weight));
  if (choices.length === 1) return () => 0;
  return () => {
    const drawn = random.next() * total;
    return upTo.findIndex((limit) => drawn < limit);
  };
}
