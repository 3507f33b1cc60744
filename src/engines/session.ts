/** What every engine is given, and what it gives back: one stretch of load on one service. */
import type { Failure } from '../domain/failure.ts';
import type { Load, Tls } from '../domain/plan.ts';
import type { Millis } from '../domain/units.ts';
import type { Random } from '../stats/random.ts';
import type { Flow } from './flow.ts';
import type { Pace } from './pacer.ts';
import type { Tally, Tallied } from './tally.ts';

/** One stretch of load. */
export interface Session {
  readonly load: Load;
  /** Base URL as the user gave it; its host is what the service is told. */
  readonly url: URL;
  /** Where to connect. */
  readonly address: string;
  /** What the service's certificate is held to; null for an `http:` URL. */
  readonly tls: Tls | null;
  readonly duration: Millis;
  /** `cut`: what is under way at the end is left out. `settle`: nothing more is sent, and the time lasts until the last answer. */
  readonly ending: 'cut' | 'settle';
  /** One for each user. */
  readonly openUser: () => Flow;
  readonly tally: Tally;
  /** For think times: a stream of its own, so that the requests are the same with and without. */
  readonly random: Random;
  /** Wakes an open loop. */
  readonly pace: Pace;
  /** The service turned out to be one that this load cannot be put on: ends the job at once, with this failure. */
  readonly giveUp: (failure: Failure) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** Why an engine's own numbers would not be the truth for this service. */
export type Untruth = 'closing-connections' | 'lost-answers';

/** What a stretch came to. */
export interface SessionResult {
  readonly tallied: Tallied;
  /** Null: nothing was seen that the engine cannot measure. */
  readonly untruth: Untruth | null;
}

/** An engine: sends the load of a session, settles every request in its tally, and ends by itself. */
export type Engine = (session: Session) => Promise<SessionResult>;

/** After the measured time: how long answers under way are waited for, so that the service sees whole requests and orderly ends. */
export const DRAIN_MS = 500;

/** Waits between attempts to connect where nobody listens: doubling, bounded, so that a dead service is no hot loop. */
export function backOff(failures: number): number {
  return Math.min(10 * 2 ** Math.min(failures, 10), 250);
}

/** Port of a URL as a number. */
export const portOf = (url: URL): number =>
  url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);

/** Where to connect, as a URL without a path. */
export function addressUrl({ url, address }: Pick<Session, 'url' | 'address'>): string {
  return `${url.protocol}//${address.includes(':') ? `[${address}]` : address}:${portOf(url)}`;
}

/** Said for every request without an answer in time. */
export const timeoutMessage = (timeout: number): string => `timeout after ${timeout} ms`;
/** Said when the service closed a connection instead of answering. */
export const LOST_MESSAGE = 'closed without an answer';
/** Said when the service closed a connection in the middle of an answer. */
export const CUT_MESSAGE = 'closed in the middle of an answer';
/** Said when what came was no HTTP answer. */
export const NONSENSE_MESSAGE = 'not HTTP';
/** Said when an answer came that no request had asked for, or an interim one that autocannon takes for whole. */
export const SURPLUS_MESSAGE = 'an answer too many';
