/** The marks that whole reports are made with, each around each name alone: the same promise as for whole reports (S9), at so many more names a second. */
import * as fc from 'fast-check';
import { inertBlock, inertHtml, inertProse, inertSpan } from '../../src/report/inert.ts';
import { expectInert, bonesOf } from './markdown-tree.ts';
import { gentleName } from './stories.ts';
import type { FuzzTarget } from './target.ts';
import { hostileWords } from './words.ts';

/** Every kind of place that reports have, by the mark that is used there. */
const PLACES: readonly ((words: string) => string)[] = [
  (words) => `**Weakness:** ${inertSpan(words)} is slow.`,
  (words) => inertProse(`Could not read ${words}: it is gone.`),
  (words) => `- ${inertSpan(words)}: 12 ms`,
  (words) => `| ${inertSpan(words)} | 12 ms |\n| --- | --: |\n| ${inertSpan(words)} | ${inertSpan(words)} |`,
  (words) => `<details><summary>${inertHtml(words)}</summary>\n\nmore\n\n</details>`,
  (words) => inertBlock([words, `  at ${words}`]),
  (words) => `> ${inertProse(words)}`,
  (words) => `1. ${inertProse(words)}`,
];

const text = (words: readonly string[]): string =>
  words.map((each, at) => PLACES[at % PLACES.length]?.(each) ?? '').join('\n\n***\n\n');

const gentle = bonesOf(text(PLACES.map((_, at) => gentleName(at))))
  .bones.split('\n')
  .slice(1);

/** Thematic breaks part the places, so that each has its own piece of the tree. */
function check(words: readonly string[]): number {
  if (words.length === 0) return 0;
  const found = bonesOf(text(words));
  expectInert(found);
  const [, ...bones] = found.bones.split('\n');
  const wanted = Array.from({ length: Math.ceil(words.length / PLACES.length) }, (_, turn) =>
    turn === 0 ? gentle : ['1 thematicBreak', ...gentle],
  ).flat();
  const at = bones.findIndex((bone, index) => bone !== wanted[index]);
  if (at >= 0)
    throw new Error(`the tree differs at its node ${at}: ${bones[at]} in the place of ${wanted[at]}`);
  const whole = words.length % PLACES.length === 0;
  if (whole && bones.length !== wanted.length) throw new Error('the tree ends before its end');
  return words.length;
}

/** The fuzzer. */
export const markdownMarks: FuzzTarget<readonly string[]> = {
  name: 'markdown-marks',
  promise: 'No name ends the mark that it stands in, in any kind of place.',
  unit: 'names',
  bounds: { ci: 5_000, usual: 50_000, release: 1_000_000 },
  inputs: fc.array(hostileWords, { minLength: 1, maxLength: 8 * PLACES.length, size: 'max' }),
  check,
};
