/** A page on its way to HTML: what is to be shown, in which words, with how much room. */
import type { Finding } from '../../domain/finding.ts';
import type { Language } from '../../domain/language.ts';
import type { Run } from '../../domain/measurement.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { LANGUAGES, penOf } from '../pen.ts';
import type { Report } from '../report.ts';
import type { Pen, Words } from '../words/words.ts';
import { MARKS } from './prose.ts';
import { slugsOf } from './slugs.ts';

/** A judged run with everything behind it. */
export interface PageInput {
  readonly plan: Plan;
  readonly run: Run;
  readonly verdict: Verdict;
  readonly report: Report;
}

/** How much of what there is a page can hold: many scenarios share the room of a few. */
export interface Room {
  /** Points of a line of a chart. */
  readonly points: number;
  /** Rows of a table of measurements: seconds, slices, turns. */
  readonly rows: number;
  /** Rows of a table of names: requests, statements. */
  readonly names: number;
}

/** What every part of a page is written from. */
export interface Sheet extends PageInput {
  readonly language: Language;
  readonly words: Words;
  readonly n: Pen;
  readonly room: Room;
  /** A scenario's name in addresses. */
  readonly slug: (scenario: string) => string;
}

const POINTS = { all: 2_400, most: 600, least: 60 };
const ROWS = { all: 600, most: 120, least: 12 };
const NAMES = { all: 1_000, most: 500, least: 20 };

/** Opens a page. `part`: how much of the usual room there is. */
export function openSheet(input: PageInput, language: Language, part = 1): Sheet {
  const words = LANGUAGES[language];
  const { scenarios, headline } = input.report;
  const names = scenarios.map(({ name }) => name);
  const slugs = new Map(slugsOf(names).map((slug, index) => [names[index] ?? '', slug]));
  return {
    ...input,
    language,
    words,
    n: penOf(words, MARKS, headline.scenarios),
    room: {
      points: shareOf(POINTS, names.length, part),
      rows: shareOf(ROWS, names.length, part),
      names: shareOf(NAMES, names.length, part),
    },
    slug: (scenario) => slugs.get(scenario) ?? 'scenario',
  };
}

const shareOf = ({ all, most, least }: typeof POINTS, scenarios: number, part: number): number =>
  Math.max(4, Math.floor(part * Math.max(least, Math.min(most, all / Math.max(1, scenarios)))));

/** The scenario that a finding is about; null when it is about several, or about none. */
export const subjectOf = ({ evidence }: Finding): string | null =>
  'scenario' in evidence && typeof evidence.scenario === 'string' ? evidence.scenario : null;
