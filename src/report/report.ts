/** The report as data: what is to be said, in which order, and no language. Plain JSON. */
import { isBlind } from '../stats/boundless.ts';
import { isForeign } from '../domain/engine-plan.ts';
import { isOpen, isThinking } from '../domain/executor.ts';
import type { Finding, FindingKind } from '../domain/finding.ts';
import type { CoreSplit, Machine, Run, Target } from '../domain/measurement.ts';
import { METRIC_NAMES, METRICS, type MetricName } from '../domain/metric.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { Plan } from '../domain/plan.ts';
import type { BaselineSource, Reference } from '../domain/reference.ts';
import type { Outcome, Verdict } from '../domain/verdict.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import { reproduceCommand } from './reproduce.ts';
import { resultsOf, type ScenarioReport } from './results.ts';

/** A run with its verdict and findings, to be reported. */
export interface ReportInput {
  readonly plan: Plan;
  readonly run: Run;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly occasion: Occasion;
  /** What the configuration was overridden by: flags of the command line, by name. */
  readonly flags?: Readonly<Record<string, string>>;
}

/** The verdict in one line, as numbers. */
export interface Headline {
  readonly suite: string;
  readonly outcome: Outcome;
  readonly exitCode: 0 | 1 | 2;
  readonly scenarios: number;
  /** Worst first, at most two. */
  readonly reasons: readonly Reason[];
  /** How many more reasons of the first one's kind there are. */
  readonly more: number;
  /** The first two limited metrics, and errors or growth where there are any, when there is a single scenario that can be believed. `change` is null where nothing was compared. */
  readonly metrics: readonly {
    readonly metric: MetricName;
    readonly value: number;
    readonly change: number | null;
  }[];
  /** Changes for the worse that are smaller than these could have gone unseen; of each metric the largest of all scenarios, at most two. Shares, signed. */
  readonly unseen: readonly { readonly metric: MetricName; readonly change: number }[];
}

/** Findings of one name, of all scenarios: what they have in common is told a few times, not fifty. */
export interface FindingGroup {
  readonly findings: readonly Finding[];
}

/** How it was measured. */
export interface Method {
  readonly loadgate: string;
  readonly startedAt: string;
  readonly seed: number;
  /** Null for imported results. */
  readonly machine: Machine | null;
  readonly target: Target | null;
  readonly commit: string | null;
  readonly dirty: boolean;
  readonly readyAfter: readonly number[];
  readonly baseline: BaselineSource | null;
  /** How the base commit was measured beside the change; null when it was not. */
  readonly beside: Extract<Reference, { readonly kind: 'base' }> | null;
  readonly cores: CoreSplit | null;
  /** What sent requests when: users that wait for their answers, with or without think time, and arrival rates. */
  readonly loops: { readonly users: boolean; readonly thinking: boolean; readonly arrivals: boolean };
  readonly occasion: Occasion;
  /** Folder with report.md, report.html, run.json and verdict.json. */
  readonly directory: string;
  /** One line for a shell that runs the same again: commit, configuration, seed. */
  readonly reproduce: string;
}

/** Everything a report shows, in its order. */
export interface Report {
  readonly headline: Headline;
  /** What needs attention first. */
  readonly scenarios: readonly ScenarioReport[];
  readonly findings: Readonly<Record<FindingKind, readonly FindingGroup[]>>;
  /** Every one by itself, in the order in which they were found. */
  readonly allFindings: readonly Finding[];
  /** What the conclusions are made of. */
  readonly reasons: readonly Reason[];
  readonly method: Method;
}

const REASONS_MAX = 2;
const UNSEEN_MAX = 2;
/** A line has room for no more. */
const METRICS_MAX = 2;

/** Outcomes in the order in which scenarios are shown. */
const ATTENTION: readonly Outcome[] = ['fail', 'void', 'inconclusive', 'no-baseline', 'pass'];

/** Composes the report. Pure. @throws Failure when the run lacks a judged scenario */
export function composeReport({ plan, run, verdict, findings, occasion, flags = {} }: ReportInput): Report {
  const reasons = reasonsOf(verdict);
  const planOf = (name: string) => plan.scenarios.find((scenario) => scenario.name === name);
  const scenarios = verdict.scenarios.flatMap(
    (scenario) => resultsOf(run, scenario, planOf(scenario.scenario)) ?? [],
  );
  return {
    headline: headlineOf(verdict, reasons),
    scenarios: ATTENTION.flatMap((outcome) => scenarios.filter((scenario) => scenario.outcome === outcome)),
    findings: {
      limitation: groupsOf(findings, 'limitation'),
      strength: groupsOf(findings, 'strength'),
      weakness: groupsOf(findings, 'weakness'),
      bottleneck: groupsOf(findings, 'bottleneck'),
      potential: groupsOf(findings, 'potential'),
      recommendation: groupsOf(findings, 'recommendation'),
    },
    allFindings: findings,
    reasons,
    method: methodOf(plan, run, verdict, { occasion, flags }),
  };
}

function headlineOf(verdict: Verdict, reasons: readonly Reason[]): Headline {
  const [lead] = reasons;
  const alike = reasons.filter((reason) => isAlike(reason, lead));
  return {
    suite: verdict.suite,
    outcome: verdict.outcome,
    exitCode: verdict.exitCode,
    scenarios: verdict.scenarios.length,
    reasons: alike.slice(0, REASONS_MAX),
    more: Math.max(0, alike.length - REASONS_MAX),
    metrics: metricsOf(verdict),
    unseen: unseenOf(verdict),
  };
}

/** A regression and a breach are both reasons to fail; anything else is alike only to its kind. */
function isAlike(reason: Reason, lead: Reason | undefined): boolean {
  const fails = (kind: Reason['kind'] | undefined): boolean => kind === 'regression' || kind === 'breach';
  return reason.kind === lead?.kind || (fails(reason.kind) && fails(lead?.kind));
}

function metricsOf({ scenarios }: Verdict): Headline['metrics'] {
  const [only] = scenarios;
  if (only === undefined || scenarios.length > 1 || only.voids.length > 0) return [];
  return METRIC_NAMES.flatMap((metric) => {
    const judgement = only.judgements.find((each) => each.metric === metric);
    if (judgement === undefined || judgement.value === null) return [];
    const { value, comparison, bounds } = judgement;
    const limited = bounds.length > 0 || (comparison !== null && comparison.limit !== null);
    // Without a baseline no comparison says that a metric is limited; the first two are what everybody asks for.
    const usual = metric === 'p95' || metric === 'throughput' || metric === 'capacity';
    // No errors are no news, and neither is no growth.
    if ((metric === 'error-rate' || metric === 'memory-growth') && value === 0) return [];
    return limited || usual ? [{ metric, value, change: comparison?.change ?? null }] : [];
  }).filter(
    ({ metric }, index) => index < METRICS_MAX || metric === 'error-rate' || metric === 'memory-growth',
  );
}

/** Errors and what is exact are left out: of these a run sees the smallest change. */
function unseenOf({ scenarios }: Verdict): Headline['unseen'] {
  const judged = scenarios.flatMap(({ voids, judgements }) => (voids.length === 0 ? judgements : []));
  return METRIC_NAMES.flatMap((metric) => {
    const { change, exact, better } = METRICS[metric];
    if (change === 'points' || exact) return [];
    const known = judged.flatMap((each) =>
      each.metric === metric &&
      each.comparison?.limit != null &&
      !isBlind(METRICS[metric], each.comparison.detectable)
        ? [each.comparison.detectable]
        : [],
    );
    const most = Math.max(0, ...known);
    return most > 0 ? [{ metric, change: better === 'lower' ? most : -most }] : [];
  }).slice(0, UNSEEN_MAX);
}

function groupsOf(findings: readonly Finding[], kind: FindingKind): readonly FindingGroup[] {
  const groups = Map.groupBy(
    findings.filter((finding) => finding.kind === kind),
    (finding): string =>
      'metric' in finding.evidence ? `${finding.name} ${finding.evidence.metric}` : finding.name,
  );
  return [...groups.values()].map((group) => ({ findings: group }));
}

function methodOf(
  plan: Plan,
  run: Run,
  verdict: Verdict,
  { occasion, flags }: Required<Pick<ReportInput, 'occasion' | 'flags'>>,
): Method {
  const head = run.builds.find(({ side }) => side === 'head');
  const commit = occasion.headSha ?? head?.commit ?? null;
  return {
    loadgate: run.loadgate,
    startedAt: run.startedAt,
    seed: run.seed,
    machine: run.machine,
    target: run.target,
    commit,
    dirty: head?.dirty ?? false,
    readyAfter: run.blocks
      .flatMap(({ boots }) => boots)
      .flatMap(({ side, readyAfter }) => (side === 'head' && readyAfter !== null ? [readyAfter] : [])),
    ...comparedWith(verdict),
    cores: run.cores,
    loops: loopsOf(plan),
    occasion,
    directory: plan.report.directory,
    reproduce: reproduceCommand({ occasion, commit, seed: run.seed, flags }),
  };
}

function loopsOf({ scenarios }: Plan): Method['loops'] {
  const all = scenarios.map(({ load }) => load.executor);
  return {
    users: all.some((executor) => !isOpen(executor)),
    // Nobody but the locustfile, or the script, knows whether its users pause.
    thinking: all.some(isThinking) || scenarios.some(({ load }) => isForeign(load)),
    arrivals: all.some(isOpen),
  };
}

/** Of the first scenario, which is like all others in this. */
function comparedWith({ scenarios: [first] }: Verdict): Pick<Method, 'baseline' | 'beside'> {
  const reference = first?.reference;
  return {
    baseline: reference !== undefined && 'source' in reference ? reference.source : null,
    beside: reference?.kind === 'base' ? reference : null,
  };
}
