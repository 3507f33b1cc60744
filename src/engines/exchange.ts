/** What every connection of our own engine is, and the account that it gives of one request: sent, answered, or failed. */
import type { Flow, Outgoing } from './flow.ts';
import { openHearing } from './hearing.ts';
import { type Session, timeoutMessage } from './session.ts';
import { type FailureWay, latencyOf } from './tally.ts';

/** One user's connection: opened by its first request, and anew when the service has closed it. */
export interface Connection {
  /**
   * Sends a flow's next request and settles it in the tally; resolves with how it failed without an answer, or null. Its latency counts from `from`, on the
   * session's clock; its timeout from now, since the service is given that long to answer. One at a time.
   */
  send(flow: Flow, from: number): Promise<FailureWay | null>;
  /** True while a request waits for the connection to be there: it has not been sent. */
  readonly isConnecting: () => boolean;
  destroy(): Promise<void>;
}

/** A request under way. */
export interface Pending {
  /** What its latency counts from. */
  readonly from: number;
  readonly startedAt: number;
  /** Set when it is written to a connection. */
  abort: ((reason: Error) => void) | null;
}

/** The reason for ending a request that has no complete answer in time. */
export class Overdue extends Error {
  override readonly name = 'Overdue';
}

/** What a request is sent for, and where it is watched while it is under way. */
export interface Sender {
  readonly session: Session;
  readonly pending: Set<Pending>;
  readonly flow: Flow;
}

/** The account of one request, as its connection tells it. Settled once, by `end` or by `fail`. */
export interface Exchange {
  /** It is written to a connection; `abort` ends it there. */
  sent(abort: (reason: Error) => void): void;
  /** Names in lower case. */
  begin(status: number, headers: Readonly<Record<string, string | readonly string[] | undefined>>): void;
  take(chunk: Buffer): void;
  /** The answer is complete. */
  end(): void;
  fail(way: FailureWay, message: string): void;
  /** True when an answer has begun. */
  readonly hasBegun: () => boolean;
}

/** Begins the account of a request; `settled` hears how it failed without an answer, or null. */
export function openExchange(
  { session, pending, flow }: Sender,
  request: Outgoing,
  own: Pending,
  settled: (way: FailureWay | null) => void,
): Exchange {
  const { tally, load, now } = session;
  const { index } = request;
  const hearing = openHearing(load, index);
  let status = 0;
  let bodyBytes = 0;
  const settle = (way: FailureWay | null, failed: boolean): void => {
    pending.delete(own);
    if (failed) flow.fail(index);
    settled(way);
  };
  return {
    sent(abort) {
      tally.sent(index);
      own.abort = abort;
      pending.add(own);
    },
    begin(code, headers) {
      status = code;
      hearing.begin(headers);
    },
    take(chunk) {
      bodyBytes += chunk.length;
      hearing.take(chunk);
    },
    end() {
      const latency = latencyOf(now() - own.from);
      const wrong = hearing.end(status, flow);
      tally.answered(index, { status, wrong, latency, bodyBytes });
      settle(null, wrong !== null);
    },
    fail(way, message) {
      const isTimeout = way === 'timeout';
      const latency = isTimeout ? latencyOf(Math.max(now() - own.from, load.timeout)) : undefined;
      tally.failed(index, way, isTimeout ? timeoutMessage(load.timeout) : message, latency);
      settle(way, true);
    },
    hasBegun: () => status !== 0,
  };
}
