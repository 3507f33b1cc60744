/** Which runs enter the baseline by themselves, and why the others do not. */
import { describe, expect, it } from 'vitest';
import { branchFileOf } from '../../../src/baseline/branch-store.ts';
import { refuseOwnBranch, whyNotEntered } from '../../../src/baseline/entry.ts';
import type { Occasion } from '../../../src/domain/occasion.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { NO_STANDING } from '../../../src/domain/acceptance.ts';
import { judge } from '../../../src/judge/judge.ts';
import { acceptance } from './sample-baseline.ts';
import { acceptedOf, baselineOf, firstRun, planOf, runOf, sliceOf, spread } from '../judge/sample-run.ts';

const MAIN: Occasion = {
  kind: 'push',
  repository: 'octo/shop',
  headSha: null,
  baseSha: null,
  pullRequest: null,
  runUrl: null,
  branch: { name: 'main', isDefault: true },
};
const plan = planOf();
const history = (count: number) =>
  baselineOf(
    Array.from({ length: count }, (_, index) => acceptedOf(sliceOf({ latencies: spread(10) }), index + 1)),
  );
const judged = (latency: number, references: ReturnType<typeof baselineOf>, minRuns = 1): Verdict =>
  judge(
    runOf(sliceOf({ latencies: spread(latency) })),
    { ...plan, baseline: { ...plan.baseline, minRuns } },
    { browse: references },
  );
const passed = judged(10, history(10));
const why = (verdict: Verdict, changes: Partial<Occasion> = {}): string | null =>
  whyNotEntered({ plan, verdict }, { ...MAIN, ...changes });

describe('whyNotEntered', () => {
  it('lets in what passes on the default branch, and the first run', () => {
    expect(passed.outcome).toBe('pass');
    expect(why(passed)).toBeNull();
    for (const kind of ['schedule', 'manual'] as const) expect(why(passed, { kind })).toBeNull();
    const first = judged(10, firstRun);
    expect(first.outcome).toBe('no-baseline');
    expect(why(first)).toBeNull();
    const short = judged(10, history(1));
    expect(short.outcome).toBe('inconclusive');
    expect(why(short)).toBeNull();
  });

  it('lets in nothing that failed, or got worse with too few runs to fail', () => {
    const failed = judged(30, history(10));
    expect(failed.outcome).toBe('fail');
    expect(why(failed)).toBe('it did not pass');
    const advised = judged(30, history(5), 10);
    expect(advised.exitCode).toBe(0);
    expect(why(advised)).toMatch(/^something got worse/);
  });

  it('lets in what got worse as far as somebody accepted that, and not further', () => {
    const accepting = (amount: number): Verdict => {
      const own = acceptance({ scenario: 'browse', upTo: { kind: 'share', amount } });
      const acceptances = [{ ...own, from: 'pull-request' }] as const;
      const run = runOf(sliceOf({ latencies: spread(30) }));
      return judge(run, plan, { browse: history(10) }, { ...NO_STANDING, acceptances });
    };
    expect(why(accepting(0.99))).toBe('it did not pass');
    const meant = accepting(4);
    expect(meant.exitCode).toBe(0);
    expect(why(meant)).toBeNull();
  });

  it.each<readonly [string, Partial<Occasion>]>([
    ['pull request', { kind: 'pull-request' }],
    ['branch feature', { branch: { name: 'feature', isDefault: false } }],
    ['on a push to the default branch', { kind: 'merge-group' }],
    ['on a push to the default branch', { kind: 'other' }],
  ])('lets in nothing of elsewhere: %s', (words, changes) => {
    expect(why(passed, changes)).toContain(words);
  });

  it('lets in nothing that is not of a branch', () => {
    const { branch: _, ...tag } = MAIN;
    expect(whyNotEntered({ plan, verdict: passed }, tag)).toContain('not of a branch');
  });

  it('lets in nothing where the configuration says so', () => {
    const closed = { ...plan, baseline: { ...plan.baseline, publish: 'none' as const } };
    expect(whyNotEntered({ plan: closed, verdict: passed }, MAIN)).toContain('publish: none');
  });
});

it('F42: a run on the branch of accepted runs is refused', () => {
  const on = (ref: string, store: 'auto' | 'branch' | 'file') => (): void =>
    refuseOwnBranch({ ...plan.baseline, store }, { env: { GITHUB_REF: ref } });
  expect(on('refs/heads/loadgate', 'auto')).toThrow('holds no service');
  expect(on('refs/heads/loadgate', 'branch')).toThrow('holds no service');
  expect(on('refs/heads/loadgate', 'file')).not.toThrow();
  expect(on('refs/heads/main', 'branch')).not.toThrow();
});

it('every suite has a file of its own, on every file system', () => {
  const suites = ['default', 'Default', 'shop api', 'shop-api', 'shop.api', 'SHOP API'];
  const files = suites.map((suite) => branchFileOf(suite).toLowerCase());
  expect(new Set(files).size).toBe(suites.length);
  expect(branchFileOf('shop-api')).toBe('shop-api.json');
  expect(branchFileOf('shop api')).toMatch(/^shop-api-[0-9a-f]{8}\.json$/);
});
