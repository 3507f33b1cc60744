/** The confusion matrix counts what was named first, and its claim holds only when the right names are. */
import { describe, expect, it } from 'vitest';
import { CASES } from '../../../bench/findings/cases.ts';
import { claimOf, isRight, matrixMarkdown, matrixOf } from '../../../bench/findings/matrix.ts';
import { PRECEDENCE } from '../../../src/findings/primary.ts';

const run = (name: string, named: string | null) => ({ case: name, named });
const times = (count: number, name: string, named: string | null) =>
  Array.from({ length: count }, () => run(name, named));
const caseOf = (name: string) => {
  const found = CASES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
};

describe('the cases', () => {
  it('are told apart by their names, and expect names that bottlenecks have', () => {
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
    for (const name of CASES.flatMap(({ expected }) => expected)) expect(PRECEDENCE).toContain(name);
  });

  it('have one healthy service, on which nothing is right', () => {
    expect(CASES.filter(({ expected }) => expected.length === 0).map(({ name }) => name)).toEqual([
      'healthy',
    ]);
    expect(isRight(caseOf('healthy'), { named: null })).toBe(true);
    expect(isRight(caseOf('healthy'), { named: 'waiting' })).toBe(false);
    expect(isRight(caseOf('lock'), { named: null })).toBe(false);
  });
});

describe('the claim', () => {
  it('holds from 95 % on', () => {
    const most = [...times(19, 'lock', 'lock-waits'), run('lock', 'waiting')];
    expect(claimOf(CASES, most).holds).toBe(true);
    expect(claimOf(CASES, [...most, run('lock', 'waiting')])).toEqual({
      holds: false,
      text: 'the right one was named first in 19 of 21 runs on 1 services; too few on lock 19 of 21',
    });
  });

  it('allows no bottleneck on a healthy service, in no run', () => {
    const runs = [...times(99, 'healthy', null), run('healthy', 'waiting')];
    expect(claimOf(CASES, runs).holds).toBe(false);
  });

  it('does not hold for nothing', () => {
    expect(claimOf(CASES, []).holds).toBe(false);
  });
});

describe('the matrix', () => {
  const runs = [...times(3, 'healthy', null), ...times(2, 'lock', 'lock-waits'), run('lock', 'waiting')];

  it('is printed with the services that were measured, names in the order of the cases', () => {
    expect(matrixOf(CASES, runs)).toEqual({
      rows: [
        ['', 'A', 'B', 'C'],
        ['healthy', '3', '', ''],
        ['lock', '', '2', '1'],
      ],
      legend: ['A none', 'B lock-waits', 'C waiting'],
    });
  });

  it('is written with the right ones in bold', () => {
    const text = matrixMarkdown(CASES, runs);
    expect(text).toContain('Named first: A none · B `lock-waits` · C `waiting`');
    expect(text).toMatch(/\| healthy: .* \| \*\*3\*\* \| {3,}\| {3,}\|/u);
    expect(text).toMatch(/\| lock: .* \| {3,}\| \*\*2\*\* \| 1 +\|/u);
    expect(text).toContain(
      'The right one was named first in 5 of 6 runs on 2 services; too few on lock 2 of 3.',
    );
  });

  it('says so while nothing was measured', () => {
    expect(matrixMarkdown(CASES, [])).toBe('Not measured yet.');
  });
});
