/** Sentences with evidence. A rule produces the numbers; words turn them into a sentence of a language. Plain JSON. */
import type { MetricName } from './metric.ts';
import type { Machine } from './measurement.ts';

/** What each rule found, by the rule's name. A row here asks the compiler for a rule's sentence in every language. */
export interface FindingEvidence {
  // limitations: what keeps this result from being production's
  loopback: { readonly address: string };
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
  };
  'background-activity': { readonly scenario: string; readonly otherCores: number; readonly cores: number };
  machine: { readonly machine: Machine; readonly unread: readonly string[] };
  'stolen-cpu': { readonly scenario: string; readonly steal: number };
  'too-few-answers': {
    readonly scenario: string;
    readonly metric: MetricName;
    readonly answers: number;
    readonly needed: number;
  };
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
  };
  'generator-bound': { readonly scenario: string; readonly cpu: number; readonly eventLoop: number };
  'own-engine': { readonly scenario: string; readonly why: 'closing-connections' | 'lost-answers' };
  detectable: { readonly scenario: string; readonly metric: MetricName; readonly change: number };
  // strengths and weaknesses: what the results say
  'no-errors': { readonly scenario: string; readonly sent: number; readonly upperBound: number };
  errors: {
    readonly scenario: string;
    readonly rate: number;
    readonly failed: number;
    readonly attempts: number;
    readonly kinds: readonly { readonly kind: string; readonly count: number }[];
    readonly messages: readonly string[];
  };
  'objective-met': {
    readonly scenario: string;
    readonly metric: MetricName;
    readonly value: number;
    readonly bound: number;
    readonly headroom: number;
  };
  'objective-missed': {
    readonly scenario: string;
    readonly metric: MetricName;
    readonly value: number;
    readonly bound: number;
  };
  stable: { readonly scenario: string; readonly variation: number; readonly seconds: number };
  spikes: {
    readonly scenario: string;
    readonly seconds: readonly number[];
    readonly worst: number;
    readonly typical: number;
  };
  dips: {
    readonly scenario: string;
    readonly seconds: readonly number[];
    readonly worst: number;
    readonly typical: number;
  };
  drift: {
    readonly scenario: string;
    readonly metric: 'p95' | 'throughput';
    readonly change: number;
    readonly seconds: number;
  };
  'long-tail': { readonly scenario: string; readonly p50: number; readonly p99: number };
  'slow-request': {
    readonly scenario: string;
    readonly request: string;
    readonly p95: number;
    readonly others: number;
  };
  // bottleneck and potential
  saturated: {
    readonly scenario: string;
    readonly busyCores: number;
    readonly cores: number;
    readonly serviceCores: number;
  };
  'service-one-core': { readonly scenario: string; readonly serviceCores: number; readonly cores: number };
  waiting: { readonly scenario: string; readonly serviceCores: number; readonly p50: number };
  'capacity-unknown': { readonly users: number };
  // recommendations
  'separate-machine': { readonly because: 'loopback' | 'competition' | 'generator-bound' };
  'take-baseline': { readonly command: string };
  'run-longer': { readonly scenario: string; readonly seconds: number };
  'ramp-to-limit': { readonly users: number };
  'look-at-errors': { readonly scenario: string; readonly log: string | null };
  'look-at-database': { readonly serviceCores: number };
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
