/** Our own engine on undici, for what autocannon cannot send or measure truthfully: closing connections, think time, ramps, arrivals. */
import { isOpen } from '../domain/executor.ts';
import { runArrivals } from './arrivals.ts';
import type { Session, SessionResult } from './session.ts';
import { runUsers } from './users.ts';

/** Runs a session: an open loop where its executor is one, else a closed loop. */
export async function runUndici(session: Session): Promise<SessionResult> {
  const { executor } = session.load;
  return isOpen(executor) ? await runArrivals(session, executor) : await runUsers(session, executor);
}
