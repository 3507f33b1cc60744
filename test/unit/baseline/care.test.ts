/** What goes out of a baseline because nobody is compared with it, and what is wrong with one whose shape is right. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBaseline, encodeBaseline } from '../../../src/baseline/codec.ts';
import { faultsOf } from '../../../src/baseline/faults.ts';
import { pruneBaseline } from '../../../src/baseline/prune.ts';
import { baselineVersions } from '../../fixtures/baselines.ts';
import { acceptance, sampleBaseline } from './sample-baseline.ts';

/** Of two configurations and two machines; runs from August 2026 on. */
const GROWN = baselineVersions({ versions: 20, keep: 30, otherConfigFrom: 9, otherMachineFrom: 15 }).at(-1)!;
const CURRENT = '1111222233334444';
const inUse = (moment: string, configHashes: Readonly<Record<string, string>> = { home: CURRENT }) => ({
  configHashes,
  moment,
  days: 90,
});

describe('pruneBaseline', () => {
  it('F38: takes out other configurations, and machines that are not seen any more', () => {
    const { baseline, removed } = pruneBaseline(GROWN, inUse('2026-08-10T00:00:00.000Z'));
    expect(removed.map(({ kind }) => kind)).toEqual(['config']);
    expect(baseline.scenarios.home?.histories).toHaveLength(2);
    const later = pruneBaseline(GROWN, inUse('2027-08-10T00:00:00.000Z'));
    expect(later.removed.map(({ kind }) => kind)).toEqual(['config', 'machine', 'machine']);
  });

  it('takes out scenarios that the configuration does not know, whatever they are called', () => {
    expect(pruneBaseline(GROWN, inUse('2026-08-10T00:00:00.000Z', {})).removed).toEqual([
      { kind: 'scenario', scenario: 'home' },
    ]);
    const named = { ...GROWN, scenarios: { toString: GROWN.scenarios.home! } };
    expect(pruneBaseline(named, inUse('2026-08-10T00:00:00.000Z')).baseline.scenarios).toEqual({});
  });

  it('takes out what has expired, on the day after its last', () => {
    const accepted = [acceptance({ until: '2026-11-30' }), acceptance({ metric: 'p99' })];
    const at = (moment: string) =>
      pruneBaseline({ ...GROWN, accepted }, inUse(moment)).baseline.accepted.map(({ metric }) => metric);
    expect(at('2026-11-30T23:59:59.000Z')).toEqual(['p95', 'p99']);
    expect(at('2026-12-01T00:00:00.000Z')).toEqual(['p99']);
  });

  it('says everything that it takes out, leaves nothing to take out, and gives what can be read', () => {
    const moments = fc.date({
      min: new Date('2026-08-01'),
      max: new Date('2028-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.boolean(), (date, known) => {
        const where = inUse(date.toISOString(), known ? { home: CURRENT } : {});
        const whole = { ...GROWN, accepted: [acceptance()] };
        const { baseline, removed } = pruneBaseline(whole, where);
        expect(removed.length === 0).toBe(encodeBaseline(baseline) === encodeBaseline(whole));
        expect(pruneBaseline(baseline, where).removed).toEqual([]);
        expect(decodeBaseline(encodeBaseline(baseline), 'baseline.json')).toEqual(baseline);
      }),
      { numRuns: 30 },
    );
  });
});

describe('faultsOf', () => {
  const kinds = (baseline: typeof GROWN): readonly string[] =>
    faultsOf(baseline).map(({ path, problem }) => `${path.join('.')}: ${problem.split(':', 1)[0]}`);
  const [home] = Object.values(GROWN.scenarios);
  const [line] = home!.histories;

  it('finds nothing in what was accepted run by run', () => {
    const healthy = { ...GROWN, accepted: [acceptance(), acceptance({ metric: 'p99' })] };
    expect(kinds(healthy).filter((each) => !each.includes('histogram'))).toEqual([]);
  });

  it.each([
    [
      'an acceptance twice',
      { ...GROWN, accepted: [acceptance(), acceptance()] },
      'accepted.1: is there twice',
    ],
    [
      'a line twice',
      { ...GROWN, scenarios: { home: { ...home!, histories: [line!, line!] } } },
      'scenarios.home.histories.1: has the machine and configuration of another one',
    ],
    [
      'runs out of order',
      {
        ...GROWN,
        scenarios: { home: { ...home!, histories: [{ ...line!, runs: line!.runs.toReversed() }] } },
      },
      'scenarios.home.histories.0.runs.1.date: is not after that of the run before',
    ],
    [
      'no histogram',
      sampleBaseline,
      'scenarios.browse · списки.histories.0.runs.0.latency: is not a histogram',
    ],
  ])('finds %s', (_, baseline, fault) => {
    expect(kinds(baseline)).toContain(fault);
  });
});
