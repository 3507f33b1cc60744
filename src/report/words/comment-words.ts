/** The words that a comment has beside findings and tables: folds, the course over the last runs, charts of comparisons and ramps, how to run it again. */
import type { LoadCurve } from '../load-curve.ts';
import type { ScenarioReport } from '../results.ts';
import type { Pen } from './words.ts';

/** Words of a comment. Titles and axes of charts stand in quotes: no quotes in them. */
export interface CommentWords {
  /** Under a table with one bar a run. `runs`: accepted ones, this run not counted. */
  readonly historyCaption: (runs: number) => string;
  /** How high those bars are. */
  readonly historyScale: string;
  /** ` in a, b and 7 more`. */
  readonly inScenarios: (names: string) => string;
  /** The end of a list that is not told. */
  readonly more: (count: number, n: Pen) => string;
  /** Heading of the column of scenarios. */
  readonly scenario: string;
  /** A fold over the tables of scenarios with something the matter. */
  readonly othersFolded: (count: number, n: Pen) => string;
  /** A fold over sentences, by their titles: fixed words. */
  readonly saysFolded: (titles: readonly string[]) => string;
  readonly learnMoreFolded: (titles: readonly string[]) => string;
  readonly distributionChart: string;
  readonly distributionAxis: string;
  readonly distributionCaption: (against: ScenarioReport['against']['kind']) => string;
  /** Name of the line of accepted runs. */
  readonly baselineLine: string;
  readonly loadChart: string;
  readonly loadAxis: (of: LoadCurve['of']) => string;
  readonly loadCaption: (of: LoadCurve['of']) => string;
  /** In front of the line that runs the same again. */
  readonly reproduce: string;
}
