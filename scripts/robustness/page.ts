/** The generated parts of docs/robustness.md: the table of threats, that of faults, and what the last torture came to. */
import { markdownTable } from 'markdown-table';
import type { Cancels } from '../torture/cancels.ts';
import { type Refused, recorded } from '../torture/record.ts';
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
  const { refused, cancelled } = recorded();
  return [
    { name: 'torture', text: tortureText(refused, cancelled) },
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

function tortureText(refused: Refused | null, cancelled: Cancels | null): string {
  return [
    ...(refused === null ? [] : [refusedText(refused)]),
    ...(cancelled === null ? [] : [cancelText(cancelled)]),
  ].join('\n\n');
}

function refusedText({ effects, calls, tried, possible, codes, unreached, wrong }: Refused): string {
  const share = tried === possible ? `all ${tried}` : `${tried} of ${possible}`;
  return `**Refusals.** A run of the job asked the operating system for ${effects} different things, in ${calls} calls. It was run again with ${share} refusals; ${unreached} of them it did not come to. It ended ${inWords(codes)}. Runs that were green, left a process, left half a file, or had an error that nobody caught: **${wrong}**.`;
}

function cancelText({ many, median, longest, codes, wrong }: Cancels): string {
  return `**Cancels.** The job was cancelled ${many} times, at random moments from its start to its end. From the signal to its end it took ${seconds(median)} (median), ${seconds(longest)} at most. It ended ${inWords(codes)}. Cancels that were green, took longer than 5 s, left a process or a file: **${wrong}**.`;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** `null` is a process that was ended by a signal before it listened to any. */
const inWords = (codes: Readonly<Record<string, number>>): string =>
  Object.entries(codes)
    .map(([code, many]) =>
      code === 'null' ? `by the signal itself ${many} times` : `with exit code ${code} ${many} times`,
    )
    .join(', ');
