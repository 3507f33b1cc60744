/** Phrases about a load that k6 sent. */
import type { FindingWords } from './words.ts';

type Name = 'k6' | 'k6-thresholds';

/** What every language says of k6. */
export interface K6Words {
  readonly titles: Readonly<Record<Name, string>>;
  readonly findings: Pick<FindingWords, Name>;
}
