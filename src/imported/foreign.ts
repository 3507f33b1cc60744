/** What a reader of another tool's output is given, and what it comes to. */
import type { ForeignTool, Lack, ToldLatency } from '../domain/imported.ts';
import type { K6Threshold } from '../domain/k6.ts';
import type { Counts, HistogramRecord, RequestCounts, Slice } from '../domain/measurement.ts';
import type { Bytes, Millis } from '../domain/units.ts';

/** A file that another tool wrote. Nothing of it is believed. */
export interface ForeignFile {
  /** As it was given; for messages. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written, milliseconds since 1970. */
  readonly writtenAt: number;
  /** Its bytes, from the beginning at each call. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** What one output tells of one stretch of load. */
export interface Foreign {
  readonly tool: ForeignTool;
  /** Empty where it is not told. */
  readonly version: string;
  /** Milliseconds since 1970; null where it is not told. */
  readonly startedAt: number | null;
  readonly elapsed: Millis;
  readonly users: number | null;
  readonly counts: Counts;
  /** Empty where only quantiles are told. */
  readonly latency: HistogramRecord;
  readonly told: ToldLatency | null;
  readonly requests: readonly RequestCounts[];
  readonly statuses: Slice['statuses'];
  readonly errors: Slice['errors'];
  readonly bodyBytes: Bytes | null;
  /** Of k6: the thresholds of its script. */
  readonly thresholds?: readonly K6Threshold[];
  /** What the format does not tell beside that which is missing above. */
  readonly lacks: readonly Lack[];
}

/** Reads a format. @throws Failure kind `not-measured`, code `import-…`, naming file and line where it can */
export type Reader = (file: ForeignFile, limits: ReadLimits) => Promise<Foreign>;

/** What reading may take. */
export interface ReadLimits {
  /** True when the time is over: asked now and then. */
  readonly isOver: () => boolean;
}

/** Counts of nothing. */
export const NOTHING: Counts = {
  sent: 0,
  ok: 0,
  httpError: 0,
  connectionError: 0,
  timeout: 0,
  lost: 0,
  inFlight: 0,
  refused: 0,
};

/** Counts with their sum. */
export const countsOf = (parts: Partial<Omit<Counts, 'sent'>>): Counts => {
  const counts = { ...NOTHING, ...parts };
  const { ok, httpError, connectionError, timeout, lost, inFlight } = counts;
  return { ...counts, sent: ok + httpError + connectionError + timeout + lost + inFlight };
};
