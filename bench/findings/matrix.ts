/** Which bottleneck was named first on which service: the confusion matrix, and the claim about it. Pure. */
import { markdownTable } from 'markdown-table';
import type { Claim } from '../field.ts';
import type { Case } from './cases.ts';
import type { KeptFindings } from './record.ts';

/** The part of a run that the matrix counts. */
type Named = Pick<KeptFindings, 'case' | 'named'>;

/** Of all runs on services with a bottleneck, the right one is to be named first in so many… */
const WANTED = 0.95;
const NONE = 'none';

/** Whether what was named first is what the service was built for. */
export function isRight({ expected }: Pick<Case, 'expected'>, { named }: Pick<Named, 'named'>): boolean {
  // What was kept may be called by a name of then.
  const names: readonly string[] = expected;
  return named === null ? names.length === 0 : names.includes(named);
}

/** …and on a healthy one, none is to be named in any. */
export function claimOf(cases: readonly Case[], runs: readonly Named[]): Claim {
  const shares = cases.flatMap((each) => {
    const own = runsOf(each, runs);
    return own.length === 0 ? [] : [{ each, right: countRight(each, own), all: own.length }];
  });
  const isHealthy = ({ expected }: Case): boolean => expected.length === 0;
  const worst = shares.filter(({ each, right, all }) => right / all < (isHealthy(each) ? 1 : WANTED));
  const right = shares.reduce((sum, share) => sum + share.right, 0);
  const all = shares.reduce((sum, share) => sum + share.all, 0);
  const below = worst.map(({ each, right: own, all: of }) => `${each.name} ${own} of ${of}`);
  const text = `the right one was named first in ${right} of ${all} runs on ${shares.length} services`;
  return {
    text: below.length === 0 ? text : `${text}; too few on ${below.join(', ')}`,
    holds: all > 0 && below.length === 0,
  };
}

/** For a terminal: services down, names across as letters, and what each letter stands for. */
export function matrixOf(
  cases: readonly Case[],
  runs: readonly Named[],
): { readonly rows: readonly (readonly string[])[]; readonly legend: readonly string[] } {
  const names = namesOf(cases, runs);
  const seen = cases.filter((each) => runsOf(each, runs).length > 0);
  const rows = seen.map((each) => [each.name, ...countsOf(each, names, runs, (count) => String(count))]);
  return {
    rows: [['', ...names.map((_, index) => letter(index))], ...rows],
    legend: names.map((name, index) => `${letter(index)} ${name}`),
  };
}

/** For docs/findings.md: the same with what was built, the right ones in bold. One sentence while there is nothing to count. */
export function matrixMarkdown(cases: readonly Case[], runs: readonly Named[]): string {
  const seen = cases.filter((each) => runsOf(each, runs).length > 0);
  if (seen.length === 0) return 'Not measured yet.';
  const names = namesOf(cases, runs);
  const rows = seen.map((each) => [
    `${each.name}: ${each.about}`,
    ...countsOf(each, names, runs, (count, right) => (right ? `**${count}**` : String(count))),
  ]);
  const matrix = markdownTable([['service', ...names.map((_, index) => letter(index))], ...rows]);
  const legend = names.map((name, index) => `${letter(index)} ${name === NONE ? 'none' : `\`${name}\``}`);
  const { text } = claimOf(cases, runs);
  return `Named first: ${legend.join(' · ')}\n\n${matrix}\n\n${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

/** Names in the order of the cases that they are right for, then all others. */
function namesOf(cases: readonly Case[], runs: readonly Named[]): readonly string[] {
  const named = new Set(runs.map((run) => run.named ?? NONE));
  const wanted = cases.flatMap(({ expected }): readonly string[] =>
    expected.length === 0 ? [NONE] : expected,
  );
  return [...new Set([...wanted.filter((name) => named.has(name)), ...named])];
}

function countsOf(
  each: Case,
  names: readonly string[],
  runs: readonly Named[],
  show: (count: number, right: boolean) => string,
): readonly string[] {
  const own = runsOf(each, runs);
  return names.map((name) => {
    const count = own.filter(({ named }) => (named ?? NONE) === name).length;
    return count === 0 ? '' : show(count, isRight(each, { named: name === NONE ? null : name }));
  });
}

function runsOf({ name }: Case, runs: readonly Named[]): readonly Named[] {
  return runs.filter((run) => run.case === name);
}

function countRight(each: Case, runs: readonly Named[]): number {
  return runs.filter((run) => isRight(each, run)).length;
}

function letter(index: number): string {
  return String.fromCodePoint('A'.codePointAt(0)! + index);
}
