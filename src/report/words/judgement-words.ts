/** Phrases of a judgement in a table: which one is said is chosen in `report/judgement-cells.ts`. */
import type { ComparisonOutcome } from '../../domain/verdict.ts';
import type { AcceptanceWords } from './acceptance-words.ts';

/** One or two words each. */
export type JudgementPhrases = Readonly<
  Record<
    | ComparisonOutcome
    /** A regression of a metric that has no limit. */
    | 'worse'
    /** A regression within what was accepted on purpose. */
    | 'accepted'
    | 'noValue'
    | 'void'
    | 'breach'
    | 'withinLimit'
    | 'notCompared',
    string
  >
>;

/** Phrases of a limit. */
export interface LimitPhrases {
  /** In front of a bound. */
  readonly max: string;
  readonly min: string;
  readonly none: string;
  /** `+10 %, widened to +13 %`. */
  readonly widened: (limit: string, tolerance: string) => string;
  /** `accepted to +12 %`. */
  readonly accepted: AcceptanceWords['limitCell'];
}
