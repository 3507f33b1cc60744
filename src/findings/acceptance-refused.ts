/** Words that were meant to accept a change and do not: whoever wrote them has to know why. */
import { finding, type Rule } from './evidence.ts';

/** Fires for each; that GitHub did not answer matters only where something failed that could have been accepted. */
export const acceptanceRefused: Rule = ({ verdict }) =>
  verdict.refusedAcceptances
    .filter(({ kind }) => kind !== 'not-read' || verdict.outcome === 'fail')
    .map((refused) => finding('acceptance-refused', 'limitation', 'certain', { refused }));
