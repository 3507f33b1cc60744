/** What reports say of changes that were accepted on purpose: numbers and names, no words. Plain JSON. */
import type { RefusedAcceptance } from './acceptance.ts';
import type { StandingAcceptance } from './verdict.ts';

/** Evidence of findings about acceptances, by the rule's name. */
export interface AcceptanceEvidence {
  /** Told in every report until it expires, and once more when it has. */
  'accepted-change': StandingAcceptance;
  'acceptance-refused': { readonly refused: RefusedAcceptance };
}
