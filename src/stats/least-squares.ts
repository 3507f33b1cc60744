/** Linear least squares of a few unknowns that may not be negative, solved exactly. */

/** From the values of all rows to the unknowns; each is 0 or above. */
export type Solver = (values: readonly number[]) => readonly number[];

/**
 * The solver of min Σ wᵢ·(vᵢ − Σⱼ tᵢⱼ·xⱼ)² over x ≥ 0, for rows of `terms` t with `weights` w above 0. At the minimum some unknowns are 0 and the others solve the problem without bounds
 * (Lawson & Hanson, Solving Least Squares Problems, 1974, ch. 23). With three unknowns there are eight ways to choose those that are 0, so all are tried, and nothing has to converge.
 * An unknown that does not bring the curve nearer stays exactly 0, and so do those that cannot be told from others.
 */
export function nonNegativeSolver(terms: readonly (readonly number[])[], weights: readonly number[]): Solver {
  const roots = weights.map(Math.sqrt);
  const columns = columnsOf(terms.map((row, index) => row.map((term) => term * (roots[index] ?? 0))));
  const scales = columns.map((column) => Math.sqrt(dot(column, column)));
  const unit = columns.map((column, index) => column.map((each) => each / (scales[index] || 1)));
  const candidates = subsetsOf(unit.length).flatMap((chosen) => candidateOf(chosen, unit));
  return (values) => {
    const seen = values.map((value, index) => value * (roots[index] ?? 0));
    const projections = unit.map((column) => dot(column, seen));
    const best = bestOf(candidates, projections, dot(seen, seen));
    return best.map((each, index) => each / (scales[index] || 1));
  };
}

/** Some of the unknowns, all others being 0, with the inverse of their normal equations. */
interface Candidate {
  readonly chosen: readonly number[];
  readonly inverse: readonly (readonly number[])[];
}

/** Sums of squares, as shares of the whole, that differ by less than this are equal but for rounding. */
const ROUNDING = 1e-12;

/** The solution without negative parts that explains most; of equal ones that with fewer parts, since it is tried first. */
function bestOf(
  candidates: readonly Candidate[],
  projections: readonly number[],
  total: number,
): readonly number[] {
  let best: readonly number[] = projections.map(() => 0);
  let explained = 0;
  for (const { chosen, inverse } of candidates) {
    const target = chosen.map((index) => projections[index] ?? 0);
    const part = inverse.map((row) => dot(row, target));
    const reached = dot(part, target);
    if (part.some((each) => each < 0) || reached <= explained + ROUNDING * total) continue;
    explained = reached;
    best = projections.map((_, index) => part[chosen.indexOf(index)] ?? 0);
  }
  return best;
}

function candidateOf(
  chosen: readonly number[],
  columns: readonly (readonly number[])[],
): readonly Candidate[] {
  const used = chosen.map((index) => columns[index] ?? []);
  const inverse = inverseOf(used.map((left) => used.map((right) => dot(left, right))));
  return inverse === null ? [] : [{ chosen, inverse }];
}

/** Every choice of at least one of the first `count` numbers, smaller ones first. */
function subsetsOf(count: number): readonly (readonly number[])[] {
  const all = Array.from({ length: 2 ** count - 1 }, (_, index) =>
    Array.from({ length: count }, (__, bit) => bit).filter((bit) => ((index + 1) >> bit) % 2 === 1),
  );
  return all.sort((left, right) => left.length - right.length);
}

/** The inverse of a symmetric matrix with ones on its diagonal (Gauss & Jordan); null when its columns cannot be told apart. */
function inverseOf(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | null {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [
    ...row,
    ...Array.from({ length: size }, (_, column) => (column === index ? 1 : 0)),
  ]);
  for (const [index, row] of rows.entries()) {
    const pivot = row[index] ?? 0;
    // Positive definite: no row has to be exchanged, and a pivot is what the column adds to those before it.
    if (!(pivot > ROUNDING)) return null;
    for (const column of row.keys()) row[column] = (row[column] ?? 0) / pivot;
    for (const other of rows) {
      const factor = other === row ? 0 : (other[index] ?? 0);
      for (const column of row.keys()) other[column] = (other[column] ?? 0) - factor * (row[column] ?? 0);
    }
  }
  return rows.map((row) => row.slice(size));
}

const columnsOf = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));

const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
