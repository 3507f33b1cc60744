/** Which refusals there are for the effects of a run, and a sample of them. */
import { seededRandom } from '../../src/stats/random.ts';
import type { Counted, Refusal } from './effect.ts';

/** What the operating system says when it says no. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  // Without open files there are no pipes either, which is another way to fail.
  spawn: ['EAGAIN', 'EMFILE'],
  spawnSync: ['EAGAIN'],
  connect: ['ECONNREFUSED'],
  listen: ['EADDRINUSE'],
  lookup: ['EAI_AGAIN'],
  kill: ['EPERM'],
  rename: ['EACCES'],
};
const WRITING = /write|append|mkdir|mkdtemp|handle\.sync|truncate|close/i;

/** Up to here, the last call of an effect is the same moment in every run. */
const COUNTABLE = 20;

/** Every effect refused at its first call, at its last where that can be told, and always. */
export function everyAttempt(effects: readonly Counted[]): readonly Refusal[] {
  return effects.flatMap(({ site, call, times }) => {
    const codes = CODES[call] ?? [WRITING.test(call) ? 'ENOSPC' : 'EIO'];
    const which: readonly Refusal['which'][] =
      times === 1 ? [1] : times <= COUNTABLE ? [1, times, 'ever'] : [1, 'ever'];
    // Processes that nobody may end stay.
    const possible = call === 'kill' ? which.filter((each) => each !== 'ever') : which;
    return codes.flatMap((code) => possible.map((each) => ({ site, which: each, code })));
  });
}

/** So many of them, drawn without putting back; the same for the same seed. All when there are fewer. */
export function sample(attempts: readonly Refusal[], many: number, seed: number): readonly Refusal[] {
  if (attempts.length <= many) return attempts;
  const random = seededRandom(seed);
  const rest = [...attempts];
  return Array.from({ length: many }, () => rest.splice(Math.floor(random.next() * rest.length), 1)).flat();
}
