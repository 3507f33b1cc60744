/** What only k6 knows of a load that it sent. Plain JSON. */

/** A threshold of the script, as k6 judged it over its whole run, warm-up included. It decides nothing here. */
export interface K6Threshold {
  /** With the tags that it is on: `http_req_duration{name:search}`. */
  readonly metric: string;
  /** `p(95)<200`. */
  readonly expression: string;
  /** What k6 measured of it, in `unit`; null where k6 did not say. Of several runs the worst. */
  readonly value: number | null;
  /** `ms` of times; null of everything else, which has the unit of the expression. */
  readonly unit: 'ms' | null;
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

/** Uses of one load in turns. */
export function addUses(uses: readonly K6Use[]): K6Use {
  const sum = (of: (use: K6Use) => number): number => uses.reduce((total, use) => total + of(use), 0);
  return {
    thresholds: addThresholds(uses.flatMap(({ thresholds }) => thresholds)),
    checks: { passed: sum(({ checks }) => checks.passed), failed: sum(({ checks }) => checks.failed) },
    iterations: sum(({ iterations }) => iterations),
    dropped: sum(({ dropped }) => dropped),
  };
}

/** Thresholds of one script in several runs, each once: it is crossed where it was in any of them. */
export function addThresholds(all: readonly K6Threshold[]): readonly K6Threshold[] {
  const groups = Map.groupBy(all, ({ metric, expression }) => `${metric}\n${expression}`);
  return [...groups.values()].flatMap((told) => {
    const [first] = told;
    if (first === undefined) return [];
    const isKnown = told.every(({ crossed }) => crossed !== null);
    const crossed = told.some((each) => each.crossed === true) ? true : isKnown ? false : null;
    return [{ ...first, value: worstOf(first.expression, told), crossed }];
  });
}

/** Null where a run did not tell it, and where runs differ and nothing says which way is worse. */
function worstOf(expression: string, told: readonly K6Threshold[]): number | null {
  const values = told.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < told.length) return null;
  const [, operator = ''] = /([<>]=?|[=!]==?)/.exec(expression) ?? [];
  if (operator.startsWith('<')) return Math.max(...values);
  if (operator.startsWith('>')) return Math.min(...values);
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
}
