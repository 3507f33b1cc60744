/** What was to be watched and could not be. */
import { finding, type Rule } from './evidence.ts';

/** Fires once for the run, with each thing once, whichever slice missed it. */
export const unread: Rule = ({ scenarios }) => {
  const all = scenarios
    .flatMap(({ summary }) => summary.slices)
    .flatMap(({ resources }) => resources?.unread ?? []);
  const items = [
    ...new Map(all.map((item) => [JSON.stringify([item.probe, item.name, item.part]), item])).values(),
  ];
  return items.length === 0 ? [] : [finding('unread', 'limitation', 'certain', { items })];
};
