/** What is known of the workers of a distributed load: who sent, whether all of them stayed, and how their clocks went. */
import type { Millis } from './units.ts';

/** One worker. */
export interface WorkerUse {
  /** Name of its host. */
  readonly host: string;
  /** The address by which it reaches the master; empty where it does not know. */
  readonly address: string;
  /** From the start of the master until it said hello. */
  readonly joinedAfter: Millis;
  /** It came when all users were at work already. */
  readonly late: boolean;
  /** Into the measured time when it was last heard, at least 0; null when it stayed to the end. */
  readonly lostAt: Millis | null;
  /** Requests that it told of, whenever they ended. */
  readonly requests: number;
  readonly clock: ClockReading;
}

/** A worker's clocks beside those of the master's machine. */
export interface ClockReading {
  /** How far its clock of the world is ahead; negative when it is behind. Nothing is measured by it. */
  readonly offset: Millis;
  /** How far its requests may lie beside their true time: half of the fastest way there and back, and what the clocks drifted since. */
  readonly error: Millis;
}

/** All of them. */
export interface WorkersUse {
  /** So many may be lost, or come late, before the measurement is void. */
  readonly mayLose: number;
  readonly workers: readonly WorkerUse[];
}

/** Those that did not do the whole of their work: lost, or late. */
export const unsteady = ({ workers }: WorkersUse): readonly WorkerUse[] =>
  workers.filter(({ late, lostAt }) => late || lostAt !== null);

/** The name for people: `load-1 (10.0.0.3)`. */
export const workerName = ({ host, address }: Pick<WorkerUse, 'host' | 'address'>): string =>
  address === '' ? host : `${host} (${address})`;
