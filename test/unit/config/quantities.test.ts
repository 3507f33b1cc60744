/** Durations, shares and rates as text. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DURATION_PATTERN,
  GROWTH_PATTERN,
  parseDuration,
  parseGrowth,
  parseRate,
  parseShare,
  RATE_PATTERN,
  SHARE_PATTERN,
  writeDuration,
  writeShare,
} from '../../../src/config/quantities.ts';

describe('parseDuration', () => {
  it.each<[string, number | null]>([
    ['30s', 30_000],
    ['250ms', 250],
    ['1.5m', 90_000],
    ['1h', 3_600_000],
    ['1h30m', 5_400_000],
    ['1m 30s', 90_000],
    ['500us', 0.5],
    ['500µs', 0.5],
    ['0', 0],
    ['0s', 0],
    ['', null],
    ['30', null],
    ['s', null],
    ['30 seconds', null],
    ['30sec', null],
    ['-1s', null],
    ['1e3s', null],
    ['.5s', null],
    ['5.s', null],
    ['1s2', null],
    ['Infinitys', null],
    ['1,5s', null],
    ['30S', null],
    [`${'9'.repeat(13)}s`, null],
  ])('%j is %s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it('reads back what writeDuration writes', () => {
    const times = fc.sample(fc.integer({ min: 0, max: 21_600_000 }), { numRuns: 1000, seed: 1 });
    expect(times.map((ms) => parseDuration(writeDuration(ms)))).toEqual(times);
  });
});

describe('parseShare', () => {
  it.each<[string, number | null]>([
    ['5%', 0.05],
    ['7%', 0.07],
    ['0.5 %', 0.005],
    ['0.05', 0.05],
    ['0', 0],
    ['100%', 1],
    ['10', 10],
    ['', null],
    ['%', null],
    ['-5%', null],
    ['5%%', null],
    ['five', null],
    ['1e-2', null],
    ['NaN', null],
  ])('%j is %s', (text, share) => {
    expect(parseShare(text)).toBe(share);
  });

  it('is told back as a percentage', () => {
    expect([0.05, 0.07, 1, 0.005, 10].map(writeShare)).toEqual(['5%', '7%', '100%', '0.5%', '1000%']);
  });
});

describe('parseRate', () => {
  it.each<[string, number | null]>([
    ['100', 100],
    ['100/s', 100],
    ['0.5 / s', 0.5],
    ['100/m', null],
    ['100rps', null],
    ['', null],
    ['-1', null],
  ])('%j is %s', (text, rate) => {
    expect(parseRate(text)).toBe(rate);
  });
});

it('has patterns for editors that take what the parsers take', () => {
  expect(
    ['30s', '1m30s', '0', '500µs', '1.5 m'].every((text) => new RegExp(DURATION_PATTERN).test(text)),
  ).toBe(true);
  expect(['30', 'x', '', '30 sec'].some((text) => new RegExp(DURATION_PATTERN).test(text))).toBe(false);
  expect(['5%', '0.05', '5 %'].every((text) => new RegExp(SHARE_PATTERN).test(text))).toBe(true);
  expect(['100', '100/s'].every((text) => new RegExp(RATE_PATTERN).test(text))).toBe(true);
});

describe('parseGrowth', () => {
  it.each<[string, number | null]>([
    ['0.5MB/min', 500_000],
    ['512 kB / min', 512_000],
    ['1MiB/min', 1_048_576],
    ['10B/min', 10],
    ['1MB', null],
    ['1MB/s', null],
    ['1/min', null],
    ['-1MB/min', null],
    ['/min', null],
    ['', null],
  ])('reads %o', (text, bytes) => {
    expect(parseGrowth(text)).toBe(bytes);
    expect(new RegExp(GROWTH_PATTERN).test(text)).toBe(bytes !== null);
  });
});
