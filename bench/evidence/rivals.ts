/** How others judge, on the same blocks: each rule as its project describes it (sources in docs/evidence.md). */
import type { MetricName } from '../../src/domain/metric.ts';
import { estimateOf, meanOf, probabilityAbove, deviationOf } from '../../src/stats/estimate.ts';
import type { Random } from '../../src/stats/random.ts';
import { tQuantile } from '../../src/stats/student.ts';
import type { Sample, SampledRun } from './sample.ts';

/** Where blocks are drawn from. */
export interface Source {
  /** Any block. */
  readonly block: () => Sample;
  /** Two blocks of the same run, one right after the other. */
  readonly neighbours: () => readonly [first: Sample, second: Sample];
}

/** A rule: true when it calls the change slower. */
export interface Rival {
  readonly name: string;
  readonly about: string;
  readonly judge: (source: Source) => boolean;
}

/** What gates on the field look at. */
const METRICS_JUDGED: readonly MetricName[] = ['p95', 'throughput'];
const HISTORY = 10;

/** How much worse `now` is than `before`, as a share of it. */
function worse(metric: MetricName, before: Sample, now: Sample): number {
  const [base, head] = [before.base[metric], now.head[metric]];
  if (base === null || head === null || base <= 0 || head <= 0) return 0;
  return metric === 'throughput' ? 1 - head / base : head / base - 1;
}

const anyWorse = (before: Sample, now: Sample, limit: number): boolean =>
  METRICS_JUDGED.some((metric) => worse(metric, before, now) > limit);

/** All rules. */
export const RIVALS: readonly Rival[] = [
  {
    name: 'one run, 10 %',
    about:
      'One run of the change against one stored run of the base: slower by more than 10 % in p95 or throughput.',
    judge: ({ block }) => anyWorse(block(), block(), 0.1),
  },
  {
    name: 'twice the last run',
    about: 'github-action-benchmark by default: an alert at 200 % of the last run.',
    judge: ({ block }) => anyWorse(block(), block(), 1),
  },
  {
    name: 't-test on history, 95 %',
    about: 'Bencher: the new value beyond the upper 95 % bound that ten stored runs predict by Student’s t.',
    judge({ block }) {
      const history = Array.from({ length: HISTORY }, block);
      const now = block();
      return METRICS_JUDGED.some((metric) => beyondPrediction(history, now, metric));
    },
  },
  {
    name: 'A then B, 5 %',
    about: 'The base, and after it the change, on the same machine: slower by more than 5 %.',
    judge: ({ neighbours }) => anyWorse(...neighbours(), 0.05),
  },
  {
    name: 'pooled Mann-Whitney',
    about: 'All requests of either build pooled, ranks compared, 95 % (two-sided).',
    judge: ({ block }) => block().rankSum > 1.96,
  },
  {
    name: 'retry until significant',
    about:
      'Five pairs, a paired t-test at 5 %; while not significant five more, three times (perfgate paired).',
    judge({ block }) {
      const drawn: Sample[] = [];
      for (let attempt = 0; attempt < 4; attempt += 1) {
        for (let pair = 0; pair < 5; pair += 1) drawn.push(block());
        if (METRICS_JUDGED.some((metric) => pairedAlarm(drawn, metric))) return true;
      }
      return false;
    },
  },
];

function beyondPrediction(history: readonly Sample[], now: Sample, metric: MetricName): boolean {
  const known = history.map((sample) => sample.base[metric] ?? 0);
  const value = now.head[metric] ?? 0;
  const reach = tQuantile(0.95, HISTORY - 1) * deviationOf(known) * Math.sqrt(1 + 1 / HISTORY);
  const above = value - meanOf(known);
  return metric === 'throughput' ? -above > reach : above > reach;
}

const pairedAlarm = (drawn: readonly Sample[], metric: MetricName): boolean =>
  probabilityAbove(estimateOf(drawn.map(({ overall }) => overall[metric] ?? 0)), 0) <= 0.025;

/** Draws from runs, with replacement. @throws RangeError without blocks */
export function sourceOf(runs: readonly SampledRun[], random: Random): Source {
  const pool = runs.flatMap(({ samples }) => samples);
  const steps = runs.flatMap(({ samples }) =>
    samples.slice(1).map((second, index): readonly [Sample, Sample] => [samples[index] ?? second, second]),
  );
  return { block: () => drawFrom(pool, random), neighbours: () => drawFrom(steps, random) };
}

function drawFrom<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random.between(0, items.length - 1)];
  if (item === undefined) throw new RangeError('there is nothing to draw from');
  return item;
}

/** Share of so many trials in which a rule alarms. */
export function alarmShare(rival: Rival, source: Source, trials: number): number {
  let alarms = 0;
  for (let trial = 0; trial < trials; trial += 1) if (rival.judge(source)) alarms += 1;
  return alarms / trials;
}
