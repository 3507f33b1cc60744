/** The words of an acceptance: read as they are meant, or told what is wrong with them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptanceLines, readAcceptance, readAmount } from '../../../src/baseline/acceptance-line.ts';
import { isAmountOf } from '../../../src/domain/acceptance.ts';
import { METRIC_NAMES } from '../../../src/domain/metric.ts';

const AT = '2026-11-28T10:00:00.000Z';
const SCENARIOS = ['browse', 'Заказ: новый', 'two words'];

const read = (line: string, scenarios: readonly string[] = SCENARIOS) => readAcceptance(line, scenarios, AT);

describe('readAcceptance', () => {
  it.each([
    [
      'loadgate accept p95 of "browse" +12% until 2026-12-31: signed',
      'browse',
      'p95',
      { kind: 'share', amount: 0.12 },
    ],
    [
      'loadgate accept p95 of browse 20ms until 2026-12-31:signed',
      'browse',
      'p95',
      { kind: 'unit', amount: 20 },
    ],
    [
      'Loadgate Accept p99 of "two words" +1.5s until 2026-12-31: signed',
      'two words',
      'p99',
      { kind: 'unit', amount: 1_500 },
    ],
    [
      'loadgate accept throughput of "Заказ: новый" -7% until 2026-12-31: signed',
      'Заказ: новый',
      'throughput',
      { kind: 'share', amount: 0.07 },
    ],
    [
      'loadgate accept error-rate of browse +0.5% until 2026-12-31: signed',
      'browse',
      'error-rate',
      { kind: 'share', amount: 0.005 },
    ],
    [
      'loadgate accept queries-per-request of browse +2 until 2026-12-31: signed',
      'browse',
      'queries-per-request',
      { kind: 'unit', amount: 2 },
    ],
    [
      'loadgate accept memory-growth of browse +1MB/min until 2026-12-31: signed',
      'browse',
      'memory-growth',
      { kind: 'unit', amount: 1e6 },
    ],
  ])('%s', (line, scenario, metric, upTo) => {
    expect(read(line)).toEqual({
      accepted: { scenario, metric, upTo, until: '2026-12-31', reason: 'signed' },
    });
  });

  it('needs no scenario where there is one', () => {
    const line = 'loadgate accept p95 +12% until 2026-12-31: signed';
    expect(read(line, ['browse'])).toMatchObject({ accepted: { scenario: 'browse' } });
    expect(read(line)).toEqual({ problem: 'scenario' });
  });

  it.each([
    ['loadgate accept', 'form'],
    ['loadgate accept everything', 'form'],
    ['loadgate accept p95 of browse +12%: signed', 'form'],
    ['loadgate accept p95 of browse +12% until 2026-12-31', 'form'],
    [`loadgate accept p95 of browse +12% until 2026-12-31: ${'x'.repeat(1_000)}`, 'form'],
    ['loadgate accept p96 of browse +12% until 2026-12-31: signed', 'metric'],
    ['loadgate accept toString of browse +12% until 2026-12-31: signed', 'metric'],
    ['loadgate accept p95 of brows +12% until 2026-12-31: signed', 'scenario'],
    ['loadgate accept p95 of browse +12 until 2026-12-31: signed', 'amount'],
    ['loadgate accept p95 of browse any until 2026-12-31: signed', 'amount'],
    ['loadgate accept p95 of browse +1e9% until 2026-12-31: signed', 'amount'],
    ['loadgate accept p95 of browse +0% until 2026-12-31: signed', 'amount'],
    ['loadgate accept p95 of browse +20MB until 2026-12-31: signed', 'amount'],
    ['loadgate accept throughput of browse 100% until 2026-12-31: signed', 'amount'],
    ['loadgate accept p95 of browse -12% until 2026-12-31: signed', 'direction'],
    ['loadgate accept throughput of browse +12% until 2026-12-31: signed', 'direction'],
    ['loadgate accept p95 of browse +12% until tomorrow: signed', 'date'],
    ['loadgate accept p95 of browse +12% until 2026-02-30: signed', 'date'],
    ['loadgate accept p95 of browse +12% until 2026-11-27: signed', 'past'],
    ['loadgate accept p95 of browse +12% until 2027-11-30: signed', 'too-far'],
    ['loadgate accept p95 of browse +12% until 2026-12-31:  ', 'reason'],
    [`loadgate accept p95 of browse +12% until 2026-12-31: ${'x'.repeat(301)}`, 'reason'],
  ])('%s', (line, problem) => {
    expect(read(line)).toEqual({ problem });
  });

  it('reads any text without an accident, and never more than it allows', () => {
    const words = fc.constantFrom(
      ...'loadgate accept p95 throughput of "browse" browse +12% -3% 20ms until 2026-12-31: 2026-12-31 reason'.split(
        ' ',
      ),
      ...'":\u202e\n',
      '__proto__',
    );
    const lines = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 14 }).map((all) => all.join(' ')),
    );
    let accepted = 0;
    fc.assert(
      fc.property(lines, (rest) => {
        for (const line of acceptanceLines(`loadgate accept ${rest}`)) {
          const answer = read(line);
          if (!('accepted' in answer)) continue;
          accepted += 1;
          expect(SCENARIOS).toContain(answer.accepted.scenario);
          expect(isAmountOf(answer.accepted.metric, answer.accepted.upTo)).toBe(true);
        }
      }),
      { numRuns: 3_000, examples: [['p95 of browse +12% until 2026-12-31: r']] },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('is quick with what would be slow to try in every way', () => {
    const before = performance.now();
    for (const part of [' of "', ' of x', ' until', ' +1% until ', '"', ': ']) {
      read(`loadgate accept p95${part.repeat(200)}`.slice(0, 1_000));
      acceptanceLines(`<!--${part}`.repeat(20_000));
    }
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('readAmount', () => {
  it.each(METRIC_NAMES)('knows %s as a share, worse in its own direction', (metric) => {
    const signs = ['+', '-', ''].filter((sign) => 'amount' in readAmount(metric, `${sign}5%`));
    expect(signs).toHaveLength(2);
  });
});
