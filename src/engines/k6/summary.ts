/** The summary that k6 writes at its end: how many requests there were, and what became of the script's thresholds. */
import { stat } from 'node:fs/promises';
import type { K6Threshold } from '../../domain/k6.ts';
import type { ForeignFile } from '../../imported/foreign.ts';
import { formOf, summaryOf } from '../../imported/k6-structured.ts';
import { count, members, own } from '../../imported/numbers.ts';
import { wholeJson } from '../../imported/text.ts';
import { follow } from './following.ts';

/** What is read of it. */
export interface K6Summary {
  /** Null where no request was sent. */
  readonly requests: number | null;
  /** Null in the newer form, which says nothing of them. */
  readonly thresholds: readonly K6Threshold[] | null;
}

const BYTES_MAX = 64 * 2 ** 20;
/** As many as anybody reads. */
const THRESHOLDS_MAX = 200;
const TEXT_MAX = 300;

/** Reads the file; null where there is none, or it is of a form that is newer than this reader. @throws Failure code `import-…` for one that is no summary */
export async function readSummary(path: string): Promise<K6Summary | null> {
  const known = await stat(path).catch(() => null);
  if (known === null) return null;
  const signal = new AbortController().signal;
  const file: ForeignFile = {
    name: 'the summary',
    size: known.size,
    writtenAt: known.mtimeMs,
    chunks: () => follow(path, { written: Promise.resolve(), most: BYTES_MAX, signal }),
  };
  return summaryIn(await wholeJson(file, { isOver: () => false }));
}

/** What a summary says. @throws Failure code `import-…` */
export function summaryIn(value: unknown): K6Summary | null {
  const place = { file: 'the summary', line: null };
  if (formOf(members(value, 'the whole', place)) === 'unknown') return null;
  const { whole, tellsThresholds } = summaryOf(value, place);
  const metrics = Object.entries(members(own(whole, 'metrics'), 'metrics', place)).map(
    ([name, metric]) => [name, members(metric, name, place)] as const,
  );
  const sent = metrics.find(([name]) => name === 'http_reqs')?.[1];
  const values = sent === undefined ? undefined : (own(sent, 'values') ?? sent);
  const requests =
    values === undefined
      ? null
      : count(own(members(values, 'http_reqs', place), 'count'), 'http_reqs.count', place);
  const thresholds = metrics.flatMap(([name, metric]) => thresholdsOf(name, own(metric, 'thresholds')));
  return { requests, thresholds: tellsThresholds ? thresholds.slice(0, THRESHOLDS_MAX) : null };
}

/**
 * `handleSummary` has `{ ok }`. `--summary-export` has a boolean that is true for a threshold that was CROSSED: https://github.com/grafana/k6/issues/1498
 */
function thresholdsOf(metric: string, thresholds: unknown): readonly K6Threshold[] {
  if (typeof thresholds !== 'object' || thresholds === null) return [];
  return Object.entries(thresholds).map(([expression, told]: readonly [string, unknown]) => ({
    metric: metric.slice(0, TEXT_MAX),
    expression: expression.slice(0, TEXT_MAX),
    crossed: typeof told === 'boolean' ? told : crossedIn(told),
  }));
}

function crossedIn(told: unknown): boolean | null {
  const ok = typeof told === 'object' && told !== null ? own({ ...told }, 'ok') : undefined;
  return typeof ok === 'boolean' ? !ok : null;
}
