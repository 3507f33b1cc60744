/** Ends what is left of a run whose own end did not come to it: after a kill -9, or when somebody could not wait. */
import { setTimeout as sleep } from 'node:timers/promises';
import { endMarked } from '../platform/process.ts';
import { findMarked } from '../platform/process-list.ts';
import { TAG_VARIABLE } from '../platform/tag.ts';

/** Processes that fork while they are killed need another round. */
const ROUNDS = 40;
const ROUND_MS = 25;

/**
 * Kills every process that carries the run's tag, until none is left (bounded to about a second). Returns the pids, each once. Nothing happens for
 * an empty tag, or where processes cannot be told by their environment (macOS).
 */
export async function sweepLeftovers(tag: string): Promise<readonly number[]> {
  if (tag === '') return [];
  const mark = `${TAG_VARIABLE}=${tag}`;
  const killed = new Set<number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const left = findMarked(mark);
    if (left.length === 0) break;
    endMarked(left);
    for (const pid of left) killed.add(pid);
    await sleep(ROUND_MS);
  }
  return [...killed];
}
