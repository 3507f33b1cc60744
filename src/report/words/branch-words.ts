/** Phrases about accepted runs on a branch of their own. */
import type { Pen } from './words.ts';

/** What every language says where a file would have to be committed. `branch`: its name. */
export interface BranchWords {
  readonly fixOrAccept: (branch: string, command: string, n: Pen) => string;
  readonly takeBaseline: (branch: string, n: Pen) => string;
  readonly moreRuns: (branch: string, runs: number, wanted: number, n: Pen) => string;
}
