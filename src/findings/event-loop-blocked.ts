/** Something holds the event loop, so that all other requests wait for one. */
import { finding, type Rule } from './evidence.ts';
import { believableIn, busiestThread, mostOf } from './watched.ts';

/** A tick that came 50 ms late kept every request of that moment waiting as long. */
export const DELAY_MS = 50;
/** A loop that is full with work is late, too: that is one full core, and not a block. */
export const LOOP_FULL = 0.9;
export const CORE_FULL = 0.85;
/** A loop that is full while its thread computes less than this, and does not wait for a core, stands still in a call that blocks. */
export const THREAD_IDLE = 0.7;

/** Fires for the process whose event loop was latest, or was held without computing. Where a single collection took as long, collection is the cause. */
export const eventLoopBlocked: Rule = (scene) =>
  believableIn(scene).flatMap(({ name, resources, mean }) => {
    const latest = mostOf(resources, ({ delayP99 }) => delayP99);
    const thread = busiestThread(resources);
    if (latest === undefined || thread === null) return [];
    const { delayP99, delayMax, eventLoop, collectionMax } = latest;
    // What it would have computed if it had not waited for a core.
    const wanted = thread + (resources.service?.runQueueDelay ?? 0);
    const isFull = eventLoop >= LOOP_FULL && wanted >= CORE_FULL;
    const late = delayP99 >= DELAY_MS && !isFull && collectionMax < delayP99;
    const held = eventLoop >= LOOP_FULL && wanted < THREAD_IDLE && mean > 0;
    if (!late && !held) return [];
    const evidence = { scenario: name, delayP99, delayMax, eventLoop, thread };
    return [finding('event-loop-blocked', 'bottleneck', 'likely', evidence)];
  });
