/** Garbage collection takes a large part of the time. */
import { finding, type Rule } from './evidence.ts';
import { believableIn, mostOf } from './watched.ts';

/** Services collect for one to five hundredths of the time; from 15 % on memory management is the largest single piece of work that can go. */
export const COLLECTION = 0.15;

/** Fires for the process of Node.js that collected most. */
export const collection: Rule = (scene) =>
  believableIn(scene).flatMap(({ name, resources }) => {
    const most = mostOf(resources, (runtime) => runtime.collection);
    if (most === undefined || most.collection < COLLECTION) return [];
    return [
      finding('collection', 'bottleneck', 'certain', {
        scenario: name,
        share: most.collection,
        longest: most.collectionMax,
        minor: most.minorCollections,
        major: most.majorCollections,
      }),
    ];
  });
