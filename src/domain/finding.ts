/** Sentences with evidence. A rule produces the numbers; words turn them into a sentence of a language. Plain JSON. */
import type { EngineEvidence } from './finding-engines.ts';
import type { Attribution } from './attribution.ts';
import type { BaseEvidence } from './finding-base.ts';
import type { AcceptanceEvidence } from './finding-acceptance.ts';
import type { Kept } from './finding-baseline.ts';
import type { ResourceEvidence } from './finding-resources.ts';
import type { TargetEvidence } from './finding-target.ts';
import type { ImportEvidence } from './imported.ts';
import type { SearchEvidence } from './search.ts';
import type { MetricName } from './metric.ts';
import type { Machine } from './measurement.ts';
import type { OwnEdits } from './plan-origin.ts';

/** How the latencies of a scenario moved against the baseline, as shares of it; positive is slower. */
export interface LatencyShift {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** What each rule found, by the rule's name. A row here asks the compiler for a rule's sentence in every language. Times are in milliseconds. */
export interface FindingEvidence
  extends BaseEvidence,
    SearchEvidence,
    ResourceEvidence,
    TargetEvidence,
    ImportEvidence,
    EngineEvidence,
    AcceptanceEvidence {
  // limitations: what keeps this result from being production's
  loopback: { readonly address: string };
  'certificate-not-verified': { readonly url: string };
  'shared-machine': {
    readonly serviceCores: number | null;
    readonly generatorCores: number;
    readonly otherCores: number;
    readonly cores: number;
  };
  competition: {
    readonly scenario: string;
    readonly runQueueDelay: number | null;
    readonly cpuPressure: number | null;
    readonly busyCores: number;
    readonly cores: number;
    readonly serviceCores: number | null;
    readonly generatorCores: number;
  };
  machine: {
    readonly machine: Machine;
    /** What the machine does not tell. */
    readonly unread: readonly ('governor' | 'power' | 'throttling')[];
  };
  'stolen-cpu': { readonly scenario: string; readonly steal: number };
  'not-watched': { readonly scenarios: readonly string[] };
  'closed-loop': { readonly users: number };
  'too-few-answers': {
    readonly scenario: string;
    readonly metric: MetricName;
    readonly answers: number;
    readonly needed: number;
  };
  /** `base`: the commit that decides. */
  'own-edits': OwnEdits & { readonly base: string };
  'short-run': { readonly scenario: string; readonly seconds: number };
  'other-machine': {
    readonly scenarios: readonly string[];
    readonly known: readonly string[];
    readonly here: string;
  };
  'other-config': { readonly scenarios: readonly string[] };
  'first-run': { readonly scenarios: readonly string[]; readonly path: string };
  'thin-history': {
    readonly scenario: string;
    readonly runs: number;
    readonly metric: MetricName;
    readonly limit: number;
    readonly tolerance: number;
    /** True when a regression against so few runs is only advice. */
    readonly advisory: boolean;
  };
  detectable: {
    readonly scenario: string;
    readonly changes: readonly { readonly metric: MetricName; readonly change: number }[];
    /** Time under load, in seconds, that would see changes as large as the limits of these metrics, which this run could not. */
    readonly blind: readonly {
      readonly metric: MetricName;
      readonly limit: number;
      readonly seconds: number;
    }[];
  };
  /** Accepted runs went one way for long: no single change is to blame. */
  'baseline-drift': {
    readonly scenario: string;
    readonly metric: MetricName;
    /** Of the smoothed last value against the first ten, as a share. */
    readonly change: number;
    readonly runs: number;
  };
  // strengths and weaknesses: what the results say
  'no-errors': { readonly scenario: string; readonly sent: number; readonly upperBound: number };
  errors: {
    readonly scenario: string;
    readonly rate: number;
    readonly failed: number;
    readonly attempts: number;
    readonly kinds: readonly {
      readonly kind: 'httpError' | 'connectionError' | 'timeout' | 'lost' | 'refused';
      readonly count: number;
    }[];
    readonly messages: readonly { readonly message: string; readonly count: number }[];
  };
  'objective-met': {
    readonly scenario: string;
    readonly metric: MetricName;
    readonly value: number;
    readonly bound: number;
    /** How far the value may still move before it breaks the bound, as a share of the bound. */
    readonly headroom: number;
  };
  'objective-missed': {
    readonly scenario: string;
    readonly metric: MetricName;
    readonly value: number;
    readonly bound: number;
  };
  /** `whole`: every answer moved; `tail`: only the slow ones did. */
  slower: { readonly scenario: string; readonly shape: 'whole' | 'tail'; readonly shift: LatencyShift };
  faster: { readonly scenario: string; readonly shape: 'whole' | 'tail'; readonly shift: LatencyShift };
  /** What the change costs, or saves, where CPU time and latency can be held against each other: computing, or waiting. Shares. */
  'cost-in-cpu': { readonly scenario: string; readonly cpu: number; readonly latency: number };
  'cost-in-waiting': { readonly scenario: string; readonly cpu: number; readonly latency: number };
  /** Against the base: where the time went by which an answer takes longer. */
  attribution: Attribution & {
    readonly scenario: string;
    /** True where a bottleneck names the same statement: it stands below, and is not named twice. */
    readonly namedBelow: boolean;
  };
  /** Mean size of an answer in bytes; `change` is a share. */
  'larger-answers': {
    readonly scenario: string;
    readonly change: number;
    readonly before: number;
    readonly now: number;
  };
  /** How far all answers moved but the slowest twentieth. */
  'whole-shift': {
    readonly scenario: string;
    readonly change: number;
    readonly interval: readonly [number, number];
  };
  stable: { readonly scenario: string; readonly variation: number; readonly seconds: number };
  spikes: {
    readonly scenario: string;
    /** Which seconds, counted from 0. */
    readonly seconds: readonly number[];
    readonly of: number;
    readonly worst: number;
    readonly typical: number;
  };
  dips: {
    readonly scenario: string;
    readonly seconds: readonly number[];
    readonly of: number;
    readonly worst: number;
    readonly typical: number;
  };
  drift: {
    readonly scenario: string;
    readonly metric: 'p95' | 'throughput';
    /** Over the whole time, as a share of the beginning. */
    readonly change: number;
    readonly seconds: number;
  };
  // of a soak
  /** Anonymous memory grew and went on growing. Bytes and seconds; slopes in bytes a second. */
  leak: {
    readonly scenario: string;
    readonly slope: number;
    readonly interval: readonly [low: number, high: number];
    readonly from: number;
    readonly to: number;
    readonly seconds: number;
    /** Until the machine's memory is full at this rate. */
    readonly left: number;
    /** True when so much grew that garbage would have been collected by then. */
    readonly collected: boolean;
  };
  /** Memory did not grow: a leak of `detectable` bytes a second would have been seen. */
  'memory-level': {
    readonly scenario: string;
    readonly level: number;
    readonly seconds: number;
    readonly detectable: number;
  };
  'latency-drift': {
    readonly scenario: string;
    readonly metric: 'p50' | 'p95';
    readonly from: number;
    readonly to: number;
    readonly seconds: number;
  };
  /** Shares of all attempts. */
  'errors-drift': {
    readonly scenario: string;
    readonly from: number;
    readonly to: number;
    readonly seconds: number;
  };
  /** A soak that says nothing of memory. `needed`: seconds. */
  'memory-unwatched': {
    readonly scenario: string;
    readonly why: 'short' | 'turns' | 'unread';
    readonly seconds: number;
    readonly needed: number;
  };
  'long-tail': { readonly scenario: string; readonly p50: number; readonly p99: number };
  'slow-request': {
    readonly scenario: string;
    readonly request: string;
    readonly p95: number;
    /** p95 of all other requests together. */
    readonly others: number;
  };
  // bottleneck and potential
  saturated: {
    readonly scenario: string;
    readonly busyCores: number;
    readonly cores: number;
    readonly serviceCores: number;
  };
  waiting: {
    readonly scenario: string;
    readonly serviceCores: number;
    readonly p50: number;
    /** CPU time of the service for one answer. */
    readonly cpuPerAnswer: number;
  };
  'capacity-unknown': { readonly users: number };
  // recommendations
  'find-the-cause': {
    readonly scenario: string;
    readonly shape: 'whole' | 'tail';
    /** The request that stands out, if one does. */
    readonly request: string | null;
  };
  /** `against`: what the change is worse than; a base commit needs no command, it is whatever was merged. */
  'larger-budget': { readonly seconds: number; readonly now: number };
  'more-baseline-runs': Kept & { readonly runs: number; readonly wanted: number };
  'look-at-errors': { readonly scenario: string; readonly log: string | null };
  'separate-machine': {
    readonly because: 'loopback' | 'competition' | 'generator-bound';
    readonly cores: number;
    readonly users: number;
  };
  'quiet-machine': { readonly because: readonly ('background' | 'battery' | 'power-saving' | 'stolen')[] };
  'run-longer': { readonly scenario: string; readonly seconds: number; readonly now: number };
  'warm-up-longer': { readonly scenario: string; readonly seconds: number; readonly now: number };
  'look-at-database': {
    readonly serviceCores: number;
    readonly cpuPerAnswer: number;
    readonly p50: number;
    /** Whether a database was looked into. */
    readonly watched: boolean;
  };
  'ramp-to-limit': { readonly users: number };
}

/** Name of a rule's product. */
export type FindingName = keyof FindingEvidence;

/** Which part of the report a finding belongs to. */
export type FindingKind =
  | 'limitation'
  | 'strength'
  | 'weakness'
  | 'bottleneck'
  | 'potential'
  | 'recommendation';

/** One finding with its evidence. */
export type Finding = {
  readonly [Name in FindingName]: {
    readonly name: Name;
    readonly kind: FindingKind;
    /** How sure the rule is. */
    readonly confidence: 'certain' | 'likely' | 'possible';
    readonly evidence: FindingEvidence[Name];
  };
}[FindingName];
