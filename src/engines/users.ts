/** The closed loop of our own engine: users that wait for their answers, think, and come and go. */
import { isConstant } from '../domain/executor.ts';
import type { ConstantUsers, RampingUsers, ThinkTime } from '../domain/plan.ts';
import { levelAt } from '../stats/levels.ts';
import { normal, type Random } from '../stats/random.ts';
import { type Connection, type Connections, openConnections, within } from './connections.ts';
import { openPauses, type Pauses } from './pauses.ts';
import { backOff, DRAIN_MS, type Session, type SessionResult } from './session.ts';

/** How often a ramp's number of users is looked at. */
const ADJUST_EVERY_MS = 50;

/** State of one session. */
interface Field {
  readonly session: Session;
  readonly executor: ConstantUsers | RampingUsers;
  readonly connections: Connections;
  readonly pauses: Pauses;
  readonly users: User[];
  /** Users with a higher number leave after their answer. */
  wanted: number;
  over: boolean;
}

/**
 * Runs a session. A user's latency goes from the moment it decides to send to the last byte of the answer: where a new connection is needed,
 * opening it is part of what the user waits for.
 */
export async function runUsers(
  session: Session,
  executor: ConstantUsers | RampingUsers,
): Promise<SessionResult> {
  using connections = openConnections(session);
  const field: Field = {
    session,
    executor,
    connections,
    pauses: openPauses(),
    users: [],
    wanted: 0,
    over: false,
  };
  const start = session.now();
  adjustUsers(field, 0);
  const adjust = (): void => adjustUsers(field, session.now() - start);
  const timer = isConstant(executor) ? undefined : setInterval(adjust, ADJUST_EVERY_MS);
  await new Promise((resolve) => setTimeout(resolve, session.duration));
  clearInterval(timer);
  field.over = true;
  field.pauses.end();
  const done = Promise.all(field.users.map((user) => user.gone()));
  if (session.ending === 'settle') await within(session.load.timeout, done);
  const tallied = session.tally.close(session.ending);
  // Requests that wait for a connection would be sent after the end.
  for (const { connection } of field.users) if (connection.isConnecting()) void connection.destroy();
  await within(DRAIN_MS, done);
  await within(DRAIN_MS, Promise.all(field.users.map(({ connection }) => connection.destroy())));
  return { tallied, untruth: null };
}

/** Calls users in until there are as many as the shape asks for; those that are too many leave by themselves. */
function adjustUsers(field: Field, elapsed: number): void {
  field.wanted = Math.round(levelAt(field.executor, elapsed));
  for (let index = 0; index < field.wanted; index += 1) {
    const user = (field.users[index] ??= openUser(field, index));
    user.come(elapsed === 0);
  }
}

/** One user with one connection. */
interface User {
  readonly connection: Connection;
  /** Begins its loop, if it is not there already; `first` users begin somewhere in their first pause, so that they do not all ask at once. */
  come(first: boolean): void;
  /** When it has left. */
  gone(): Promise<void>;
}

function openUser(field: Field, index: number): User {
  const connection = field.connections.open();
  const flow = field.session.openUser();
  const { thinkTime } = field.executor;
  const isWanted = (): boolean => !field.over && index < field.wanted;
  const think = thinkTime === null ? null : () => pauseOf(thinkTime, field.session.random);
  let present: Promise<void> | null = null;
  const loop = async (first: boolean): Promise<void> => {
    if (first && think !== null) await field.pauses.wait(think() * field.session.random.next());
    let refused = 0;
    while (isWanted()) {
      const way = await connection.send(flow, field.session.now());
      refused = way === 'refused' ? refused + 1 : 0;
      const pause = Math.max(refused > 0 ? backOff(refused) : 0, think?.() ?? 0);
      if (pause > 0 && isWanted()) await field.pauses.wait(pause);
    }
    present = null;
  };
  return {
    connection,
    come(first) {
      present ??= loop(first);
    },
    gone: () => present ?? Promise.resolve(),
  };
}

/** Milliseconds, drawn. */
export function pauseOf(thinkTime: ThinkTime, random: Random): number {
  switch (thinkTime.kind) {
    case 'uniform':
      return thinkTime.from + (thinkTime.to - thinkTime.from) * random.next();
    case 'exponential':
      return thinkTime.mean * -Math.log(1 - random.next());
    case 'normal':
      return Math.max(0, thinkTime.mean + thinkTime.deviation * normal(random));
  }
}
