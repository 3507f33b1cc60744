/** Adds up looks at the sessions of a database. */
import type { DatabaseReading } from '../../domain/resources.ts';
import type { Activity, Wait } from './server.ts';

/** The account of the looks. */
export interface Looks {
  add(activity: Activity): void;
  /** `limit`: connections that the server takes. `busy`: mean number of sessions that executed something where the looks do not tell it. */
  read(limit: number | null, busy: number | null): Pick<DatabaseReading, 'connections' | 'waits'>;
}

/** Kinds of wait that a reading shows. */
const WAITS_MAX = 10;

/** Opens an account. */
export function openLooks(): Looks {
  const waits = new Map<string, Wait>();
  let looks = 0;
  let seen = 0;
  let most = 0;
  let active: number | null = 0;
  let idleInTransaction = 0;
  return {
    add(activity) {
      looks += 1;
      for (const wait of activity.waits) addWait(waits, wait);
      if (activity.sessions === null) return;
      seen += 1;
      most = Math.max(most, activity.sessions.count);
      active = sum(active, activity.sessions.active);
      idleInTransaction += activity.sessions.idleInTransaction;
    },
    read(limit, busy) {
      const mean = active === null ? busy : active / seen;
      // A look that did not see the sessions makes the means of the others doubtful.
      const known = looks > 0 && seen === looks && mean !== null;
      return {
        connections: known
          ? { most, active: mean, idleInTransaction: idleInTransaction / seen, limit }
          : null,
        waits: [...waits.values()]
          .map((wait) => ({ ...wait, sessions: wait.sessions / looks }))
          .toSorted((a, b) => b.sessions - a.sessions)
          .slice(0, WAITS_MAX),
      };
    },
  };
}

const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

function addWait(waits: Map<string, Wait>, wait: Wait): void {
  const key = `${wait.kind} ${wait.event}`;
  waits.set(key, { ...wait, sessions: wait.sessions + (waits.get(key)?.sessions ?? 0) });
}
