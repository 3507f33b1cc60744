/** A closed loop of users and a service made of stations, simulated event by event, and the ladders that it gives. */
import type { LoadStep } from '../../../src/stats/ladder.ts';

/** A part of every request: so many are served at once, first come first served; times in milliseconds. */
interface Station {
  readonly servers: number;
  readonly time: number;
}

/** What the users ask, and how long they think after each answer. */
export interface ClosedLoop {
  readonly stations: readonly Station[];
  readonly thinkTime: number;
  /** A time with this mean. */
  readonly draw: (mean: number) => number;
}

/** Times that are always the same. */
export const always = (mean: number): number => mean;

/** Times that are distributed exponentially. */
export const exponential =
  (random: () => number) =>
  (mean: number): number =>
    -mean * Math.log(1 - random());

/** One step: what so many users saw in `length` milliseconds, after a tenth of that. Stations serve in the order of arrival, so that each service can be placed as soon as its request arrives. */
export function stepOf({ stations, thinkTime, draw }: ClosedLoop, users: number, length: number): LoadStep {
  const free = stations.map(({ servers }) => Array.from({ length: Math.min(servers, users) }, () => 0));
  const loop = Array.from({ length: users }, () => ({ at: draw(thinkTime), sent: 0, station: 0 }));
  for (const user of loop) user.sent = user.at;
  const [from, to] = [length / 10, length * 1.1];
  const responses: number[] = [];
  for (;;) {
    const user = loop.reduce((first, other) => (other.at < first.at ? other : first));
    if (user.at > to) break;
    const servers = free[user.station]!;
    const server = servers.indexOf(Math.min(...servers));
    user.at = Math.max(user.at, servers[server]!) + draw(stations[user.station]!.time);
    servers[server] = user.at;
    user.station += 1;
    if (user.station < stations.length) continue;
    if (user.at > from && user.at <= to) responses.push(user.at - user.sent);
    user.at += draw(thinkTime);
    user.sent = user.at;
    user.station = 0;
  }
  const response = responses.reduce((sum, each) => sum + each, 0) / responses.length;
  return { users, throughput: (1000 * responses.length) / length, response };
}

/** Powers of two up to `most`, and the levels given between them. */
export function levelsUpTo(most: number, between: readonly number[] = []): readonly number[] {
  const powers = Array.from({ length: 1 + Math.floor(Math.log2(most)) }, (_, index) => 2 ** index);
  return [...new Set([...powers, ...between, most])].sort((left, right) => left - right);
}
