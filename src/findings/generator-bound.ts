/** The generator was at its own limit, or close to it: then the numbers are partly its own. */
import { finding, type Rule } from './evidence.ts';

/** From 70 % on an answer waits on average for more than two others (ρ/(1−ρ)) before the generator looks at it. */
export const GENERATOR_NEAR = 0.7;

/** Fires for a void measurement by the verdict, and as a warning below that. */
export const generatorBound: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, verdict, summary }) => {
    const reason = verdict.voids.find((each) => each.kind === 'generator-bound');
    const cpu = reason?.cpu ?? Math.max(...summary.slices.map(({ generator }) => generator?.cpu ?? 0));
    const eventLoop =
      reason?.eventLoop ?? Math.max(...summary.slices.map(({ generator }) => generator?.eventLoop ?? 0));
    const beyond = reason !== undefined;
    if (!beyond && Math.max(cpu, eventLoop) <= GENERATOR_NEAR) return [];
    const evidence = { scenario: name, cpu, eventLoop, beyond };
    return [finding('generator-bound', 'limitation', beyond ? 'certain' : 'likely', evidence)];
  });
