/** Phrases about a target: a service on another machine. */
import type { FindingWords } from './words.ts';

/** What every language says of a target. */
export interface TargetWords {
  readonly titles: Readonly<Record<'service-elsewhere', string>>;
  readonly findings: Pick<FindingWords, 'service-elsewhere'>;
}
