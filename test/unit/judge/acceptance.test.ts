/** What was accepted on purpose: a regression within it passes, and it never accepts more than it says. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GivenAcceptance, NO_STANDING, type Standing } from '../../../src/domain/acceptance.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { AcceptedRun, Reference } from '../../../src/domain/reference.ts';
import type { Judgement, Verdict } from '../../../src/domain/verdict.ts';
import { judge } from '../../../src/judge/judge.ts';
import { besideRun } from '../../fixtures/beside.ts';
import { acceptedOf, baselineOf, planOf, runOf, sliceOf, spread, usualLimits } from './sample-run.ts';

/** Accepted on the twentieth; what is judged was measured on the 23rd. */
const given = (changes: Partial<GivenAcceptance> = {}): GivenAcceptance => ({
  scenario: 'browse',
  metric: 'p95',
  upTo: { kind: 'share', amount: 0.3 },
  reason: 'Answers are signed now.',
  by: 'octocat',
  at: '2026-11-20T12:00:00.000Z',
  since: '2026-11-20T12:00:00.000Z',
  until: '2026-12-31',
  commit: null,
  from: 'baseline',
  ...changes,
});

const own = (changes: Partial<GivenAcceptance> = {}) => given({ from: 'pull-request', ...changes });

const standing = (...acceptances: readonly GivenAcceptance[]): Standing => ({ ...NO_STANDING, acceptances });

/** Accepted runs around so many milliseconds, the first of them on this day of November, one every hour. */
const runsFrom = (day: number, count: number, around: number): readonly AcceptedRun[] =>
  Array.from({ length: count }, (_, index) => ({
    ...acceptedOf(sliceOf({ latencies: spread(around * (1 + 0.01 * ((index % 5) - 2))) })),
    date: new Date(Date.UTC(2026, 10, day, index)).toISOString(),
  }));

const P95_ONLY = usualLimits.filter(({ metric }) => metric !== 'throughput');

function judgeAt(
  around: number,
  runs: readonly AcceptedRun[],
  known: Standing,
  plan: Plan = planOf(P95_ONLY),
): { readonly verdict: Verdict; readonly p95: Judgement } {
  const reference: Reference = baselineOf(runs);
  const verdict = judge(runOf(sliceOf({ latencies: spread(around) })), plan, { browse: reference }, known);
  const p95 = verdict.scenarios[0]?.judgements.find(({ metric }) => metric === 'p95');
  if (p95 === undefined) throw new Error('p95 was not judged');
  return { verdict, p95 };
}

const TEN = runsFrom(10, 20, 10);

describe('a regression within what was accepted', () => {
  it('passes, and is told as one', () => {
    const { verdict, p95 } = judgeAt(12, TEN, standing(given()));
    expect(verdict).toMatchObject({ outcome: 'pass', exitCode: 0 });
    expect(p95).toMatchObject({
      failed: false,
      comparison: { outcome: 'regression' },
      acceptance: { within: true },
    });
    expect(verdict.acceptances).toEqual([{ ...given(), standing: 'needed' }]);
  });

  it('fails beyond it, and says both numbers', () => {
    const { verdict, p95 } = judgeAt(14, TEN, standing(given()));
    expect(verdict).toMatchObject({ outcome: 'fail', exitCode: 1 });
    expect(p95.failed).toBe(true);
    expect(p95.acceptance?.upTo).toBeCloseTo(0.3);
    expect(p95.acceptance?.change).toBeCloseTo(0.4, 1);
    expect(verdict.acceptances[0]?.standing).toBe('exceeded');
  });

  it.each([
    ['of another scenario', { scenario: 'order' }],
    ['of another metric', { metric: 'throughput' as const }],
    ['that has expired', { until: '2026-11-22' }],
  ])('is no help: one %s', (_, changes) => {
    expect(judgeAt(12, TEN, standing(given(changes))).verdict.outcome).toBe('fail');
  });

  it('counts on its last day, and is told once it is over', () => {
    expect(judgeAt(12, TEN, standing(given({ until: '2026-11-23' }))).verdict.outcome).toBe('pass');
    const { verdict } = judgeAt(10, TEN, standing(given({ until: '2026-11-22' })));
    expect(verdict.acceptances[0]?.standing).toBe('expired');
  });

  it('leaves absolute limits alone', () => {
    const plan = planOf([...P95_ONLY, { kind: 'absolute', metric: 'p95', bound: 11 }]);
    const { verdict, p95 } = judgeAt(12, TEN, standing(given()), plan);
    expect(verdict.outcome).toBe('fail');
    expect(p95).toMatchObject({ failed: true, acceptance: { within: true } });
  });

  it('is no regression to doubt where there are few accepted runs', () => {
    const plan = planOf(P95_ONLY);
    const careful = { ...plan, baseline: { ...plan.baseline, minRuns: 10 } };
    const half = own({ upTo: { kind: 'share', amount: 0.5 } });
    expect(judgeAt(14, TEN.slice(-3), NO_STANDING, careful).verdict.outcome).toBe('inconclusive');
    expect(judgeAt(14, TEN.slice(-3), standing(half), careful).verdict.outcome).toBe('pass');
  });

  it('can be given in the unit of the metric', () => {
    const ms = (amount: number) => standing(given({ upTo: { kind: 'unit', amount } }));
    expect(judgeAt(12, TEN, ms(3)).verdict.outcome).toBe('pass');
    expect(judgeAt(12, TEN, ms(1)).verdict.outcome).toBe('fail');
  });

  it('is worse in the other direction for throughput', () => {
    const slow = runOf(sliceOf({ elapsed: 12_000 }));
    const reference = { browse: baselineOf(TEN) };
    const accept = (amount: number) =>
      standing(given({ metric: 'throughput', upTo: { kind: 'share', amount } }));
    expect(judge(slow, planOf(), reference).outcome).toBe('fail');
    expect(judge(slow, planOf(), reference, accept(0.2)).outcome).toBe('pass');
    expect(judge(slow, planOf(), reference, accept(0.15)).outcome).toBe('fail');
  });
});

describe('the reference from before', () => {
  const MIXED = [...runsFrom(10, 12, 10), ...runsFrom(21, 8, 12)];

  it('stays what it was while accepted runs come in', () => {
    // Of the median alone, 14.5 would be less than 30 % more.
    const moved = [...runsFrom(10, 6, 10), ...runsFrom(21, 14, 12.5)];
    const { p95 } = judgeAt(14.5, moved, standing(given()));
    expect(p95.comparison?.change).toBeLessThan(0.3);
    expect(p95).toMatchObject({ failed: true, acceptance: { within: false } });
    expect(p95.acceptance?.change).toBeCloseTo(0.45, 1);
  });

  it('is not counted from where too few runs are from before: the reference has the change', () => {
    const moved = [...runsFrom(10, 2, 10), ...runsFrom(21, 18, 12)];
    const { verdict, p95 } = judgeAt(14, moved, standing(given()));
    expect(p95).toMatchObject({ failed: true, acceptance: null });
    expect(verdict.acceptances[0]?.standing).toBe('in-reference');
  });

  it('is not more on a repeated run, on which the pull request gives what is recorded', () => {
    for (const around of [12, 14, 15])
      expect(judgeAt(around, MIXED, standing(given({ from: 'both' }))).verdict.outcome).toBe(
        judgeAt(around, MIXED, standing(given())).verdict.outcome,
      );
  });

  it('is that of the merge, however long before it was accepted', () => {
    const early = { at: '2026-11-01T12:00:00.000Z' };
    expect(judgeAt(12, TEN, standing(given(early))).verdict.outcome).toBe('pass');
    expect(judgeAt(12, TEN, standing(given({ ...early, since: early.at }))).verdict.outcome).toBe('fail');
  });

  it('lets what was accepted later come on top, and nothing else', () => {
    const later = own({ upTo: { kind: 'share', amount: 0.1 }, at: '2026-11-23T08:00:00.000Z' });
    expect(judgeAt(14, MIXED, standing(given(), later)).verdict.outcome).toBe('pass');
    expect(judgeAt(14, MIXED, standing(later)).verdict.outcome).toBe('fail');
    expect(judgeAt(15, MIXED, standing(given(), later)).verdict.outcome).toBe('fail');
  });
});

describe('beside the base commit', () => {
  const plan: Plan = { ...planOf(P95_ONLY), compare: 'base' };
  const run = besideRun({ wait: 0.09, main: 9, confirm: 5 });
  const outcome = (...acceptances: readonly GivenAcceptance[]) =>
    judge(run, plan, {}, standing(...acceptances));

  it('passes what the pull request itself accepts, as far as it says', () => {
    expect(outcome().outcome).toBe('fail');
    expect(outcome(own({ upTo: { kind: 'share', amount: 0.12 } })).outcome).toBe('pass');
    expect(outcome(own({ upTo: { kind: 'share', amount: 0.04 } })).outcome).toBe('fail');
  });

  it('passes on a repeated run what is recorded by then', () => {
    const both = given({ from: 'both', upTo: { kind: 'share', amount: 0.12 } });
    expect(outcome(both)).toMatchObject({ outcome: 'pass', acceptances: [{ standing: 'needed' }] });
    expect(outcome({ ...both, upTo: { kind: 'share', amount: 0.04 } }).outcome).toBe('fail');
  });

  it('does not count what the baseline has recorded: the base commit has it', () => {
    expect(outcome(given())).toMatchObject({ outcome: 'fail', acceptances: [{ standing: 'in-reference' }] });
  });
});

it('never accepts more than it says, whatever else is accepted', () => {
  const share = fc.double({ min: 0.05, max: 0.6, noNaN: true });
  fc.assert(
    fc.property(
      share,
      share,
      fc.boolean(),
      fc.double({ min: 8, max: 20, noNaN: true }),
      (first, second, both, around) => {
        const accepted = [
          given({ upTo: { kind: 'share', amount: first } }),
          ...(both ? [own({ upTo: { kind: 'share', amount: second } })] : []),
        ];
        const { p95 } = judgeAt(around, TEN, standing(...accepted));
        const most = (1 + first) * (both ? 1 + second : 1) - 1;
        expect(p95.failed).toBe(p95.comparison?.outcome === 'regression' && p95.comparison.change > most);
      },
    ),
    { numRuns: 60 },
  );
});
