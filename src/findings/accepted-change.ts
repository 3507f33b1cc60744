/** What was accepted on purpose is told in every report, whether this run needs it or not: nobody should forget that it stands open. */
import { finding, type Rule } from './evidence.ts';

/** Fires for every acceptance of these scenarios, also for one that has expired: it is to be taken out. */
export const acceptedChange: Rule = ({ verdict }) =>
  verdict.acceptances.map((acceptance) => finding('accepted-change', 'weakness', 'certain', acceptance));
