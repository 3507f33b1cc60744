/** Phrases about what is around the gate: the change's own edits of its limits, and a gate that only warns. */
import type { FindingWords, Pen } from './words.ts';

/** What every language says of them. */
export interface AroundWords {
  readonly titles: Readonly<Record<'own-edits', string>>;
  readonly findings: Pick<FindingWords, 'own-edits'>;
  /** Under a red or void verdict that lets the build pass all the same. */
  readonly warnOnly: (n: Pen) => string;
}
