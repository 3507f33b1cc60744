/** What a language says of results that another tool measured. */
import type { FindingEvidence } from '../../domain/finding.ts';
import type { Lack } from '../../domain/imported.ts';
import type { Pen } from './words.ts';

/** Phrases about imported results. */
export interface ImportedWords {
  /** What an output does not tell, as a part of a list. */
  readonly lacks: Readonly<Record<Lack, string>>;
  /** Who measured, and what its output does not tell. */
  readonly sentence: (evidence: FindingEvidence['imported'], n: Pen) => string;
}
