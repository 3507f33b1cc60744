/** How it was measured: method, raw counts, the configuration as it was applied, and the machine. */
import { countsTable } from '../tables.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { prose } from './prose.ts';
import { type ReadingRow, readingRows } from './rows.ts';
import type { Sheet } from './sheet.ts';
import { fold, table } from './table.ts';
import { section } from './verdict.ts';
import type { Method } from '../report.ts';

/** A table as wide as fifty scenarios is no table. */
const COLUMNS_MAX = 8;
/** Items of a list of the configuration, and characters of a text in it, that are shown. */
const CONFIGURATION = { items: 25, text: 400, whole: 60_000 };

/** Characters that nobody sees, and that turn others round: written as JSON escapes. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Method, machine and how to reproduce. */
export function method(sheet: Sheet): Markup {
  const { report, words, n } = sheet;
  const { labels } = words;
  const lines = words.method(report.method, n).map(
    (line) => html`<li>${prose(line)}</li>
`,
  );
  const again = html`<li>${prose(`${words.comment.reproduce}: ${n.command(report.method.reproduce)}`)}</li>
`;
  const measured = report.scenarios.map(
    (
      scenario,
    ) => html`<li data-scenario="${sheet.slug(scenario.name)}">${prose(words.measured(scenario, n))}</li>
`,
  );
  const few = report.scenarios.slice(0, COLUMNS_MAX);
  const [head = [], ...counts] = countsTable(few, words, n);
  const rows = [[words.page.columns.what, ...head.slice(1)], ...counts];
  return section(
    'method',
    labels.method,
    [
      html`<ul class="plain">${lines}${again}${measured}</ul>`,
      few.length < report.scenarios.length
        ? NOTHING
        : fold(labels.rawNumbers, [
            table(rows, { caption: labels.rawNumbers, align: `l${'r'.repeat(few.length)}` }),
          ]),
    ],
    sheet,
  );
}

/** The configuration as text, and the machine as a table. */
export function setup(sheet: Sheet): Markup {
  const { words, n, report } = sheet;
  const { headings, columns, records } = words.page;
  const lines = readingRows(machineRows(sheet), [report.method], words.labels.none);
  return section(
    'setup',
    headings.setup,
    [
      table([[columns.what, columns.value], ...lines], { caption: headings.machine, align: 'll' }),
      fold(headings.configuration, [configuration(sheet)]),
      html`<p class="note">${prose(records(n))}</p>`,
    ],
    sheet,
  );
}

/** The configuration as it was applied. */
export function configuration(sheet: Pick<Sheet, 'plan' | 'words' | 'n'>): Markup {
  const { headings, configurationNote } = sheet.words.page;
  return html`<p class="note">${configurationNote}</p><pre tabindex="0" aria-label="${headings.configuration}"><code>${configurationOf(sheet)}</code></pre>`;
}

function machineRows({ words, n }: Sheet): readonly ReadingRow<Method>[] {
  const { machine: w, frequency } = words.page;
  const name = (text: string | null): string | null => (text === null ? null : n.name(text));
  const list = (cores: readonly number[] | undefined): string | null =>
    cores === undefined ? null : n.list(cores.map(String));
  return [
    [w.cpu, ({ machine }) => name(machine?.cpuModel ?? null)],
    [w.cores, ({ machine }) => (machine === null ? null : n.count(machine.cores))],
    [w.architecture, ({ machine }) => name(machine?.architecture ?? null)],
    [w.memory, ({ machine }) => (machine === null ? null : n.bytes(machine.memory))],
    [w.os, ({ machine }) => name(machine?.os ?? null)],
    [w.node, ({ machine }) => name(machine?.node ?? null)],
    [w.virtualisation, ({ machine }) => name(machine?.virtualisation ?? null)],
    [w.governor, ({ machine }) => name(machine?.governor ?? null)],
    [w.power, ({ machine }) => name(machine?.power ?? null)],
    [
      w.throttles,
      ({ machine }) => {
        const throttles = machine?.thermalThrottles ?? null;
        return throttles === null ? null : n.count(throttles);
      },
    ],
    [
      w.frequency,
      ({ machine }) => {
        const clock = machine?.frequency ?? null;
        return clock === null ? null : frequency(n.count(clock.now), n.count(clock.max));
      },
    ],
    [w.runner, ({ machine }) => name(machine?.runner ?? null)],
    [w.fingerprint, ({ machine }) => name(machine?.fingerprint ?? null)],
    [w.coresService, ({ cores }) => list(cores?.service)],
    [w.coresGenerator, ({ cores }) => list(cores?.generator)],
  ];
}

/** The plan as indented JSON, without what makes it long: rows of data files, certificates. */
function configurationOf({ plan, words, n }: Pick<Sheet, 'plan' | 'words' | 'n'>): string {
  const shortened = JSON.stringify(
    plan,
    (_, value: unknown) => {
      if (typeof value === 'string' && value.length > CONFIGURATION.text)
        return `${value.slice(0, CONFIGURATION.text)}…`;
      if (!Array.isArray(value) || value.length <= CONFIGURATION.items) return value;
      const items: readonly unknown[] = value;
      return [...items.slice(0, CONFIGURATION.items), words.page.more(items.length - CONFIGURATION.items, n)];
    },
    2,
  );
  const visible = shortened.replaceAll(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return visible.length <= CONFIGURATION.whole ? visible : `${visible.slice(0, CONFIGURATION.whole)}\n…`;
}
