/** The measured time second by second as comma-separated values (RFC 4180), for spreadsheets and notebooks: one row for each second of each slice. */
import type { Phase, Run, Slice, TimelineSecond } from '../domain/measurement.ts';
import type { ResourceSecond } from '../domain/resources.ts';
import { rowsOf } from '../stats/summary.ts';
import { clean } from './inert.ts';

/** A cell: text is quoted where it has to be, null is empty. */
type Cell = string | number | null;

/** Where a row's numbers are from. */
interface Place {
  readonly phase: Phase;
  /** From 0, over all phases. */
  readonly block: number;
  readonly slice: Slice;
  readonly second: number;
  /** Of this second; undefined where there is none. */
  readonly load: TimelineSecond | undefined;
  readonly use: ResourceSecond | undefined;
}

/** Every column, in order: its heading, which names the unit, and its cell. */
const COLUMNS: Readonly<Record<string, (place: Place) => Cell>> = {
  scenario: ({ slice }) => slice.scenario,
  side: ({ slice }) => slice.side,
  phase: ({ phase }) => phase,
  block: ({ block }) => block,
  slice_started_at: ({ slice }) => slice.startedAt,
  second: ({ second }) => second,
  users: ({ load }) => load?.users ?? null,
  throughput_per_second: ({ load }) => load?.throughput ?? null,
  errors_per_second: ({ load }) => load?.errors ?? null,
  p50_milliseconds: ({ load }) => load?.p50 ?? null,
  p95_milliseconds: ({ load }) => load?.p95 ?? null,
  service_cores: ({ use }) => use?.service ?? null,
  generator_cores: ({ use }) => use?.generator ?? null,
  other_cores: ({ use }) => use?.others ?? null,
  resident_memory_bytes: ({ use }) => use?.memory ?? null,
  anonymous_memory_bytes: ({ slice, second }) => slice.memory?.[second] ?? null,
  read_bytes_per_second: ({ use }) => use?.read ?? null,
  written_bytes_per_second: ({ use }) => use?.written ?? null,
};

/** The headings of the file. */
export const TIMELINE_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/** The timeline of every slice of a run. Lines end with CR LF, the first one holds the headings; a second in which nothing was read has empty cells. */
export function renderTimeline(run: Run): string {
  const rows = run.blocks.flatMap(({ phase, slices }, block) =>
    slices.flatMap((slice) => secondsOf(slice).map((second) => ({ ...second, phase, block, slice }))),
  );
  const cells = rows.map((place) => Object.values(COLUMNS).map((cellOf) => cellOf(place)));
  return [TIMELINE_COLUMNS, ...cells].map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

/** Every second of a slice, with what was recorded of it. */
function secondsOf(slice: Slice): readonly Pick<Place, 'second' | 'load' | 'use'>[] {
  const loads = new Map(slice.timeline.map((each) => [each.second, each]));
  const uses = new Map((slice.resources?.curve ?? []).map((each) => [each.second, each]));
  return Array.from({ length: rowsOf(slice) }, (_, second) => ({
    second,
    load: loads.get(second),
    use: uses.get(second),
  }));
}

function written(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? numeral(cell) : quoted(inert(clean(cell)));
}

/** Nine significant digits are more than anything measured here has. */
const numeral = (value: number): string => String(Number(value.toPrecision(9)));

/** A spreadsheet takes text that begins so for a formula, some in full width as well; behind an apostrophe it does not. */
const inert = (text: string): string => (/^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
