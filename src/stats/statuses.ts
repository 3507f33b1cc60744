/** Answers by status, and by class of status. */
import type { Slice } from '../domain/measurement.ts';

/** Answers with one status. */
export type StatusCount = Slice['statuses'][number];

/** Answers by status of several slices as one, lowest status first. */
export function addStatuses(all: readonly StatusCount[]): readonly StatusCount[] {
  const byStatus = new Map<number, number>();
  for (const { status, count } of all) byStatus.set(status, (byStatus.get(status) ?? 0) + count);
  return [...byStatus].sort(([left], [right]) => left - right).map(([status, count]) => ({ status, count }));
}

/** Shares of the status classes among the given answers, lowest class first. */
export function sharesByClass(statuses: readonly StatusCount[]): Readonly<Record<string, number>> {
  const answers = sum(statuses.map((status) => status.count));
  const byClass = new Map<string, number>();
  for (const { status, count } of statuses) {
    const name = statusClass(status);
    byClass.set(name, (byClass.get(name) ?? 0) + count);
  }
  const rows = [...byClass].sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(rows.map(([name, count]) => [name, answers === 0 ? 0 : count / answers]));
}

/** `404` -> `4xx`. */
export const statusClass = (status: number): string => `${Math.floor(status / 100)}xx`;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
