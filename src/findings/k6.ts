/** A script of k6 was the load: what is exact about it, what only k6 knows, and which of its own thresholds were crossed. */
import type { Finding } from '../domain/finding.ts';
import { addUses } from '../domain/k6.ts';
import { finding, type Rule, type ScenarioEvidence } from './evidence.ts';

/** Thresholds that a sentence has room for: all of them are in a table. */
const SHOWN_MAX = 5;

/** Fires once a scenario that was measured by k6 (what was imported has findings of its own), and again where thresholds of its script were crossed. */
export const k6: Rule = ({ scenarios }) =>
  scenarios.flatMap((scenario) => [...told(scenario), ...crossed(scenario)]);

function told({ name, summary }: ScenarioEvidence): readonly Finding[] {
  const slices = summary.slices.filter(({ engine }) => engine.name === 'k6' && engine.why !== 'imported');
  const [first] = slices;
  if (first === undefined) return [];
  const use = addUses(slices.flatMap(({ engine }) => (engine.k6 === undefined ? [] : [engine.k6])));
  const { checks, iterations, dropped } = use;
  const evidence = { scenario: name, version: first.engine.version, checks, iterations, dropped };
  return [finding('k6', 'limitation', 'certain', evidence)];
}

function crossed({ name, verdict: { thresholds } }: ScenarioEvidence): readonly Finding[] {
  const those = thresholds.filter((each) => each.crossed === true);
  if (those.length === 0) return [];
  const evidence = {
    scenario: name,
    of: thresholds.length,
    count: those.length,
    crossed: those.slice(0, SHOWN_MAX).map(({ metric, expression }) => `${metric}: ${expression}`),
  };
  return [finding('k6-thresholds', 'weakness', 'certain', evidence)];
}
