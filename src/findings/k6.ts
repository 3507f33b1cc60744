/** A script of k6 was the load: what is exact about it, what only k6 knows, and what became of its own thresholds. */
import type { Finding } from '../domain/finding.ts';
import { addUses, type K6Threshold } from '../domain/k6.ts';
import { finding, type Rule, type ScenarioEvidence } from './evidence.ts';

/** Thresholds that a sentence has room for. */
const SHOWN_MAX = 12;

/** Fires once a scenario that was measured by k6, and again when the script has thresholds; what was imported has findings of its own. */
export const k6: Rule = ({ scenarios }) => scenarios.flatMap(told);

function told({ name, summary }: ScenarioEvidence): readonly Finding[] {
  const slices = summary.slices.filter(({ engine }) => engine.name === 'k6' && engine.why !== 'imported');
  const [first] = slices;
  if (first === undefined) return [];
  const use = addUses(slices.flatMap(({ engine }) => (engine.k6 === undefined ? [] : [engine.k6])));
  const { checks, iterations, dropped } = use;
  const evidence = { scenario: name, version: first.engine.version, checks, iterations, dropped };
  return [finding('k6', 'limitation', 'certain', evidence), ...thresholdsOf(name, use.thresholds)];
}

function thresholdsOf(scenario: string, all: readonly K6Threshold[]): readonly Finding[] {
  if (all.length === 0) return [];
  const those = (crossed: boolean | null): readonly string[] =>
    all
      .filter((each) => each.crossed === crossed)
      .slice(0, SHOWN_MAX)
      .map(({ metric, expression }) => `${metric}: ${expression}`);
  const evidence = {
    scenario,
    count: all.length,
    held: those(false),
    crossed: those(true),
    untold: those(null),
  };
  const kind =
    evidence.crossed.length > 0 ? 'weakness' : evidence.held.length > 0 ? 'strength' : 'limitation';
  return [finding('k6-thresholds', kind, 'certain', evidence)];
}
