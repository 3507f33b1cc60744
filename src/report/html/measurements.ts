/** What the numbers of a scenario are made of: its seconds, blocks, slices and turns. Long tables are thinned, and say so. */
import type { Block, Slice, Turn } from '../../domain/measurement.ts';
import { nanosToMillis, nanos, toMillis, toSeconds } from '../../domain/units.ts';
import { fromRecord } from '../../stats/histogram.ts';
import { failuresOf, sliceAlone, summarise } from '../../stats/summary.ts';
import { memoryOf, type ScenarioReport, seriesOf } from '../results.ts';
import type { Rows } from '../tables.ts';
import { curvesOf } from './curves.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { cell } from './rows.ts';
import type { Sheet } from './sheet.ts';
import { fold, table, thinned } from './table.ts';

/** A slice with the block it belongs to, counted from 1. */
interface Measured {
  readonly block: Block;
  readonly number: number;
  readonly slice: Slice;
}

/** Everything that the charts over time show, as a table. */
export function timesOf(scenario: ScenarioReport, sheet: Sheet): Markup {
  const { words, n, run, room } = sheet;
  const { columns, headings } = words.page;
  const summary = summarise(run, scenario.name, 'head');
  const series = seriesOf(summary, room.rows);
  const curves = curvesOf(summary.slices, room.rows);
  const number = (value: number | null | undefined): string => cell(value, n.cores, sheet);
  const memory = (value: number | null | undefined): string =>
    cell(value, (each) => n.bytes(1e6 * each), sheet);
  const watched = (cells: readonly string[]): readonly string[] => (curves === null ? [] : cells);
  const rows = series.throughput.map((throughput, index) => [
    words.page.seconds(index * series.width, Math.min(series.seconds, (index + 1) * series.width)),
    n.cores(series.users[index] ?? 0),
    n.rate(throughput),
    n.rate(series.errors[index] ?? 0),
    n.ms(series.p50[index] ?? 0),
    n.ms(series.p95[index] ?? 0),
    ...watched([
      number(curves?.service[index]),
      number(curves?.generator[index]),
      number(curves?.others[index]),
      memory(curves?.memory[index]),
    ]),
  ]);
  const head = [
    columns.from,
    columns.users,
    columns.throughput,
    columns.failures,
    'p50',
    'p95',
    ...watched([columns.serviceCores, columns.generatorCores, columns.otherCores, columns.memory]),
  ];
  return table([head, ...rows], {
    caption: headings.byTime,
    align: 'r'.repeat(head.length),
    note: memoryNote(scenario, sheet),
  });
}

/** A soak's memory has a chart and a sentence of its own. */
function memoryNote(scenario: ScenarioReport, { words, n, run, room }: Sheet): string | null {
  const memory =
    scenario.memory === null ? null : memoryOf(sliceAlone(run, scenario.name, 'head'), room.rows);
  return memory === null ? null : words.charts.memoryCaption(memory, n);
}

/** Blocks, slices and turns of all that was measured of a scenario, screening and exploring included. */
export function measurementsOf(scenario: ScenarioReport, sheet: Sheet): Markup {
  const measured = sheet.run.blocks.flatMap((block, index): readonly Measured[] =>
    block.slices
      .filter((slice) => slice.scenario === scenario.name)
      .map((slice) => ({ block, number: index + 1, slice })),
  );
  return fold(sheet.words.page.headings.raw, [
    blocksTable(measured, sheet),
    slicesTable(measured, sheet),
    turnsTable(measured, sheet),
  ]);
}

function blocksTable(measured: readonly Measured[], sheet: Sheet): Markup {
  const { words, n } = sheet;
  const { columns, headings, phases, sides } = words.page;
  const blocks = measured.filter(({ number }, index) => measured[index - 1]?.number !== number);
  const rows = blocks.map(({ block, number }) => [
    n.count(number),
    phases[block.phase],
    n.seconds(toSeconds(block.load)),
    block.boots.map(({ side, readyAfter }) => `${sides[side]} ${cell(readyAfter, n.ms, sheet)}`).join(', ') ||
      words.labels.none,
  ]);
  return long(
    [columns.block, columns.phase, columns.underLoad, columns.ready],
    rows,
    'rlrl',
    headings.blocks,
    sheet,
  );
}

function slicesTable(measured: readonly Measured[], sheet: Sheet): Markup {
  const { words } = sheet;
  const { columns, headings } = words.page;
  const head = [
    columns.block,
    columns.build,
    columns.seconds,
    columns.warmUp,
    columns.users,
    columns.sent,
    columns.failed,
    columns.throughput,
    'p50',
    'p95',
    'p99',
    columns.cpu,
    columns.engine,
  ];
  const rows = thinned(measured, sheet.room.rows).map((each) => sliceRow(each, sheet));
  return table([head, ...rows], {
    caption: headings.slices,
    align: 'rlrrrrrrrrrrl',
    note: measured.length > rows.length ? words.page.thinned(rows.length, measured.length, sheet.n) : null,
  });
}

function sliceRow({ number, slice }: Measured, sheet: Sheet): readonly string[] {
  const { words, n } = sheet;
  const histogram = fromRecord(slice.latency);
  const at = (quantile: number): string => {
    const value = histogram.quantile(quantile);
    return cell(value, (known) => n.ms(toMillis(known)), sheet);
  };
  const seconds = toSeconds(slice.elapsed);
  return [
    n.count(number),
    words.page.sides[slice.side],
    n.seconds(seconds),
    n.seconds(toSeconds(slice.warmUp)),
    cell(slice.users, (known) => n.count(known), sheet),
    n.count(slice.counts.sent),
    n.count(failuresOf(slice.counts).hits),
    n.rate(seconds > 0 ? slice.counts.ok / seconds : 0),
    at(0.5),
    at(0.95),
    at(0.99),
    cpuOf(slice.cpu, slice.counts.sent - slice.counts.inFlight, sheet),
    n.name(`${slice.engine.name} ${slice.engine.version}`),
  ];
}

const cpuOf = (cpu: number | null, answers: number, sheet: Sheet): string =>
  cell(cpu === null || answers <= 0 ? null : nanosToMillis(nanos(cpu / answers)), sheet.n.ms, sheet);

function turnsTable(measured: readonly Measured[], sheet: Sheet): Markup {
  const { words, n } = sheet;
  const { columns, headings, sides } = words.page;
  const turns = measured.flatMap(({ number, slice: { side, turns: own } }) =>
    own.map((turn) => ({ number, side, turn })),
  );
  if (turns.length === 0) return NOTHING;
  const head = [
    columns.block,
    columns.place,
    columns.build,
    columns.seconds,
    columns.ok,
    'p50',
    'p95',
    columns.cpu,
    columns.outside,
  ];
  const inOrder = turns.toSorted(
    (left, right) => left.number - right.number || left.turn.place - right.turn.place,
  );
  const rows = thinned(inOrder, sheet.room.rows).map(({ number, side, turn }) => [
    n.count(number),
    n.count(turn.place + 1),
    sides[side],
    ...turnCells(turn, sheet),
  ]);
  return table([head, ...rows], {
    caption: headings.turns,
    align: 'rrlrrrrrr',
    note: turns.length > rows.length ? words.page.thinned(rows.length, turns.length, n) : null,
  });
}

function turnCells({ elapsed, ok, p50, p95, cpu, outside }: Turn, sheet: Sheet): readonly string[] {
  const { n } = sheet;
  return [
    n.ms(elapsed),
    n.count(ok),
    cell(p50, n.ms, sheet),
    cell(p95, n.ms, sheet),
    cpuOf(cpu, ok, sheet),
    cell(outside, n.cores, sheet),
  ];
}

/** A table that is thinned when it is long. */
function long(
  head: readonly string[],
  rows: Rows,
  align: string,
  caption: string,
  { words, n, room }: Sheet,
): Markup {
  const shown = thinned(rows, room.rows);
  const note = rows.length > shown.length ? words.page.thinned(shown.length, rows.length, n) : null;
  return html`${table([head, ...shown], { caption, align, note })}`;
}
