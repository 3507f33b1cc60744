/** The summary that k6 writes at its end: how many requests there were, and what became of the script's thresholds. */
import { stat } from 'node:fs/promises';
import type { K6Threshold } from '../../domain/k6.ts';
import type { ForeignFile } from '../../imported/foreign.ts';
import { formOf, summaryOf } from '../../imported/k6-structured.ts';
import { thresholdsIn } from '../../imported/k6-thresholds.ts';
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
  const metrics = members(own(whole, 'metrics'), 'metrics', place);
  const told = own(metrics, 'http_reqs');
  const sent = told === undefined ? undefined : members(told, 'http_reqs', place);
  const values = sent === undefined ? undefined : (own(sent, 'values') ?? sent);
  const requests =
    values === undefined
      ? null
      : count(own(members(values, 'http_reqs', place), 'count'), 'http_reqs.count', place);
  return { requests, thresholds: tellsThresholds ? thresholdsIn(metrics) : null };
}
