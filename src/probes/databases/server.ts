/** What every database server is to the probe: something that counts, is looked at, and may have gaps. */
import type { DatabaseReading, Unread } from '../../domain/resources.ts';

/** What a statement came to since the server began to count. Time in milliseconds. */
export interface Counted {
  readonly calls: number;
  readonly time: number;
  /** Null where they are not counted. */
  readonly rows: number | null;
  readonly examined: number | null;
  readonly blocks: number | null;
}

/** All counters of a server at one moment. They only grow, as long as nobody resets them. Ourselves not counted. */
export interface Counters {
  /** By the server's own key; null where statements are not told apart. */
  readonly statements: ReadonlyMap<string, Counted> | null;
  /** True when `statements` holds every one that the server knows. */
  readonly complete: boolean;
  /** Of all statements together; null where they are not counted. */
  readonly calls: number | null;
  /** Milliseconds. */
  readonly time: number | null;
  /** Look-ups that memory answered, and those that it did not; null where they are not counted. */
  readonly cache: { readonly hits: number; readonly misses: number } | null;
  /** Grows when the server drops counters of statements for want of room. */
  readonly forgotten: number;
}

/** The sessions of clients at one moment, our own not counted. */
export interface Activity {
  /** Null where they cannot be seen. `active`: null where the server does not say who executes something. */
  readonly sessions: {
    readonly count: number;
    readonly active: number | null;
    readonly idleInTransaction: number;
  } | null;
  readonly waits: readonly Wait[];
}

/** Sessions that waited for the same. */
export type Wait = DatabaseReading['waits'][number];

/** Something that a server does not let us see. */
export type Gap = Pick<Unread, 'part' | 'reason' | 'remedy' | 'said'>;

/** A server that is connected to. Its methods are called one at a time; each throws when the connection is lost. */
export interface DatabaseServer {
  readonly kind: DatabaseReading['kind'];
  readonly version: string;
  /** How many connections it takes; null where it does not say. */
  readonly limit: number | null;
  /** What was missing so far. */
  gaps(): readonly Gap[];
  count(): Promise<Counters>;
  look(): Promise<Activity>;
  /** Texts of statements as the server keeps them, by key; those that it no longer has are missing. */
  textsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

/** Most statements that are asked for in one look at the counters, those with the most time first. */
export const STATEMENTS_MAX = 5_000;

/** A number out of a row; 0 for what is none. */
export function numberIn(value: unknown): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}

/** A text out of a row; empty for what is none. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}
