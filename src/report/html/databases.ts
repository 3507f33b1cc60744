/** What each database did for a scenario's builds, and its statements. */
import type { DatabaseReading, StatementReading } from '../../domain/resources.ts';
import type { Rows } from '../tables.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { plain } from './prose.ts';
import { cell, type ReadingRow, readingRows } from './rows.ts';
import type { Sheet } from './sheet.ts';
import { fold, table } from './table.ts';
import type { Watched } from './watched.ts';

/** Statements that are shown at once; the others fold. */
const OPEN = 5;

/** One build's readings of one database. */
interface Read {
  readonly each: Watched;
  readonly reading: DatabaseReading;
}

/** Every database that was read, the builds side by side, with the statements of each. */
export function databasesOf(watched: readonly Watched[], sheet: Sheet): Markup {
  const all = watched.flatMap((each): readonly Read[] =>
    (each.resources?.databases ?? []).map((reading) => ({ each, reading })),
  );
  const byName = Map.groupBy(all, ({ reading }) => reading.name);
  return html`${[...byName.values()].map((reads) => databaseOf(reads, sheet))}`;
}

function databaseOf(reads: readonly Read[], sheet: Sheet): Markup {
  const { words, n } = sheet;
  const [first] = reads;
  if (first === undefined) return NOTHING;
  const { name, kind, version } = first.reading;
  const caption = words.page.readings.database.title(n.name(name), kind, n.name(version));
  const lines = readingRows(
    databaseRows(sheet),
    reads.map(({ reading }) => reading),
    words.labels.none,
  );
  const head = [words.page.columns.what, ...reads.map(({ each }) => words.page.sides[each.side])];
  return html`${table([head, ...lines], { caption, align: `l${'r'.repeat(reads.length)}` })}${reads.map(
    (read) => statementsOf(read, reads.length > 1, sheet),
  )}`;
}

function databaseRows({ words, n }: Sheet): readonly ReadingRow<DatabaseReading>[] {
  const { database: w, outOf } = words.page.readings;
  return [
    [w.queries, ({ queries }) => (queries === null ? null : n.count(queries))],
    [w.time, ({ time }) => (time === null ? null : n.ms(time))],
    [w.cacheHits, ({ cacheHits }) => (cacheHits === null ? null : n.share(cacheHits))],
    [
      w.connections,
      ({ connections }) => {
        if (connections === null) return null;
        const { most, limit } = connections;
        return limit === null ? n.count(most) : outOf(n.count(most), n.count(limit));
      },
    ],
    [w.active, ({ connections }) => (connections === null ? null : n.cores(connections.active))],
    [w.idle, ({ connections }) => (connections === null ? null : n.cores(connections.idleInTransaction))],
    [
      w.waits,
      ({ waits }) =>
        waits.length === 0
          ? null
          : waits.map(({ event, sessions }) => `${n.name(event)} ${n.cores(sessions)}`).join(', '),
    ],
  ];
}

function statementsOf({ each, reading }: Read, several: boolean, sheet: Sheet): Markup {
  const { words, n } = sheet;
  const { statement: w } = words.page.readings;
  const { statements, rest } = reading;
  if (statements.length === 0) return NOTHING;
  const answers = each.slice.counts.sent - each.slice.counts.inFlight;
  const all = reading.time ?? statements.reduce<number>((sum, { time }) => sum + time, rest.time);
  const rows = statements
    .slice(0, sheet.room.names)
    .map((statement) => statementRow(statement, answers, all, sheet));
  const head = [w.text, w.calls, w.perRequest, w.time, w.perCall, w.share, w.rows, w.examined, w.blocks];
  const caption = plain(
    `${w.title}: ${n.name(reading.name)}${several ? `, ${words.page.sides[each.side]}` : ''}`,
  );
  const part = (some: Rows, title: string): Markup =>
    table([head, ...some], { caption: title, align: 'lrrrrrrrr' });
  const folded = [...rows.slice(OPEN), ...othersOf(reading, all, sheet)];
  const more = words.page.more(folded.length, n);
  return html`${part(rows.slice(0, OPEN), caption)}${
    folded.length === 0 ? NOTHING : fold(more, [part(folded, `${caption} ${more}`)])
  }`;
}

/** Statements that took too little to be told one by one. */
function othersOf({ rest }: DatabaseReading, all: number, sheet: Sheet): Rows {
  const { words, n } = sheet;
  if (rest.statements === 0) return [];
  const { none } = words.labels;
  const { rest: title } = words.page.readings.database;
  return [
    [title, n.count(rest.calls), none, n.ms(rest.time), none, share(rest.time, all, sheet), none, none, none],
  ];
}

function statementRow(
  statement: StatementReading,
  answers: number,
  all: number,
  sheet: Sheet,
): readonly string[] {
  const { n } = sheet;
  const { text, calls, time, rows, examined, blocks } = statement;
  return [
    n.name(text),
    n.count(calls),
    cell(answers > 0 ? calls / answers : null, n.cores, sheet),
    n.ms(time),
    cell(calls > 0 ? time / calls : null, n.ms, sheet),
    share(time, all, sheet),
    cell(rows, n.count, sheet),
    cell(examined, n.count, sheet),
    cell(blocks, n.count, sheet),
  ];
}

const share = (time: number, all: number, sheet: Sheet): string =>
  cell(all > 0 ? time / all : null, sheet.n.share, sheet);
