/** Columns: names of all scripts count what a terminal shows of them, and nothing leaves its lines. */
import * as fc from 'fast-check';
import { styleText } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cut, textTable, textWidth, widthOf, wrap } from '../../../src/report/terminal-text.ts';

const paint = (text: string): string => styleText('cyan', text, { validateStream: false });

describe('the width of a text', () => {
  it.each([
    ['browse', 6],
    ['日本語', 6],
    ['ｆｕｌｌ', 8],
    ['한국어', 6],
    ['e\u0301te\u0301', 3],
    ['🎉', 2],
    ['👩‍👩‍👧', 2],
    ['🇩🇪', 2],
    ['a\u200bb\u00ad', 2],
    ['−0.4 % … µs', 11],
    [paint('browse'), 6],
    ['', 0],
  ])('%s: %d', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('a table', () => {
  const NAMES = ['browse', '日本語', 'e\u0301te\u0301', '🎉 party', paint('cyan')];

  it('keeps its columns in line, whatever the names are', () => {
    const rows = [['Request', 'p95'], ...NAMES.map((name, index) => [name, `${index} ms`])];
    const lines = textTable(rows, 'lr', 80).split('\n');
    expect(new Set(lines.map(widthOf)).size).toBe(1);
  });

  it('stays within its width', () => {
    const cell = fc
      .oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...NAMES))
      .map((text) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ''));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 40, max: 140 }), (rows, width) => {
        for (const line of textTable(rows, 'lrl', width).split('\n'))
          expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('wrapping', () => {
  it('breaks a long word anywhere, coloured or not, and loses nothing of it', () => {
    const word = 'SELECT'.repeat(20);
    for (const text of [`a ${word}, b`, `a ${paint(word)}, b`]) {
      const lines = wrap(text, 60, '  ').split('\n');
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(60);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  it('uses a terminal within reason', () => {
    expect([20, 40, 60, 80, 140].map(textWidth)).toEqual([40, 40, 60, 80, 120]);
  });
});

describe('cutting', () => {
  it('leaves what fits, and an ellipsis for the rest', () => {
    expect(cut('short', 5)).toBe('short');
    expect(cut('too long', 5)).toBe('too…');
    expect(cut('日本語', 5)).toBe('日本…');
    expect(cut('x', 0)).toBe('');
  });

  it('never takes more columns than there are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 40 }), (text, width) => {
        expect(widthOf(cut(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
