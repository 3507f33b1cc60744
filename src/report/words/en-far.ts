/** English: what was read of another machine over SSH. */
import type { FarWords } from './far-words.ts';

/** Tables of the page. */
export const far: FarWords = {
  over: (title, host) => `${title}, read over SSH from ${host}`,
  machine: 'Machine of the service under load',
  available: 'Memory available at least',
};
