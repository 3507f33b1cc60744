/** Asks every rule, and makes sure that no two findings contradict or repeat each other. */
import type { Finding, FindingName } from '../domain/finding.ts';
import { type Evidence, openScene } from './evidence.ts';
import { explains, PRECEDENCE, primaryFirst } from './primary.ts';
import { ADVICE, RULES } from './rules.ts';
import { nameStatementsOnce } from './statement-once.ts';

export type { Evidence } from './evidence.ts';

/** All findings of a run, in report order. Pure. @throws Failure when the run lacks a judged scenario */
export function findAll(evidence: Evidence): readonly Finding[] {
  const scene = openScene(evidence);
  const found = nameStatementsOnce(primaryFirst(reconcile(RULES.flatMap((rule) => rule(scene)))));
  const advice = ADVICE.flatMap((each) => each(scene, found)).filter(
    ({ name }) => evidence.run.machine !== null || !OF_OUR_LOAD.includes(name),
  );
  return [...found, ...advice];
}

/** Advice to change a load of the configuration: no help where another tool sends it. */
const OF_OUR_LOAD: readonly FindingName[] = ['run-longer', 'warm-up-longer', 'ramp-to-limit'];

/** Takes out every finding that another one contradicts or already says better. */
export function reconcile(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((each) => !findings.some((other) => silences(other, each)));
}

/** Left is silenced by any of right: about the same scenario, or everywhere where one of them is about the whole run. */
const SILENCED_BY: Partial<Record<FindingName, readonly FindingName[]>> = {
  // A curve with events in it is not stable.
  stable: ['spikes', 'dips', 'drift', 'latency-drift', 'errors-drift'],
  // What another tool sent was not the configuration's load, and that nothing was watched is part of the sentence.
  'closed-loop': ['imported'],
  'capacity-unknown': ['imported'],
  'not-watched': ['imported'],
  // The stronger statement of the same.
  'shared-machine': ['competition', 'neighbour'],
  'long-tail': ['slow-request'],
  'whole-shift': ['slower', 'faster'],
  // Where most of it was taken apart, no rule of thumb is needed.
  'cost-in-cpu': ['attribution'],
  'cost-in-waiting': ['attribution'],
  // With every core taken, one core or a low share says nothing about how the service is built.
  'service-one-core': ['saturated', 'competition'],
  // Bottlenecks that explain a wait are told instead of it; full cores and a generator near its end are no bottleneck, and explain it, too.
  waiting: ['competition', 'generator-bound'],
  // Others at work, and who paid for it.
  'background-activity': ['neighbour'],
  'memory-limit-near': ['memory-pressure'],
  // What is free says nothing where something else has run out.
  headroom: [...PRECEDENCE, 'competition', 'memory-limit-near', 'open-files-near'],
  'objective-met': ['objective-missed', 'too-few-answers', 'no-errors', 'errors', 'memory-level'],
};

function silences(other: Finding, each: Finding): boolean {
  if (other === each) return false;
  if (each.name === 'dips' && other.name === 'spikes') return isSameEvent(each, other);
  if (explains(other, each) && isSameScenario(other, each)) return true;
  // A thread that was seen to be full was full, whoever else worked.
  if (each.name === 'service-one-core' && each.evidence.thread !== null) return false;
  if (SILENCED_BY[each.name]?.includes(other.name) !== true || !isSameScenario(other, each)) return false;
  if (other.name === 'attribution') return other.evidence.unexplained.share < UNEXPLAINED_MAX;
  return each.name !== 'objective-met' || isSameObjective(other, each);
}

/** An attribution that leaves so much open does not say where the time went. */
const UNEXPLAINED_MAX = 0.5;

function isSameScenario(left: Finding, right: Finding): boolean {
  if (!('scenario' in left.evidence) || !('scenario' in right.evidence)) return true;
  return left.evidence.scenario === right.evidence.scenario;
}

/** With users who wait, a slow second is a second of few answers: one event, told once. */
function isSameEvent(
  dips: Extract<Finding, { readonly name: 'dips' }>,
  spikes: Extract<Finding, { readonly name: 'spikes' }>,
): boolean {
  return (
    isSameScenario(dips, spikes) &&
    dips.evidence.seconds.every((second) => spikes.evidence.seconds.includes(second))
  );
}

/** A kept bound is silenced by what is said of the same metric; of errors `no-errors` and `errors` say more, of memory `memory-level`. */
function isSameObjective(other: Finding, met: Extract<Finding, { readonly name: 'objective-met' }>): boolean {
  if (other.name === 'no-errors' || other.name === 'errors') return met.evidence.metric === 'error-rate';
  if (other.name === 'memory-level') return met.evidence.metric === 'memory-growth';
  return 'metric' in other.evidence && other.evidence.metric === met.evidence.metric;
}
