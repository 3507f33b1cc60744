/** Garbage collection takes a large part of the time. */
import { finding, type Rule } from './evidence.ts';
import { DELAY_MS } from './event-loop-blocked.ts';
import { DELAY_FLOOR } from './neighbour.ts';
import { believableIn, mostOf } from './watched.ts';

/** Services collect for one to five hundredths of the time; from 15 % on memory management is the largest single piece of work that can go. */
export const COLLECTION = 0.15;

/** Fires for the process of Node.js that collected most, by the share of time, or by single collections that made its event loop late.
 * Where the service had to wait for a core, so had its collector: a long pause then says nothing of the heap. */
export const collection: Rule = (scene) =>
  believableIn(scene).flatMap(({ name, resources }) => {
    const most = mostOf(resources, (runtime) => runtime.collection);
    if (most === undefined) return [];
    const heldBack = (resources.service?.runQueueDelay ?? 0) > DELAY_FLOOR;
    const pauses = !heldBack && most.delayP99 >= DELAY_MS && most.collectionMax >= most.delayP99;
    if (most.collection < COLLECTION && !pauses) return [];
    return [
      finding('collection', 'bottleneck', pauses ? 'likely' : 'certain', {
        scenario: name,
        share: most.collection,
        longest: most.collectionMax,
        minor: most.minorCollections,
        major: most.majorCollections,
      }),
    ];
  });
