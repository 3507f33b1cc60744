/** The page of a report: whatever strangers call things, its elements and attributes are those that plain names make (S9). */
import { setImmediate } from 'node:timers/promises';
import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { renderPage } from '../../src/report/html/page.ts';
import { crowded, grownStatement, manyScenarios, slotted, strangeMachine, type Words } from './stories.ts';
import type { FuzzTarget } from './target.ts';
import { hostileWords } from './words.ts';

/** Names, and where they are put. */
interface Named {
  readonly story: keyof typeof STORIES;
  readonly words: Words;
}

const STORIES = {
  crowded: slotted(crowded),
  'many-scenarios': slotted(manyScenarios),
  'strange-machine': slotted(strangeMachine),
  'grown-statement': slotted(grownStatement),
} as const;

const PROGRAM = 'globalThis.ran = true;';

/** One window for all pages. */
const { DOMParser } = new JSDOM('').window;
const parser = new DOMParser();

/** Every element with the names of its attributes, in their order. */
function bonesOf(html: string): string {
  const document = parser.parseFromString(html, 'text/html');
  JSON.parse(document.querySelector('#record')?.textContent ?? '');
  if (/(?![\t\n\r])\p{Cc}|\u202e|\p{Cs}/u.test(document.body.textContent ?? ''))
    throw new Error('characters that hide');
  return [...document.querySelectorAll('*')]
    .map((element) => `${element.tagName} ${element.getAttributeNames().join(' ')}`)
    .join('\n');
}

const gentle = new Map<string, string>();

async function check({ story, words }: Named): Promise<number> {
  if (words.length === 0) return 0;
  // jsdom refers to nodes weakly, and what was reached by a weak reference is kept until the turn of the event loop ends.
  await setImmediate();
  const told = STORIES[story];
  const plain = gentle.get(story) ?? bonesOf(renderPage(told.gentle, 'en', PROGRAM));
  gentle.set(story, plain);
  const found = bonesOf(renderPage(told.fill(words), 'en', PROGRAM));
  if (found !== plain) {
    const [here, there] = [found.split('\n'), plain.split('\n')];
    const at = here.findIndex((bone, index) => bone !== there[index]);
    throw new Error(`the page differs at its element ${at}: ${here[at]} in the place of ${there[at]}`);
  }
  return Math.min(words.length, told.slots);
}

/** The fuzzer. */
export const pageNames: FuzzTarget<Named> = {
  name: 'page-names',
  promise:
    'Whatever strangers call things, the page has the elements of plain names, and no script but its own.',
  unit: 'names',
  bounds: { ci: 60, usual: 3_000, release: 1_000_000 },
  inputs: fc
    .constantFrom('crowded', 'crowded', 'crowded', 'many-scenarios', 'strange-machine', 'grown-statement')
    .chain((story) =>
      fc.record({
        story: fc.constant(story),
        words: fc.array(hostileWords, {
          minLength: STORIES[story].slots,
          maxLength: STORIES[story].slots,
          size: 'max',
        }),
      }),
    ),
  check,
};
