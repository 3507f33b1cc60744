/** A calibration in words: what a person is told of each outcome, and that it fits the terminal. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderCalibration } from '../../../src/commands/calibration-text.ts';
import type { Limit, Plan } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import { calibrate } from '../../../src/judge/calibration.ts';
import { widthOf } from '../../../src/report/terminal-text.ts';
import { besideRun, type Truth } from '../../fixtures/beside.ts';
import { planOf } from '../judge/sample-run.ts';

const STANDARDS = { p95: 0.03, throughput: 0.02, 'cpu-per-request': 0.02 } as const;
const LIMITS: readonly Limit[] = [
  { kind: 'relative', metric: 'p95', change: 0.1, beside: 0.03 },
  { kind: 'relative', metric: 'throughput', change: 0.1, beside: 0.02 },
];
const LINES = ['scenarios:', '  browse:', '    limits:', '      p95: { max-increase: 3% }'];
const planFor = (scenarios: readonly string[]): Plan => ({ ...planOf(LIMITS, scenarios), compare: 'base' });

function told(
  truth: Partial<Truth>,
  { plan = planFor(['browse']), width = 100, colour = false, lines = LINES } = {},
): string {
  const run = besideRun({ main: 12, scenarios: plan.scenarios.map(({ name }) => name), ...truth });
  return renderCalibration(calibrate(run, plan, STANDARDS), { plan, look: { width, colour }, lines });
}

/** On one line, for sentences that were broken. */
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');

describe('a calibration in words', () => {
  it('says noise, what can be told, what is proposed and why, and what to paste', () => {
    const text = told({ noise: 0.003 });
    expect(text).toContain('one commit beside itself in 12 blocks, 96 s under load');
    expect(text).toMatch(/^throughput +0\.\d+ % \(0\.\d+–0\.\d+\) .* 2 %$/mu);
    expect(flat(text)).toMatch(/throughput: 2 %, the standard limit; the noise hides less within 6 min\./u);
    expect(flat(text)).toContain('CPU time a request: none; it is off.');
    expect(flat(text)).toMatch(/p50.* and p99: none, unless you want one\./u);
    expect(flat(text)).toMatch(/typically passes after \d+ blocks: \d+ s under load, about \d+ s with/u);
    expect(text.endsWith(`\n${LINES.join('\n')}`)).toBe(true);
    expect(flat(text)).toMatch(/At \d\.\d+ ms a difference of less than 3\.\d % is too small to count/u);
  });

  it('says where the noise asks for more, or for too much', () => {
    expect(flat(told({ noise: 0.03 }))).toMatch(
      /throughput: \d[\d.]* %, more than the standard limit of 2 %, since the noise hides/u,
    );
    expect(flat(told({ noise: 0.6 }))).toContain(
      'p95: none; the noise would ask for a limit that holds nothing',
    );
  });

  it('says what is too short, too few, or for nothing', () => {
    const plan = planFor(['browse']);
    expect(flat(told({}, { plan: { ...plan, budget: millis(20_000) } }))).toMatch(
      /budget of 20 s is too short for a comparison with the base commit: it takes \d+ s at least/u,
    );
    expect(flat(told({ main: 4 }))).toContain('More blocks (--blocks)');
    expect(flat(told({}))).not.toContain('More blocks (--blocks)');
    expect(flat(told({}, { plan: { ...plan, compare: 'baseline' } }))).toContain('set `compare: auto`');
    expect(told({}, { lines: [] })).not.toContain('To put into the configuration');
  });

  it.each<[string, Partial<Truth>, string]>([
    ['void', { outside: 0.8, disturbed: 0.5 }, 'blocks other processes'],
    ['an alarm', { cpu: 0.1, noise: 0.003 }, 'The same commit differs from itself in throughput by −9'],
    ['errors', { errors: 0.03 }, 'see to the errors first'],
  ])('proposes nothing after %s, and says so', (_, truth, sentence) => {
    const limits: readonly Limit[] = [...LIMITS, { kind: 'absolute', metric: 'error-rate', bound: 0.01 }];
    const text = told(truth, { plan: { ...planOf(limits), compare: 'base' } });
    expect(text).toContain('Not to be believed');
    expect(flat(text)).toContain(sentence);
    expect(text).not.toContain('Proposed limits');
    expect(text).not.toContain(LINES[0]);
  });

  it.each([60, 80, 100, 140])('fits %d columns, with colours and without', (width) => {
    const plan = planFor(['browse', 'a scenario with a name as long as it may be, sixty letters']);
    for (const colour of [true, false]) {
      const text = told({ noise: 0.02 }, { plan, width, colour });
      const wide = text.split('\n').filter((line) => widthOf(line) > width);
      expect(wide).toEqual([]);
      expect(text === stripVTControlCharacters(text)).toBe(!colour);
      expect(text).not.toMatch(/undefined|NaN|\u00a0/u);
    }
  });
});
