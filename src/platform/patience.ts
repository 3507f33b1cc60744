/** How long and how often a call to GitHub is tried: a deadline for each, few repetitions where they are safe, one budget for all. */
import { CLOCK, type Clock } from './clock.ts';

/** Bounds of all calls of one client. Milliseconds. */
export interface Patience {
  /** Deadline of one attempt, from connecting to the last byte of the answer. */
  readonly call: number;
  /** Budget of everything together. */
  readonly total: number;
  /** Pauses before the second attempt, the third, …; their number bounds the repetitions. */
  readonly pauses: readonly number[];
  /** A longer `Retry-After` is not waited for. */
  readonly retryAfterMax: number;
}

/** A slow answer is worth some seconds, never the job. */
export const PATIENCE: Patience = {
  call: 10_000,
  total: 60_000,
  pauses: [1_000, 3_000],
  retryAfterMax: 20_000,
};

/** What a failed call left behind, as octokit's RequestError has it; without `response` no answer came. */
export interface CallError {
  readonly message: string;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, unknown>> | null;
}

/** The gateway or the service behind it was away for a moment. */
const PASSING = new Set([500, 502, 503, 504]);

/** Makes a function that sends a request patiently. `stop` ends every attempt and every pause. */
export function patiently(patience: Patience, stop: AbortSignal, clock: Clock = CLOCK) {
  const end = AbortSignal.any([stop, clock.deadline(patience.total)]);
  return async <Answer>(method: string, send: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> => {
    for (let attempt = 0; ; attempt += 1) {
      end.throwIfAborted();
      try {
        return await clock.within(patience.call, end, send);
      } catch (error) {
        const pause = pauseBefore(callError(error), method, patience.pauses[attempt], patience.retryAfterMax);
        if (pause === null || end.aborted) throw error;
        await clock.pause(pause, end);
      }
    }
  };
}

/** How long to wait before the next attempt, or null when another would be wrong or useless. */
function pauseBefore(
  error: CallError,
  method: string,
  pause: number | undefined,
  retryAfterMax: number,
): number | null {
  if (pause === undefined) return null;
  const asked = retryAfter(error);
  const wait = Math.max(pause, asked ?? 0);
  const bearable = wait <= retryAfterMax ? wait : null;
  // A slowed-down request was refused, not half done: repeating it is safe whatever it is. Without a time, GitHub asks for a minute at least.
  if (isSlowedDown(error)) return asked === null ? null : bearable;
  // A POST without an answer may have been carried out: only a look at the list can tell.
  if (method === 'POST') return null;
  return error.status === null || PASSING.has(error.status) ? bearable : null;
}

/** The milliseconds that GitHub asks to wait; null when it does not say, Infinity when it says so in a way that it never does. */
function retryAfter({ headers }: CallError): number | null {
  const asked = headers?.['retry-after'];
  if (asked === undefined) return null;
  const seconds = Number(asked);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : Number.POSITIVE_INFINITY;
}

/** GitHub's secondary limits: 429, or 403 with a time to wait or with these words. */
export function isSlowedDown({ status, headers, message }: CallError): boolean {
  if (status === 429) return true;
  return (
    status === 403 &&
    (headers?.['retry-after'] !== undefined || /secondary rate|abuse detection/i.test(message))
  );
}

/** Reads any thrown thing as a failed call. */
export function callError(error: unknown): CallError {
  const message = error instanceof Error ? error.message : String(error);
  const response =
    typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
  if (typeof response !== 'object' || response === null) return { message, status: null, headers: null };
  const status = 'status' in response && typeof response.status === 'number' ? response.status : null;
  const headers = 'headers' in response && typeof response.headers === 'object' ? response.headers : null;
  return { message, status, headers: headers === null ? null : { ...headers } };
}
