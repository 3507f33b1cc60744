/** What only k6 knows of a load that it sent. Plain JSON. */

/** A threshold of the script, as k6 judged it over its whole run, warm-up included. */
export interface K6Threshold {
  /** With the tags that it is on: `http_req_duration{name:search}`. */
  readonly metric: string;
  /** `p(95)<200`. */
  readonly expression: string;
  /** Null where k6 did not say. */
  readonly crossed: boolean | null;
}

/** Beside what every engine knows. All but thresholds are of the measured time. */
export interface K6Use {
  readonly thresholds: readonly K6Threshold[];
  readonly checks: { readonly passed: number; readonly failed: number };
  readonly iterations: number;
  /** Iterations that were due and had no user free to begin them. */
  readonly dropped: number;
}

/** Uses of one load in turns: a threshold is crossed where it was in any of them. */
export function addUses(uses: readonly K6Use[]): K6Use {
  const sum = (of: (use: K6Use) => number): number => uses.reduce((total, use) => total + of(use), 0);
  const all = uses.flatMap(({ thresholds }) => thresholds);
  const named = new Map(all.map((each) => [`${each.metric}\n${each.expression}`, each]));
  const thresholds = [...named.values()].map(({ metric, expression }) => {
    const told = all.filter((each) => each.metric === metric && each.expression === expression);
    const isKnown = told.every(({ crossed }) => crossed !== null);
    const crossed = told.some((each) => each.crossed === true) ? true : isKnown ? false : null;
    return { metric, expression, crossed };
  });
  return {
    thresholds,
    checks: { passed: sum(({ checks }) => checks.passed), failed: sum(({ checks }) => checks.failed) },
    iterations: sum(({ iterations }) => iterations),
    dropped: sum(({ dropped }) => dropped),
  };
}
