/** A process of the service has opened nearly as many files as it may. */
import { finding, type Rule } from './evidence.ts';
import { watchedIn } from './watched.ts';

/** Every connection is a file: the last fifth is what a burst of them takes. */
export const FILES_NEAR = 0.8;

/** Fires by the process with the most open files. */
export const openFilesNear: Rule = (scene) =>
  watchedIn(scene).flatMap(({ name, resources: { service } }) => {
    const { most, limit } = service?.openFiles ?? { most: 0, limit: 0 };
    return limit > 0 && most >= FILES_NEAR * limit
      ? [finding('open-files-near', 'potential', 'certain', { scenario: name, most, limit })]
      : [];
  });
