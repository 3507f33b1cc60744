/** A locustfile was the load: what is exact about it, and what nobody but Locust knows. */
import { finding, type Rule } from './evidence.ts';

/** Microseconds: finer than this is exact. */
const EXACT = 1;

/** Fires once a scenario that was measured by Locust; what was imported has findings of its own. */
export const locust: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, summary }) => {
    const slices = summary.slices.filter(
      ({ engine }) => engine.name === 'locust' && engine.why !== 'imported',
    );
    const [first] = slices;
    if (first === undefined) return [];
    const rounded = slices.some(({ latency }) => latency.resolution > EXACT);
    const evidence = { scenario: name, version: first.engine.version, rounded };
    return [finding('locust', 'limitation', 'certain', evidence)];
  });
