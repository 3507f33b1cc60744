/** Texts of statements: one line, short, and no value in them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyStatement } from '../../../../src/probes/databases/text.ts';

describe('the text of a statement', () => {
  it.each([
    ['select *\n\tfrom book\r\n where id = $1', 'select * from book where id = $1'],
    ["select 'it''s secret', \"Title\" from t1", 'select ?, "Title" from t1'],
    ["alter role shop password 'secret", 'alter role shop password ?'],
    ["select E'a\\'secret' from t where x = 'more'", 'select E?'],
    ['do $$ secret $$', 'do ?'],
    ['do $body$ secret $$ secret $body$ language plpgsql', 'do ? language plpgsql'],
    ['select 1, -2.5e3, x1, $2 limit 10', 'select ?, -?, x1, $2 limit ?'],
    ['select /* user=secret */ a -- secret\nfrom b', 'select a from b'],
    ['select a /* secret, and cut', 'select a'],
    ['select \u202E\u0000 a', 'select a'],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(tidyStatement(text, false)).toBe(expected);
  });

  it('takes double quotes for text where the server does', () => {
    expect(tidyStatement('SET PASSWORD = "secret", `name`', true)).toBe('SET PASSWORD = ?, `name`');
  });

  it('is never longer than 500 characters, and never shows what stood in quotes', () => {
    const word = fc.constantFrom("'", "''", '\\', '"', '$$', '$a$', '--', '/*', '*/', '\n', ' ', 'x', '7');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), fc.boolean(), (words, doubleQuotes) => {
        const text = tidyStatement(words.join(''), doubleQuotes);
        expect(text.length).toBeLessThanOrEqual(500);
        expect(text).not.toContain("'");
        expect(text).not.toMatch(/[\n\r]/);
      }),
    );
  });

  it('takes no time for a statement of megabytes', () => {
    const since = performance.now();
    expect(tidyStatement(`select ${"'x', ".repeat(1_000_000)}`, true)).toMatch(
      /^select \?, \?, .{400,500}…$/u,
    );
    expect(performance.now() - since).toBeLessThan(5_000);
  });
});
