/** Progress in words: one line for a log, a few for a terminal. */
import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/domain/progress.ts';
import { millis, perSecond } from '../../../src/domain/units.ts';
import { later, liveStatus } from '../../../src/report/live-status.ts';
import { durationText, leftText, progressLine, progressTitle } from '../../../src/report/progress-line.ts';
import { widthOf } from '../../../src/report/terminal-text.ts';
import { momentOf, turnMoment } from '../../fixtures/moments.ts';

const idle = (changes: Partial<Progress>): Progress =>
  momentOf({ scenario: null, elapsed: millis(0), total: null, glimpses: [], left: null, ...changes });

describe('a line', () => {
  it.each([
    [momentOf(), 'browse: loading, 10.0 of 20.0 s · 1,234/s · p95 4.2 ms · no errors · 30 s left'],
    [
      momentOf({ doing: 'warming-up', elapsed: millis(0), total: millis(3_000), glimpses: [] }),
      'browse: warming up, 0.0 of 3.0 s · 30 s left',
    ],
    [
      turnMoment({ errors: 1 }),
      'block 3 of at most 29 · browse: turn 12 of 40 · change 1,234/s, p95 4.2 ms · base 1,240/s, p95 4.1 ms · 1 error · at most 3 min 30 s left',
    ],
    [
      momentOf({
        phase: 'confirm',
        block: { number: 1, most: null },
        part: { kind: 'step', number: 5, level: '64 users' },
        side: 'head',
        errors: 1_200,
        left: null,
      }),
      'confirming, block 1 · browse: step 5 of change, 64 users, 10.0 of 20.0 s · 1,234/s · p95 4.2 ms · 1,200 errors',
    ],
    [idle({ doing: 'building', side: 'base' }), 'building the service (base)'],
    [idle({ doing: 'starting', elapsed: millis(12_300) }), 'waiting until the service is ready, 13 s'],
  ])('%#', (moment, line) => {
    expect(progressLine(moment)).toBe(line);
  });
});

describe('a title', () => {
  it('is the same for all that belongs together, and none where nothing is loaded', () => {
    expect(progressTitle(momentOf())).toBe('Load: browse');
    expect(progressTitle(momentOf({ doing: 'warming-up', errors: 3 }))).toBe('Load: browse');
    expect(progressTitle(momentOf({ part: { kind: 'step', number: 1, level: 'one user' } }))).toBe(
      'Search: browse',
    );
    const main = progressTitle(turnMoment());
    expect(progressTitle(turnMoment({ scenario: 'buy', block: { number: 4, most: 20 } }))).toBe(main);
    expect(progressTitle(turnMoment({ phase: 'confirm' }))).not.toBe(main);
    expect(progressTitle(idle({ doing: 'starting' }))).toBeNull();
  });
});

describe('time', () => {
  it.each([
    [0, '0 s'],
    [11_001, '12 s'],
    [59_500, '1 min'],
    [80_000, '1 min 20 s'],
    [600_001, '11 min'],
    [3_600_000, '1 h'],
    [7_500_000, '2 h 5 min'],
  ])('%d ms: %s', (time, text) => {
    expect(durationText(time)).toBe(text);
  });

  it('that is a bound is rounded up, and says what it is', () => {
    const whole = millis(400_000);
    expect(leftText({ time: millis(61_001), whole, basis: 'at-most' })).toBe('at most 1 min 10 s left');
    expect(leftText({ time: millis(12_001), whole, basis: 'at-most' })).toBe('at most 13 s left');
    expect(leftText({ time: millis(360_000), whole, basis: 'load-at-most' })).toBe(
      'at most 6 min of load left',
    );
  });
});

describe('the live status', () => {
  const anyMoment: fc.Arbitrary<Progress> = fc
    .record({
      scenario: fc.oneof(fc.constant(null), fc.string({ unit: 'grapheme', maxLength: 60 })),
      doing: fc.constantFrom('building', 'starting', 'warming-up', 'loading'),
      phase: fc.constantFrom('alone', 'explore', 'main', 'confirm'),
      side: fc.constantFrom(null, 'head', 'base'),
      block: fc.constantFrom(null, { number: 12, most: null }, { number: 12, most: 34 }),
      part: fc.constantFrom(
        null,
        { kind: 'turn', number: 12, of: 40 } as const,
        { kind: 'step', number: 12, level: '1,200 requests a second' } as const,
      ),
      rates: fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { maxLength: 2 }),
      trail: fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { maxLength: 60 }),
      errors: fc.nat(),
      left: fc.oneof(fc.constant(null), fc.nat({ max: 9_000_000 })),
    })
    .map(({ rates, trail, left, ...moment }) =>
      momentOf({
        ...moment,
        glimpses: rates.map((rate) => ({
          side: moment.side,
          throughput: perSecond(rate),
          p95: millis(rate),
        })),
        trail: trail.map(perSecond),
        left: left === null ? null : { time: millis(left), whole: millis(9_000_000), basis: 'load-at-most' },
      }),
    );

  it('has three lines at most, none of them wider than the terminal', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 20, max: 200 }), fc.boolean(), (moment, width, colour) => {
        const lines = liveStatus(moment, { width, colour });
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) {
          expect(widthOf(line)).toBeLessThanOrEqual(width);
          expect(stripVTControlCharacters(line)).not.toMatch(/\p{Cc}/u);
          expect(line === stripVTControlCharacters(line) || colour).toBe(true);
        }
      }),
    );
  });

  it('is short in a narrow terminal, and keeps the errors', () => {
    expect(liveStatus(turnMoment({ errors: 7 }), { width: 41, colour: false })).toEqual([
      'block 3 of at most 29 · browse: turn 12…',
      '━━━━╌╌╌╌╌╌╌╌╌╌╌╌  at most 3 min 30 s left',
      'change 1,234/s · base 1,240/s · 7 errors',
    ]);
    const last = (width: number) => liveStatus(turnMoment({ errors: 7 }), { width, colour: false }).at(-1);
    expect(last(30)).toBe('change 1,234/s · 7 errors');
    expect(last(20)).toBe('7 errors');
    expect(liveStatus(momentOf({ errors: 1e9 }), { width: 20, colour: false }).at(-1)).toBe(
      '1,000,000,000 errors',
    );
  });

  it('is red about errors and nothing else', () => {
    const look = { width: 80, colour: true };
    const RED = '\u001b[31m';
    expect(liveStatus(momentOf(), look).join('\n')).not.toContain(RED);
    expect(liveStatus(momentOf({ errors: 2 }), look).join('\n')).toContain(`${RED}2 errors`);
  });

  it('does not run past its ends when nobody tells anything for long', () => {
    const { elapsed, left } = later(momentOf(), 100_000);
    expect(elapsed).toBe(20_000);
    expect(left).toMatchObject({ time: 0, whole: 60_000 });
    expect(later(momentOf({ total: null }), 100_000).elapsed).toBe(110_000);
  });
});
