/** The history of suites as data for pages: each scenario with its page's name, its runs in one order, its lines with their trends. No language in it. */
import type { KeptRun, RunLine, ScenarioRuns, SuiteHistory, Trend } from '../../domain/history.ts';
import type { LineStart } from '../words/history-words.ts';

/** Everything that the pages show. */
export interface Site {
  /** The repository's page, or null; see `repositoryPage`. */
  readonly repository: string | null;
  readonly suites: readonly SuitePart[];
}

/** A suite. */
export interface SuitePart extends Pick<SuiteHistory, 'suite' | 'path' | 'versions'> {
  readonly scenarios: readonly ScenarioPart[];
}

/** A scenario. */
export interface ScenarioPart extends Pick<ScenarioRuns, 'accepted' | 'releases'> {
  readonly scenario: string;
  /** File name of its page. */
  readonly page: string;
  /** How many runs all lines have together: the steps of every chart. */
  readonly steps: number;
  /** In the order in which they began. */
  readonly lines: readonly LinePart[];
  /** The line with the newest run: whose numbers stand for the scenario. */
  readonly newest: LinePart;
}

/** A line. */
export interface LinePart extends Omit<RunLine, 'runs'> {
  /** `A`, `B`, … in the order in which lines begin. */
  readonly name: string;
  readonly start: LineStart;
  readonly runs: readonly PlacedRun[];
  readonly trends: readonly Trend[];
}

/** A run with its place among all runs of the scenario, from 0. */
export interface PlacedRun extends KeptRun {
  readonly step: number;
}

/** What makes trends of a line: comes in, since it is the judge who knows what noise is. */
export type JudgeTrends = (line: RunLine) => readonly Trend[];

/** Puts the pages' data together. Scenarios without runs, and suites without scenarios, are not there. */
export function composeSite(
  suites: readonly SuiteHistory[],
  repository: string | null,
  trendsOf: JudgeTrends,
): Site {
  const taken = new Set<string>();
  return {
    repository,
    suites: suites.map(({ suite, path, versions, scenarios }) => ({
      suite,
      path,
      versions,
      scenarios: scenarios.flatMap(({ scenario, lines, accepted, releases }) => {
        const placed = place(lines, trendsOf);
        const newest = placed.toSorted((left, right) => lastStep(right) - lastStep(left))[0];
        if (newest === undefined) return [];
        const steps = placed.reduce((sum, { runs }) => sum + runs.length, 0);
        return [
          {
            scenario,
            page: pageName(suite, scenario, taken),
            steps,
            lines: placed,
            newest,
            accepted,
            releases,
          },
        ];
      }),
    })),
  };
}

const lastStep = ({ runs }: LinePart): number => runs.at(-1)?.step ?? -1;

function place(lines: readonly RunLine[], trendsOf: JudgeTrends): readonly LinePart[] {
  const order = lines
    .flatMap((line) => line.runs.map((run) => ({ run, line })))
    .sort((left, right) => (left.run.date < right.run.date ? -1 : 1));
  const steps = new Map(order.map(({ run }, step) => [run, step]));
  return lines.map((line, index) => {
    const runs = line.runs.map((run) => ({ ...run, step: steps.get(run) ?? 0 }));
    const before = order[(runs[0]?.step ?? 0) - 1]?.line;
    return { ...line, name: nameOf(index), start: startOf(line, before), runs, trends: trendsOf(line) };
  });
}

function startOf(line: RunLine, before: RunLine | undefined): LineStart {
  if (before === undefined) return 'first';
  if (before.fingerprint === line.fingerprint) return 'configuration';
  return before.configHash === line.configHash ? 'machine' : 'both';
}

/** `A` to `Z`, `AA`, `AB`, … */
function nameOf(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${nameOf(Math.floor(index / 26) - 1)}${letter}`;
}

/** Letters of a name kept in a file's name: short enough for every file system, in any script. */
const NAME_MAX = 24;

/** `default-home.html`: letters and digits alone, in lower case, since some file systems know no difference; each name once. */
function pageName(suite: string, scenario: string, taken: Set<string>): string {
  const stem = `${slug(suite)}-${slug(scenario)}`;
  let name = stem;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`;
  taken.add(name);
  return `${name}.html`;
}

function slug(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const kept = [...words]
    .slice(0, NAME_MAX)
    .join('')
    .replaceAll(/^-+|-+$/g, '');
  return kept === '' ? 'x' : kept;
}
