/** docs/findings.md has one row for each finding, under its kind. */
import { expect, it } from 'vitest';
import { PRECEDENCE } from '../../src/findings/primary.ts';
import { LANGUAGES } from '../../src/report/pen.ts';
import { readText } from './repository.ts';

const PAGE = readText('docs/findings.md');
const rowsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^\| `(?<name>[a-z0-9-]+)` \|/gmu)].map(([, name]) => name ?? '');

it('names every finding once, and no other', () => {
  expect(rowsOf(PAGE).toSorted()).toEqual(Object.keys(LANGUAGES.en.findingTitles).toSorted());
});

it('names bottlenecks in their order', () => {
  const section = /^## Bottlenecks\n(?<text>.*?)^## /msu.exec(PAGE)?.groups?.['text'] ?? '';
  const limitations = ['generator-bound', 'neighbour'];
  expect(rowsOf(section)).toEqual(PRECEDENCE.filter((name) => !limitations.includes(name)));
});
