/** What a change costs: computing, or waiting. The service's CPU time is exact enough to tell them apart. */
import type { MetricName } from '../domain/metric.ts';
import type { Comparison } from '../domain/verdict.ts';
import { finding, type Rule, type ScenarioEvidence } from './evidence.ts';

/** When CPU time grew by less than this share of what the latency grew by, most of it is waiting. */
export const WAITING_SHARE = 1 / 3;

/** Fires when latency, throughput or CPU time got worse beyond doubt and both kinds are known. */
export const cost: Rule = ({ loads }) =>
  loads
    .filter(({ believable }) => believable)
    .flatMap((scenario) => {
      const cpu = comparisonOf(scenario, 'cpu-per-request');
      const latency = slowest(scenario);
      if (cpu === null || latency === null) return [];
      const regressed = [cpu, latency].some(({ outcome }) => outcome === 'regression');
      const evidence = { scenario: scenario.name, cpu: cpu.change, latency: latency.change };
      if (!regressed) return [];
      return Math.log1p(cpu.change) < WAITING_SHARE * Math.log1p(latency.change)
        ? [finding('cost-in-waiting', 'weakness', 'likely', evidence)]
        : [finding('cost-in-cpu', 'weakness', 'likely', evidence)];
    });

/** The latency that grew most, of those that were compared. */
function slowest(scenario: ScenarioEvidence): Comparison | null {
  const latencies = (['p50', 'p95'] as const).flatMap((name) => comparisonOf(scenario, name) ?? []);
  return latencies.toSorted((left, right) => right.change - left.change)[0] ?? null;
}

const comparisonOf = ({ verdict }: ScenarioEvidence, name: MetricName): Comparison | null =>
  verdict.judgements.find(({ metric }) => metric === name)?.comparison ?? null;
