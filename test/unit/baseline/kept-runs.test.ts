/** Runs of several versions of a baseline: each once, each in its line, and known for whether it still counts. */
import { describe, expect, it } from 'vitest';
import { keepRuns } from '../../../src/baseline/kept-runs.ts';
import { baselineVersions } from '../../fixtures/baselines.ts';
import { sampleBaseline } from './sample-baseline.ts';

describe('keepRuns', () => {
  const versions = baselineVersions({ versions: 20, keep: 6, otherConfigFrom: 9, otherMachineFrom: 15 });
  const runs = keepRuns(versions.at(-1) ?? null);
  for (const version of versions.toReversed()) runs.add(version);
  const [home] = runs.scenarios();

  it('has every run that any version held, once, oldest first', () => {
    const dates = (home?.lines ?? []).map((line) => line.runs.map(({ date }) => date));
    expect(dates.map(({ length }) => length)).toEqual([9, 6, 5]);
    expect(new Set(dates.flat()).size).toBe(20);
    for (const each of dates) expect(each).toEqual(each.toSorted());
  });

  it('keeps machines and configurations apart, in the order in which they came', () => {
    expect(home?.lines.map(({ fingerprint, configHash }) => `${fingerprint} ${configHash}`)).toEqual([
      '0123456789abcdef aaaabbbbccccdddd',
      '0123456789abcdef 1111222233334444',
      'fedcba9876543210 1111222233334444',
    ]);
  });

  it('knows which runs the baseline holds now', () => {
    const held = home?.lines.map((line) => line.runs.map(({ inBaseline }) => Number(inBaseline)).join(''));
    expect(held).toEqual(['000111111', '111111', '11111']);
  });

  it('does not depend on the order of the versions', () => {
    const other = keepRuns(versions.at(-1) ?? null);
    for (const version of versions) other.add(version);
    expect(other.scenarios()).toEqual(runs.scenarios());
  });

  it('takes the baseline alone where nothing else is known', () => {
    const [scenario] = keepRuns(sampleBaseline).scenarios();
    expect(scenario?.lines[0]?.runs.map(({ inBaseline }) => inBaseline)).toEqual([true, true]);
    expect(keepRuns(null).scenarios()).toEqual([]);
  });
});
