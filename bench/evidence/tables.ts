/** The tables of docs/evidence.md. */
import { markdownTable } from 'markdown-table';
import type { MetricName } from '../../src/domain/metric.ts';
import { deviationOf, meanOf } from '../../src/stats/estimate.ts';
import { median, robustSigma } from '../../src/stats/robust.ts';
import type { KeptDesignBlock } from '../gate/designs.ts';
import { exactInterval } from './exact.ts';
import { type Group, realTally, spreadOfLoads, type Tally } from './facts.ts';
import { READINGS, spreadOf } from './noise.ts';
import { RIVALS } from './rivals.ts';

/** Metrics that are judged by default. */
export const JUDGED: readonly MetricName[] = ['p95', 'throughput', 'cpu-per-request'];
const LABELS: Readonly<Partial<Record<MetricName, string>>> = {
  p95: 'p95',
  throughput: 'throughput',
  'cpu-per-request': 'CPU time a request',
};

/** `12.3 %`, with two digits that mean something. */
export function percent(share: number): string {
  const value = 100 * share;
  const size = Math.abs(value);
  const digits = size === 0 || size >= 99.95 ? 0 : size < 0.1 ? 3 : size < 10 ? 2 : 1;
  return `${value.toFixed(digits).replace('-', '−')} %`;
}

/** `3 of 100 (0.62 to 8.52 %)`: with the exact interval of 95 %. */
export function ofAll(hits: number, total: number): string {
  const [low, high] = exactInterval(hits, total);
  return `${hits} of ${total} (${percent(low).replace(' %', '')} to ${percent(high)})`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  markdownTable([[...head], ...rows.map((row) => [...row])], {
    align: head.map((_, column) => (column === 0 ? 'l' : 'r')),
  });

/** Real runs, group by group. */
export function realTable(groups: readonly Group[]): string {
  const rows = groups.map((group) => {
    const { total, fail, pass, inconclusive, void: voids, loads } = realTally(group);
    const { median: middle, p95 } = spreadOfLoads(loads);
    return [
      group.about,
      ofAll(fail, total),
      String(pass),
      String(inconclusive),
      String(voids),
      `${middle.toFixed(0)} s`,
      `${p95.toFixed(0)} s`,
    ];
  });
  const head = ['what differs', 'fail', 'pass', 'inconclusive', 'void', 'median load', '95 of 100 within'];
  return table(head, rows);
}

/** Pseudo-runs of a group. */
export interface PseudoRow {
  readonly group: Group;
  readonly blocks: number;
  readonly tally: Tally;
  readonly byMetric: Readonly<Partial<Record<MetricName, number>>>;
  /** With the limit of p95 and no other, so that no other metric ends the run. */
  readonly p95Alone: Tally;
}

/** Pseudo-runs, group by group. */
export function pseudoTable(rows: readonly PseudoRow[]): string {
  const head = [
    'what differs',
    'blocks',
    'pseudo-runs',
    'fail',
    'pass',
    'inconclusive',
    'void',
    'median load',
    ...JUDGED.map((metric) => `by ${LABELS[metric]}`),
    'limit of p95 alone: fail',
    'pass',
  ];
  const cells = rows.map(({ group, blocks, tally, byMetric, p95Alone }) => {
    const share = (count: number): string => percent(count / tally.total);
    return [
      group.about,
      String(blocks),
      tally.total.toLocaleString('en'),
      share(tally.fail),
      share(tally.pass),
      share(tally.inconclusive),
      share(tally.void),
      `${spreadOfLoads(tally.loads).median.toFixed(0)} s`,
      ...JUDGED.map((metric) => share(byMetric[metric] ?? 0)),
      share(p95Alone.fail),
      share(p95Alone.pass),
    ];
  });
  return table(head, cells);
}

/** How often each rule calls each group slower. */
export function rivalTable(
  groups: readonly Group[],
  shares: readonly (readonly number[])[],
  ours: readonly number[],
): string {
  const head = ['rule', ...groups.map(({ about }) => about)];
  const rows = RIVALS.map(({ name }, index) => [name, ...shares.map((row) => percent(row[index] ?? 0))]);
  return table(head, [['**Loadgate**', ...ours.map((share) => `**${percent(share)}**`)], ...rows]);
}

/** Effects of blocks by group: their middle, and how far they lie apart. */
export function effectTable(groups: readonly Group[]): string {
  const head = [
    'what differs',
    ...JUDGED.flatMap((metric) => [LABELS[metric] ?? metric, 'spread', 'of all turns']),
  ];
  const rows = groups.map(({ about, runs }) => {
    const samples = runs.flatMap((run) => run.samples);
    return [
      about,
      ...JUDGED.flatMap((metric) => {
        const quiet = samples.flatMap((sample) => sample.quiet[metric] ?? []);
        const overall = samples.flatMap((sample) => sample.overall[metric] ?? []);
        const sign = metric === 'throughput' ? -1 : 1;
        return [
          percent(Math.expm1(sign * median(quiet))),
          percent(deviationOf(quiet)),
          percent(deviationOf(overall)),
        ];
      }),
    ];
  });
  return table(head, rows);
}

/** Designs against each other, and ways of reading their blocks. */
export function designTable(blocks: readonly KeptDesignBlock[], seconds: number): string {
  const head = [
    'turns',
    'blocks',
    'load a block',
    ...JUDGED.flatMap((metric) => [`${LABELS[metric]}, all turns`, 'best quarter', 'its middle']),
  ];
  const rows = [...new Set(blocks.map(({ design }) => design))].map((design) => {
    const own = blocks.filter((block) => block.design === design);
    const [mean, , , quarter] = READINGS;
    const cells = JUDGED.flatMap((metric) => {
      if (mean === undefined || quarter === undefined) return [];
      const quiet = spreadOf(own, metric, quarter, seconds);
      return [spreadOf(own, metric, mean, seconds).deviation, quiet.deviation, quiet.robust].map(percent);
    });
    const load = meanOf(own.map((block) => 2 * (block.warmUp + seconds)));
    return [design, String(own.length), `${load.toFixed(1)} s`, ...cells];
  });
  return table(head, rows);
}

/** Ways of reading blocks of one design, by how long they are. */
export function readingTable(blocks: readonly KeptDesignBlock[], lengths: readonly number[]): string {
  const head = [
    'reading',
    ...JUDGED.flatMap((metric) => lengths.map((seconds) => `${LABELS[metric]}, ${seconds} s`)),
  ];
  const rows = READINGS.map((reading) => [
    reading.name,
    ...JUDGED.flatMap((metric) =>
      lengths.map((seconds) => percent(spreadOf(blocks, metric, reading, seconds).deviation)),
    ),
  ]);
  return table(head, rows);
}

/** Spread of the values of single builds, which a stored baseline has to live with: hours and boots apart. */
export function bootSpread(
  { runs }: Group,
  metric: MetricName,
): { readonly blocks: number; readonly spread: number } {
  const values = runs.flatMap(({ samples }) => samples.map(({ base }) => base[metric] ?? 0));
  return { blocks: values.length, spread: robustSigma(values.filter((value) => value > 0).map(Math.log)) };
}
