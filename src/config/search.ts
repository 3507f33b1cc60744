/** The search of a scenario with every default filled in. */
import type { Objective, Search } from '../domain/search.ts';
import { type Millis, millis, ratio } from '../domain/units.ts';
import { DEFAULTS } from './defaults.ts';
import { chooseExecutor } from './executor-schema.ts';
import { chosen, type ShapeConfig } from './executor.ts';
import { parseDuration, parseShare } from './quantities.ts';
import type { Config } from './schema.ts';

/** Makes the search; null for a load that is what it says. The config has passed every check. */
export function searchOf(own: ShapeConfig, defaults: NonNullable<Config['defaults']>): Search | null {
  const shape: ShapeConfig = { ...defaults, ...own };
  const word = chooseExecutor(chosen(own), chosen(defaults));
  if (word !== 'stress' && word !== 'capacity') return null;
  return {
    kind: word,
    max:
      word === 'stress' ? (shape['max-users'] ?? DEFAULTS.maxUsers) : (shape['max-rate'] ?? DEFAULTS.maxRate),
    budget: millis(shape['max-duration'] ?? parseDuration(DEFAULTS.maxDuration) ?? Number.NaN),
    objective: objectiveOf(shape.objective),
  };
}

function objectiveOf(objective: ShapeConfig['objective'] = {}): Objective {
  const latency = (value: number | undefined): Millis | null => (value === undefined ? null : millis(value));
  return {
    p50: latency(objective.p50),
    p95: latency(objective.p95),
    p99: latency(objective.p99),
    errorRate: ratio(objective['error-rate'] ?? parseShare(DEFAULTS.objectiveErrorRate) ?? Number.NaN),
  };
}
