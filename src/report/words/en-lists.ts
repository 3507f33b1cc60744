/** English lists of seconds and of scenarios, short ones whole. */
import type { Pen } from './words.ts';

/** Which seconds, while they are few; seconds count from 1 for people. */
export function secondsOf(seconds: readonly number[], of: number, n: Pen): string {
  const few = 4;
  if (seconds.length > few) return `${n.count(seconds.length)} of ${n.count(of)} seconds`;
  const which = n.list(seconds.map((second) => n.count(second + 1)));
  return seconds.length === 1 ? `Second ${which}` : `Seconds ${which}`;
}

/** The first names, and how many more. */
export function namesOf(names: readonly string[], n: Pen): string {
  const few = 3;
  const shown = names.slice(0, few).map((name) => n.name(name));
  return n.list(names.length > few ? [...shown, `${n.count(names.length - few)} more`] : shown);
}

/** Of several scenarios, which; of the only one, nothing. */
export function ofScenarios(scenarios: readonly string[], n: Pen): string {
  const [only] = scenarios;
  if (only === undefined) return '';
  return scenarios.length === 1
    ? n.inScenario(only).replace(/^ in /, ' of ')
    : ` of ${namesOf(scenarios, n)}`;
}
