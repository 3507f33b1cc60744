/** The generated parts of docs/robustness.md: the table of threats, that of faults, and what the last torture came to. */
import { markdownTable } from 'markdown-table';
import type { Cancels } from '../torture/cancels.ts';
import { JOB_NAMES } from '../torture/job.ts';
import { type Refused, recorded, type Torture } from '../torture/record.ts';
import type { Entry } from './entry.ts';
import { FAULTS } from './faults.ts';
import { namedTests } from './named-tests.ts';
import { THREATS } from './threats.ts';

/** A generated part, by the name of its markers. */
export interface RobustnessPart {
  readonly name: string;
  readonly text: string;
}

/** All parts of the page. */
export function robustnessParts(): readonly RobustnessPart[] {
  const tests = namedTests();
  return [
    { name: 'torture', text: tortureText() },
    { name: 'threats', text: table(THREATS, tests) },
    { name: 'faults', text: table(FAULTS, tests) },
  ];
}

/** What an entry comes to. */
export function resultOf({ but }: Entry, tests: readonly string[]): 'kept' | 'kept in part' | 'not tested' {
  if (tests.length === 0) return 'not tested';
  return but === undefined ? 'kept' : 'kept in part';
}

function table(entries: readonly Entry[], tests: ReadonlyMap<string, readonly string[]>): string {
  const rows = entries.map((entry) => {
    const files = tests.get(entry.id) ?? [];
    const happens = [entry.happens, ...(entry.but === undefined ? [] : [`*${entry.but}*`])].join(' ');
    return [entry.id, entry.title, happens, files.map(link).join(', '), resultOf(entry, files)];
  });
  return markdownTable([['entry', 'what goes wrong', 'what happens', 'tests', 'result'], ...rows]);
}

const link = (path: string): string =>
  `[${path.replace(/^test\//, '').replace(/\.test\.ts$/, '')}](../${path})`;

/** A row for each job: what was never run has a dash. */
function tortureText(): string {
  const all = recorded();
  const rows = JOB_NAMES.map((name) => [`\`${name}\``, ...cellsOf(all[name])]);
  return markdownTable([HEAD, ...rows]);
}

const HEAD = ['job', 'asks for', 'refusals', 'they ended', 'wrong', 'cancels', 'took', 'they ended', 'wrong'];
const NONE = '–';

const cellsOf = (torture: Torture | undefined): readonly string[] => [
  ...refusedCells(torture?.refused ?? null),
  ...cancelCells(torture?.cancelled ?? null),
];

function refusedCells(refused: Refused | null): readonly string[] {
  if (refused === null) return [NONE, NONE, NONE, NONE];
  const { effects, calls, tried, possible, codes, unreached, wrong } = refused;
  const share = tried === possible ? `all ${tried}` : `${tried} of ${possible}`;
  const missed = unreached === 0 ? '' : `, ${unreached} not reached`;
  return [`${effects} things in ${calls} calls`, `${share}${missed}`, inWords(codes), `**${wrong}**`];
}

function cancelCells(cancels: Cancels | null): readonly string[] {
  if (cancels === null) return [NONE, NONE, NONE, NONE];
  const { many, median, longest, codes, wrong } = cancels;
  const took = `${seconds(median)} (median), ${seconds(longest)} at most`;
  return [String(many), took, inWords(codes), `**${wrong}**`];
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** `null` is a process that was ended by a signal before it listened to any. */
const inWords = (codes: Readonly<Record<string, number>>): string =>
  Object.entries(codes)
    .map(([code, many]) =>
      code === 'null' ? `by the signal itself ${many} times` : `with exit code ${code} ${many} times`,
    )
    .join(', ');
