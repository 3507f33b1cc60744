/** The catalogue that every language fills: a phrase that is missing, or takes the wrong numbers, does not compile. */
import type { Counts, EngineUse } from '../../domain/measurement.ts';
import type { FindingEvidence, FindingName } from '../../domain/finding.ts';
import type { MetricName } from '../../domain/metric.ts';
import type { Limit } from '../../domain/plan.ts';
import type { Break, SearchKind } from '../../domain/search.ts';
import type { Judgement, Outcome } from '../../domain/verdict.ts';
import type { AcceptanceWords } from './acceptance-words.ts';
import type { ImportedWords } from './imported-words.ts';
import type { Numbers, UnitWords } from '../numbers.ts';
import type { Reason } from '../reasons.ts';
import type { Headline, Method } from '../report.ts';
import type { MemoryCurve, ScenarioReport } from '../results.ts';
import type { ChangeWords } from './change-words.ts';
import type { AroundWords } from './around-words.ts';
import type { CommentWords } from './comment-words.ts';
import type { SearchReport } from '../search-results.ts';
import type { FailureWords } from './failure-words.ts';
import type { HistoryWords } from './history-words.ts';
import type { PageWords } from './page-words.ts';
import type { ThresholdWords } from './threshold-words.ts';
import type { PhraseWords } from './phrase-words.ts';

/** What words are written with: numbers of the language, and the marks of the medium. Untrusted text goes through `name`, `prose` and `command`, and nothing else. */
export interface Pen extends Numbers {
  /** Untrusted text. */
  readonly name: (text: string) => string;
  /** Sentences of ours that hold untrusted words: those become code, the rest stays text. */
  readonly prose: (text: string) => string;
  /** A line to be copied into a shell, whole; it may hold untrusted words. */
  readonly command: (text: string) => string;
  /** A word of ours that is typed as it stands: a command, a key. */
  readonly code: (text: string) => string;
  readonly strong: (text: string) => string;
  /** A page's address, if it is one. */
  readonly link: (text: string, url: string) => string;
  /** ` in <scenario>`, or nothing when there is only one. */
  readonly inScenario: (name: string) => string;
}

/** A sentence for each finding, from its evidence. */
export type FindingWords = {
  readonly [Name in FindingName]: (evidence: FindingEvidence[Name], n: Pen) => string;
};

/** What a reason says: in a headline, and as a sentence. */
export type ReasonWords = {
  readonly [Kind in Reason['kind']]: (reason: Extract<Reason, { readonly kind: Kind }>, n: Pen) => string;
};

/** Headings and labels: fixed words. */
export interface Labels {
  readonly overview: string;
  readonly limits: string;
  readonly results: string;
  readonly says: string;
  /** What stands in front of a finding's title. */
  readonly kinds: Readonly<Record<'strength' | 'weakness' | 'bottleneck' | 'potential', string>>;
  readonly conclusions: string;
  readonly nextSteps: string;
  /** The same where nothing has to be done. */
  readonly learnMore: string;
  readonly method: string;
  readonly rawNumbers: string;
  readonly requests: string;
  readonly distribution: string;
  readonly charts: string;
  readonly columns: Readonly<
    Record<'metric' | 'baseline' | 'base' | 'now' | 'change' | 'limit' | 'judgement', string>
  >;
  readonly requestColumns: Readonly<
    Record<'request' | 'sent' | 'throughput' | 'failed' | 'p50' | 'p95' | 'p99', string>
  >;
  readonly quantile: string;
  readonly changeOnly: string;
  readonly maximum: string;
  readonly none: string;
  readonly counts: Readonly<Record<keyof Counts, string>>;
}

/** Titles and captions of charts. A chart's title stands in quotes: no quotes in it. */
export interface ChartWords {
  /** Of a closed loop. */
  readonly users: string;
  /** Of an open loop. */
  readonly underWay: string;
  readonly usersCaption: (width: number) => string;
  readonly throughput: (withErrors: boolean) => string;
  readonly latency: string;
  readonly seconds: string;
  readonly perSecond: string;
  readonly milliseconds: string;
  /** Names of lines, where a quantile does not name itself. */
  readonly lines: Readonly<Record<'answers' | 'failures' | 'head' | 'base', string>>;
  /** What each point stands for, and what the colours mean. `first`, `second`: colour squares. */
  readonly throughputCaption: (width: number, withErrors: boolean) => string;
  readonly latencyCaption: (width: number, silent: boolean) => string;
  readonly memory: string;
  /** In front of a line of memory over time. */
  readonly memoryRow: string;
  readonly megabytes: string;
  readonly memoryCaption: (curve: MemoryCurve, n: Pen) => string;
}

/** Headings, facts and captions of a search. */
export interface SearchWords {
  readonly steps: string;
  readonly columns: Readonly<
    Record<'throughput' | 'baseThroughput' | 'p50' | 'p95' | 'failed' | 'little' | 'carried', string>
  > & { readonly level: (kind: SearchKind) => string };
  readonly level: (kind: SearchKind, level: number, n: Pen) => string;
  readonly little: (gap: number | null, n: Pen) => string;
  readonly carried: (broken: Break | null) => string;
  /** `1 to 256 users in 14 steps`. */
  readonly facts: (search: SearchReport, n: Pen) => string;
  /** A chart's words stand in quotes: no quotes in them. */
  readonly axis: (kind: SearchKind) => string;
  readonly throughputChart: string;
  readonly latencyChart: string;
  readonly throughputCaption: (kind: SearchKind, withBase: boolean) => string;
  readonly latencyCaption: string;
  readonly littleNote: string;
}

/** One language. */
export interface Words {
  readonly locale: string;
  readonly labels: Labels;
  readonly metrics: Readonly<Record<MetricName, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly units: UnitWords;
  /** ` in <scenario>`. */
  readonly inScenario: (name: string) => string;
  readonly andMoreScenarios: (count: number, n: Pen) => string;
  /** The verdict in one line. */
  readonly headline: (headline: Headline, n: Pen) => string;
  /** What to do about it, in one sentence. */
  readonly action: (headline: Headline, n: Pen) => string;
  readonly findingTitles: Readonly<Record<FindingName, string>>;
  readonly findings: FindingWords;
  /** Said once after the sentences of all scenarios. */
  readonly findingCodas: Partial<Readonly<Record<FindingName, string>>>;
  readonly reasons: ReasonWords;
  /** What the verdict comes to when nothing is the matter; null when the reasons say it. */
  readonly nothingWrong: (headline: Headline, n: Pen) => string | null;
  /** The last sentence of the conclusions. */
  readonly closing: (headline: Headline, n: Pen) => string;
  /** One or two words. `voided`: the measurement is void, and timings are not judged. */
  readonly judgement: (judgement: Judgement, voided: boolean) => string;
  /** `limits`: as configured, for a metric that was not compared. */
  readonly limit: (judgement: Judgement, limits: readonly Limit[], n: Pen) => string;
  readonly change: (judgement: Judgement, n: Pen) => string;
  /** `10 users for 20 s, 24,310 requests by autocannon, none failed`. */
  readonly facts: (scenario: ScenarioReport, n: Pen) => string;
  readonly limitsFolded: (count: number, n: Pen) => string;
  readonly unchangedFolded: (metrics: readonly MetricName[], n: Pen) => string;
  readonly passingFolded: (count: number, n: Pen) => string;
  /** What the baseline column of the distribution is. */
  readonly distributionCaption: (against: ScenarioReport['against'], n: Pen) => string;
  readonly engineWhy: Readonly<Record<EngineUse['why'], string>>;
  /** How it was measured: one sentence a line. */
  readonly method: (method: Method, n: Pen) => readonly string[];
  /** Engine, generator and machine during one scenario. */
  readonly measured: (scenario: ScenarioReport, n: Pen) => string;
  readonly acceptance: AcceptanceWords;
  readonly imported: ImportedWords;
  readonly thresholds: ThresholdWords;
  readonly charts: ChartWords;
  readonly changes: ChangeWords;
  readonly around: AroundWords;
  readonly comment: CommentWords;
  readonly search: SearchWords;
  readonly history: HistoryWords;
  readonly page: PageWords;
  readonly cut: (parts: readonly string[], n: Pen) => string;
  readonly rowsCut: (count: number, n: Pen) => string;
  /** Of failures, and of what could not be watched; `recorded`: the English that errors and records hold. */
  readonly phrases: PhraseWords | 'recorded';
  readonly failure: FailureWords;
}
