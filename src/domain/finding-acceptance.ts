/** What reports say of changes and runs that are accepted, or could be: numbers and names, no words. Plain JSON. */
import type { Kept } from './finding-baseline.ts';
import type { RefusedAcceptance } from './acceptance.ts';
import type { StandingAcceptance } from './verdict.ts';

/** Evidence of findings about accepting, by the rule's name. */
export interface AcceptanceEvidence {
  /** Told in every report until it expires, and once more when it has. */
  'accepted-change': StandingAcceptance;
  'fix-or-accept': Kept & {
    readonly command: string;
    readonly against: 'baseline' | 'base';
    /** The lines that would accept these regressions in the pull request, each up to its reason; none where there is no pull request. */
    readonly lines: readonly string[];
  };
  'take-baseline': Kept & { readonly command: string };
  'hold-the-gain': { readonly command: string; readonly path: string };
  'acceptance-refused': { readonly refused: RefusedAcceptance };
}
