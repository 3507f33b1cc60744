/** The change alters what it is judged by: its limits, its policy, the accepted runs. The base commit's apply. */
import { finding, type Rule } from './evidence.ts';

/** Fires where a base commit decided otherwise than the change says. */
export const ownEdits: Rule = ({ plan, occasion }) => {
  const edits = plan.origin?.edits ?? null;
  if (edits === null || occasion.baseSha === null) return [];
  const { limits, settings, removed, config, baseline } = edits;
  const files = [config, baseline].filter((path) => path !== null);
  if (limits.length + settings.length + removed.length + files.length === 0) return [];
  return [finding('own-edits', 'limitation', 'certain', { ...edits, base: occasion.baseSha })];
};
