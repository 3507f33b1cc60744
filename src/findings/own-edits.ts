/** The change alters what it is judged by: its limits, its policy, the accepted runs. The base commit's apply. */
import { finding, type Rule } from './evidence.ts';

/** Fires where a base commit decided otherwise than the change says. */
export const ownEdits: Rule = ({ plan, occasion }) => {
  const edits = plan.origin?.edits ?? null;
  if (edits === null || occasion.baseSha === null) return [];
  const { limits, settings, removed, baseline } = edits;
  if (limits.length + settings.length + removed.length === 0 && baseline === null) return [];
  return [finding('own-edits', 'limitation', 'certain', { ...edits, base: occasion.baseSha })];
};
