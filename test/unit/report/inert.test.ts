/** Prose with words of a stranger at the beginning of a block. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { inertProse } from '../../../src/report/inert.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

it.each(['1. one', '2) two', '0001. x', '12.5 ms', '- x', '+ x', '# x', '> x', '=== x', '1. `x`'])(
  'S9: prose that begins with %j begins a paragraph',
  (text) => {
    const prose = inertProse(text);
    expect(parser.parse(prose).children.map(({ type }) => type)).toEqual(['paragraph']);
  },
);

it('numbers within prose stay as they are', () => {
  expect(inertProse('It took 3. Then 12.5 more, and (2) of 4)')).toBe(
    'It took 3. Then 12.5 more, and (2) of 4)',
  );
});
