/** What the rules look at, and how they hand over what they found. */
import { isConstant } from '../domain/executor.ts';
import type { Finding, FindingEvidence, FindingKind, FindingName } from '../domain/finding.ts';
import type { HostReading, Run } from '../domain/measurement.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { Plan, Scenario } from '../domain/plan.ts';
import type { ScenarioVerdict, Verdict } from '../domain/verdict.ts';
import { type ScenarioSummary, summarise } from '../stats/summary.ts';

/** Everything that is known when the findings are made. */
export interface Evidence {
  readonly plan: Plan;
  readonly run: Run;
  readonly verdict: Verdict;
  readonly occasion: Occasion;
}

/** One scenario with all that is known of it. */
export interface ScenarioEvidence {
  readonly name: string;
  readonly plan: Scenario;
  readonly verdict: ScenarioVerdict;
  readonly summary: ScenarioSummary;
  /** What this machine did in the slice in which it was busiest, or null when it was not watched… */
  readonly here: HostReading | null;
  /** …and the same as what the service's machine did: null where that is another one. */
  readonly host: HostReading | null;
  /** False for a void measurement: its timings are then no evidence of the service. */
  readonly believable: boolean;
  /** False where the load itself moves (see `isConstant`). */
  readonly constant: boolean;
}

/** The evidence with its scenarios summed up once for all rules. */
export interface Scene extends Evidence {
  readonly scenarios: readonly ScenarioEvidence[];
  /** Those whose load is what it says, so that errors and latencies under it say something of the service… */
  readonly loads: readonly ScenarioEvidence[];
  /** …and those that search for the load that is too much. */
  readonly searches: readonly ScenarioEvidence[];
}

/** A rule: looks at the scene and says what it found, if anything. Pure. */
export type Rule = (scene: Scene) => readonly Finding[];

/** A rule about what to do next: also sees what the others found. */
export type Advice = (scene: Scene, findings: readonly Finding[]) => readonly Finding[];

/** Sums every judged scenario up. @throws Failure when the run lacks one of them */
export function openScene(evidence: Evidence): Scene {
  const scenarios = evidence.verdict.scenarios.flatMap((verdict): readonly ScenarioEvidence[] => {
    const plan = evidence.plan.scenarios.find(({ name }) => name === verdict.scenario);
    if (plan === undefined) return [];
    const summary = summarise(evidence.run, verdict.scenario, 'head');
    const believable = verdict.voids.length === 0;
    const constant = isConstant(plan.load.executor);
    const here = busiestHost(summary);
    const host = evidence.run.target?.loopback === true ? here : null;
    return [{ name: verdict.scenario, plan, verdict, summary, here, host, believable, constant }];
  });
  const [loads = [], searches = []] = [false, true].map((wanted) =>
    scenarios.filter(({ plan }) => (plan.search !== null) === wanted),
  );
  return { ...evidence, scenarios, loads, searches };
}

function busiestHost({ slices }: ScenarioSummary): HostReading | null {
  const hosts = slices.flatMap(({ host }) => (host === null ? [] : [host]));
  return hosts.toSorted((left, right) => right.busyCores - left.busyCores)[0] ?? null;
}

/** Makes a finding whose evidence fits its name. */
export function finding<Name extends FindingName>(
  name: Name,
  kind: FindingKind,
  confidence: Finding['confidence'],
  evidence: FindingEvidence[Name],
): Finding {
  return { name, kind, confidence, evidence } as Extract<Finding, { readonly name: Name }>;
}

/** The findings of one name, with their evidence. */
export function named<Name extends FindingName>(
  findings: readonly Finding[],
  name: Name,
): readonly Extract<Finding, { readonly name: Name }>[] {
  return findings.filter((each): each is Extract<Finding, { readonly name: Name }> => each.name === name);
}
