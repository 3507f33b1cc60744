/** What a scenario's builds used under load, part by part: of the slice of each that was watched for longest, as the findings see it. */
import { toldIn } from '../phrases.ts';
import type { HostReading } from '../../domain/measurement.ts';
import type { FarMachineReading, ServiceReading } from '../../domain/resources.ts';
import { toSeconds } from '../../domain/units.ts';
import type { ScenarioReport } from '../results.ts';
import { databasesOf } from './databases.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { prose } from './prose.ts';
import { cgroupRows, farRows, generatorRows, hostRows, serviceRows } from './readings.ts';
import { cell, type ReadingRow, readingRows } from './rows.ts';
import type { Sheet } from './sheet.ts';
import { table } from './table.ts';
import { type Watched, watchedIn } from './watched.ts';

/** All parts that were read. The generator always was. */
export function resourcesOf(scenario: ScenarioReport, sheet: Sheet): Markup {
  const { readings } = sheet.words.page;
  const watched = watchedIn(scenario.name, sheet);
  const part = <Reading>(
    caption: string,
    rows: readonly ReadingRow<Reading>[],
    pick: (each: Watched) => Reading | null,
  ): Markup => partOf({ caption, rows, pick }, watched, sheet);
  return html`<h4>${sheet.words.page.headings.resources}</h4>
<p class="note">${prose(sidesOf(watched, sheet))}</p>
<div class="readings">${[
    part(overSsh(readings.service.title, watched, sheet), serviceRows(sheet), serviceIn),
    part(readings.generator.title, generatorRows(sheet), ({ slice }) => slice.generator),
    part<HostReading>(readings.host.title, hostRows(sheet), ({ slice }) => slice.host),
    part(overSsh(sheet.words.page.far.machine, watched, sheet), farRows(sheet), farIn),
    part(readings.cgroup.title, cgroupRows(sheet), ({ resources }) => resources?.cgroup ?? null),
  ]}</div>
${watched.flatMap((each) => [runtimesOf(each, watched.length > 1, sheet), containersOf(each, watched.length > 1, sheet)])}
${databasesOf(watched, sheet)}${unreadOf(watched, sheet)}`;
}

const serviceIn = ({ resources }: Watched): ServiceReading | null => resources?.service ?? null;

const farIn = ({ resources }: Watched): FarMachineReading | null => resources?.elsewhere?.machine ?? null;

/** A title, with the machine that was read from afar. */
function overSsh(title: string, watched: readonly Watched[], { words }: Sheet): string {
  const [host] = watched.flatMap(({ resources }) => resources?.elsewhere?.host ?? []);
  return host === undefined ? title : words.page.far.over(title, host);
}

const sidesOf = (watched: readonly Watched[], { words, n }: Sheet): string =>
  watched
    .map(({ side, slice, resources }) =>
      words.page.readings.of(words.page.sides[side], toSeconds(resources?.watched ?? slice.elapsed), n),
    )
    .join('; ');

interface PartShape<Reading> {
  readonly caption: string;
  readonly rows: readonly ReadingRow<Reading>[];
  readonly pick: (each: Watched) => Reading | null;
}

/** One part, a column for each build that it was read of. */
function partOf<Reading>(
  { caption, rows, pick }: PartShape<Reading>,
  watched: readonly Watched[],
  { words }: Sheet,
): Markup {
  const known = watched.flatMap((each) => {
    const reading = pick(each);
    return reading === null ? [] : [{ side: each.side, reading }];
  });
  const lines = readingRows(
    rows,
    known.map(({ reading }) => reading),
    words.labels.none,
  );
  if (lines.length === 0) return NOTHING;
  const head = [words.page.columns.what, ...known.map(({ side }) => words.page.sides[side])];
  return table([head, ...lines], { caption, align: `l${'r'.repeat(known.length)}` });
}

const ofSide = (caption: string, { side }: Watched, several: boolean, { words }: Sheet): string =>
  several ? `${caption}, ${words.page.sides[side]}` : caption;

function runtimesOf(each: Watched, several: boolean, sheet: Sheet): Markup {
  const { n, words } = sheet;
  const { runtime, fromTo } = words.page.readings;
  const rows = (each.resources?.runtimes ?? []).map((reading) => [
    n.name(`${reading.pid} · ${reading.version}`),
    n.share(reading.eventLoop),
    n.ms(reading.delayP50),
    n.ms(reading.delayP99),
    n.ms(reading.delayMax),
    n.share(reading.collection),
    n.ms(reading.collectionMax),
    `${n.count(reading.minorCollections)}, ${n.count(reading.majorCollections)}`,
    cell(reading.live, ({ from, to }) => fromTo(n.bytes(from), n.bytes(to)), sheet),
  ]);
  const {
    title,
    process,
    eventLoop,
    delayP50,
    delayP99,
    delayMax,
    collection,
    collectionMax,
    collections,
    live,
  } = runtime;
  const head = [
    process,
    eventLoop,
    delayP50,
    delayP99,
    delayMax,
    collection,
    collectionMax,
    collections,
    live,
  ];
  return rows.length === 0
    ? NOTHING
    : table([head, ...rows], { caption: ofSide(title, each, several, sheet), align: 'lrrrrrrrr' });
}

function containersOf(each: Watched, several: boolean, sheet: Sheet): Markup {
  const { n, words } = sheet;
  const { container: w } = words.page.readings;
  const pair = (left: number, right: number): string => `${n.bytes(left)}, ${n.bytes(right)}`;
  const rows = (each.resources?.containers ?? []).map((reading) => [
    n.name(reading.name),
    n.name(reading.image),
    n.cores(reading.cores),
    cell(reading.cpuLimit, n.cores, sheet),
    cell(reading.throttledPeriods, n.share, sheet),
    cell(reading.memory, n.bytes, sheet),
    cell(reading.memoryLimit, n.bytes, sheet),
    cell(reading.io, ({ read, written }) => pair(read, written), sheet),
    cell(reading.network, ({ received, sent }) => pair(received, sent), sheet),
  ]);
  const head = [
    w.name,
    w.image,
    w.cores,
    w.cpuLimit,
    w.throttled,
    w.memory,
    w.memoryLimit,
    w.storage,
    w.network,
  ];
  return rows.length === 0
    ? NOTHING
    : table([head, ...rows], { caption: ofSide(w.title, each, several, sheet), align: 'llrrrrrrr' });
}

/** What could not be read, each reason once. */
function unreadOf(watched: readonly Watched[], { words, n }: Sheet): Markup {
  const lines = watched
    .flatMap(({ resources }) => resources?.unread ?? [])
    .map(
      ({ name, probe, part, reason, said }) =>
        `${name === null ? n.code(probe) : n.name(name)} · ${n.code(part)}: ${toldIn(words, said?.reason ?? null, reason, n)}`,
    );
  if (lines.length === 0) return NOTHING;
  return html`<p>${words.page.readings.unread}:</p><ul>${[...new Set(lines)].map((line) => html`<li>${prose(line)}</li>`)}</ul>`;
}
