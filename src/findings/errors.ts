/** Requests failed: how, and with which words. */
import type { Slice } from '../domain/measurement.ts';
import { failuresOf } from '../stats/summary.ts';
import { finding, type Rule } from './evidence.ts';

/** Three messages name the usual causes; more is a log. */
const MESSAGES_MAX = 3;

const KINDS = ['httpError', 'connectionError', 'timeout', 'lost', 'refused'] as const;

/** Fires at the first failed attempt. */
export const errors: Rule = ({ loads }) =>
  loads.flatMap(({ name, summary }) => {
    const { hits, total } = failuresOf(summary.counts);
    if (hits === 0) return [];
    const kinds = KINDS.map((kind) => ({ kind, count: summary.counts[kind] }))
      .filter(({ count }) => count > 0)
      .sort((left, right) => right.count - left.count);
    return [
      finding('errors', 'weakness', 'certain', {
        scenario: name,
        rate: hits / Math.max(total, hits),
        failed: hits,
        attempts: total,
        kinds,
        messages: topMessages(summary.slices),
      }),
    ];
  });

function topMessages(slices: readonly Slice[]): Slice['errors'] {
  const counts = new Map<string, number>();
  for (const { message, count } of slices.flatMap((slice) => slice.errors)) {
    counts.set(message, (counts.get(message) ?? 0) + count);
  }
  return [...counts]
    .map(([message, count]) => ({ message, count }))
    .sort((left, right) => right.count - left.count)
    .slice(0, MESSAGES_MAX);
}
