/** The JSON lines of k6 (`--out json=FILE`): a point for each metric of each request. */
import type { K6Threshold } from '../domain/k6.ts';
import type { Foreign, Reader } from './foreign.ts';
import { type K6Point, k6PointOf } from './k6-points.ts';
import { declaredThreshold } from './k6-thresholds.ts';
import { inconsistent, type Place } from './refuse.ts';
import { createTally } from './tally.ts';
import { linesOf } from './text.ts';

/** Reads every line. A file that was cut off between two lines looks whole, but for the counts of its metrics. */
export const readK6Json: Reader = async (file, limits) => {
  const tally = createTally(0.001);
  const seen: Draft['seen'] = { requests: 0, durations: 0, users: -1, thresholds: [] };
  for await (const { first, lines } of linesOf(file, limits)) {
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const place = { file: file.name, line: first + index };
      takePoint(k6PointOf(line, place), { tally, seen, place });
    }
  }
  const place = { file: file.name, line: null };
  if (seen.requests !== seen.durations)
    throw inconsistent(place, `${seen.requests} requests have ${seen.durations} durations: it is not whole`);
  return {
    tool: 'k6',
    version: '',
    ...tally.result(place),
    users: seen.users < 0 ? null : seen.users,
    told: null,
    bodyBytes: null,
    thresholds: seen.thresholds,
    lacks: [],
  } satisfies Foreign;
};

/** As many as anybody reads. */
const THRESHOLDS_MAX = 200;

interface Draft {
  readonly tally: ReturnType<typeof createTally>;
  readonly seen: { requests: number; durations: number; users: number; readonly thresholds: K6Threshold[] };
  readonly place: Place;
}

function takePoint(point: K6Point, { tally, seen, place }: Draft): void {
  if (point.kind === 'sent') seen.requests += point.count;
  else if (point.kind === 'users') seen.users = Math.max(seen.users, point.count);
  else if (point.kind === 'metric') {
    const { metric } = point;
    const more = point.thresholds.map((expression) => declaredThreshold(metric, expression));
    if (seen.thresholds.length < THRESHOLDS_MAX) seen.thresholds.push(...more);
  } else if (point.kind === 'request') {
    seen.durations += 1;
    tally.add(point.request, place);
  }
}
