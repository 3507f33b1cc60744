/** What the schema cannot say about a search: that its levels have room, and that it is judged by what it finds. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import { METRIC_NAMES } from '../domain/metric.ts';
import { DEFAULTS } from './defaults.ts';
import type { ExecutorWord } from './executor-schema.ts';
import { atKey, atValue, type Problem } from './problems.ts';
import { parseDuration } from './quantities.ts';
import { entriesOf, entryOf, type Path, type Tree } from './tree.ts';

/** A key's value, and where it stands: in the scenario, else in `defaults`. */
export interface Given {
  readonly value: Tree | undefined;
  readonly place: Path;
}

/** True for the executors that search for a limit. */
export const isSearchWord = (executor: ExecutorWord): executor is 'stress' | 'capacity' =>
  executor === 'stress' || executor === 'capacity';

/** Fewer steps find nothing. */
const STEPS_MIN = 5;
/** Load before a step's measured time, in milliseconds. */
const SETTLE = 1_000;

/** Problems of the levels and of the time. */
export function checkSearch(given: (name: string) => Given, executor: ExecutorWord): readonly Problem[] {
  if (!isSearchWord(executor)) return [];
  const [low, high] = executor === 'stress' ? ['start-users', 'max-users'] : ['start-rate', 'max-rate'];
  return [
    ...checkLevels(given(low), given(high), { executor, low, high }),
    ...checkTime(given('step'), given('max-duration')),
  ];
}

function checkLevels(
  first: Given,
  last: Given,
  names: { readonly executor: 'stress' | 'capacity'; readonly low: string; readonly high: string },
): readonly Problem[] {
  const isStress = names.executor === 'stress';
  const start = first.value ?? (isStress ? DEFAULTS.startUsers : DEFAULTS.firstRate);
  const highest = last.value ?? (isStress ? DEFAULTS.maxUsers : DEFAULTS.maxRate);
  if (typeof start !== 'number') return [];
  if (start <= 0) return [atValue(first.place, phrase('start-above-zero', { executor: names.executor }))];
  const most = typeof highest === 'number' ? highest : rateOf(highest);
  if (most === null || most >= start) return [];
  return [
    atValue(
      last.value === undefined ? first.place : last.place,
      phrase('no-way-up', { low: names.low, start, high: names.high, most }),
    ),
  ];
}

/** `500/s` or `500`; null for what the schema complains of. */
function rateOf(written: Tree): number | null {
  const match = typeof written === 'string' ? /^(\d+(?:\.\d+)?)\s*(?:\/s)?$/.exec(written.trim()) : null;
  return match === null ? null : Number(match[1]);
}

function checkTime(step: Given, whole: Given): readonly Problem[] {
  const [length, most] = [lengthOf(step.value, DEFAULTS.step), lengthOf(whole.value, DEFAULTS.maxDuration)];
  if (length === null || most === null || most >= STEPS_MIN * (length + SETTLE)) return [];
  const least = `${Math.ceil((STEPS_MIN * (length + SETTLE)) / 1_000)}s`;
  return [
    atValue(
      whole.value === undefined ? step.place : whole.place,
      phrase('no-time-for-steps', { steps: STEPS_MIN, least }),
    ),
  ];
}

const lengthOf = (written: Tree | undefined, standard: string): number | null => {
  if (written === undefined) return parseDuration(standard);
  return typeof written === 'string' ? parseDuration(written) : null;
};

/** A search is judged by its capacity alone, and nothing else has one: another limit would decide nothing. */
export function checkSearchLimits(scenario: Tree, executor: ExecutorWord, path: Path): readonly Problem[] {
  const searches = isSearchWord(executor);
  return entriesOf(entryOf(scenario, 'limits')).flatMap(([metric]) => {
    if (!METRIC_NAMES.some((known) => known === metric) || (metric === 'capacity') === searches) return [];
    const place = [...path, 'limits', metric];
    return [
      searches
        ? atKey(place, phrase('idle-limit', { metric, executor }))
        : atKey(place, phrase('no-capacity-here')),
    ];
  });
}
