/** Reports in Markdown: whatever strangers call things, the tree is the one that plain names make, and nothing in it is a link, an image, a mention or HTML (S9). */
import * as fc from 'fast-check';
import { type Language, LANGUAGE_CODES } from '../../src/domain/language.ts';
import { renderFailureMarkdown } from '../../src/report/failure.ts';
import { MARKDOWN_LIMIT, renderMarkdown } from '../../src/report/markdown.ts';
import { bonesOf, expectInert } from './markdown-tree.ts';
import {
  crowded,
  failure,
  gentleName,
  grownStatement,
  manyScenarios,
  type Slotted,
  slotted,
  strangeMachine,
  type Words,
} from './stories.ts';
import type { FuzzTarget } from './target.ts';
import { hostileWords } from './words.ts';

/** Names, and where they are put. */
interface Named {
  readonly story: StoryName;
  readonly language: Language;
  readonly words: Words;
}

/** A kind of report: how its slots are filled, and rendered. */
interface Kind {
  readonly slots: () => number;
  readonly render: (words: Words, language: Language, limit: number) => string;
}

type StoryName = 'crowded' | 'many-scenarios' | 'strange-machine' | 'grown-statement' | 'failure';

const kindOf = <Data>(
  told: Slotted<Data>,
  render: (data: Data, language: Language, limit: number) => string,
): Kind => ({
  slots: () => told.slots,
  render: (words, language, limit) => render(told.fill(words), language, limit),
});

const KINDS: Readonly<Record<StoryName, Kind>> = {
  crowded: kindOf(
    slotted((slot) => crowded(slot).report),
    renderMarkdown,
  ),
  'many-scenarios': kindOf(
    slotted((slot) => manyScenarios(slot).report),
    renderMarkdown,
  ),
  'strange-machine': kindOf(
    slotted((slot) => strangeMachine(slot).report),
    renderMarkdown,
  ),
  'grown-statement': kindOf(
    slotted((slot) => grownStatement(slot).report),
    renderMarkdown,
  ),
  failure: kindOf(slotted(failure), renderFailureMarkdown),
};

/** Nothing is left out, so that reports are as long as they are. */
const ENDLESS = 10_000_000;
/** Bones of the same report with plain names, and how many of them it shows. */
const gentle = new Map<string, { readonly bones: string; readonly shown: number }>();

function gentleOf(story: StoryName, language: Language) {
  const key = `${story} ${language}`;
  const known = gentle.get(key);
  if (known !== undefined) return known;
  const { slots, render } = KINDS[story];
  const names = Array.from({ length: slots() }, (_, slot) => gentleName(slot));
  const text = render(names, language, ENDLESS);
  const made = { bones: bonesOf(text).bones, shown: names.filter((name) => text.includes(name)).length };
  gentle.set(key, made);
  return made;
}

/** The whole report is built as with plain ones; the one that fits into a comment may leave parts out. */
function check({ story, language, words }: Named): number {
  if (words.length === 0) return 0;
  const { render } = KINDS[story];
  const plain = gentleOf(story, language);
  const text = render(words, language, ENDLESS);
  const whole = bonesOf(text);
  expectInert(whole);
  if (whole.bones !== plain.bones) throw new Error(differenceOf(whole.bones, plain.bones));
  if (text.length > MARKDOWN_LIMIT) {
    const comment = render(words, language, MARKDOWN_LIMIT);
    if (comment.length > MARKDOWN_LIMIT) throw new Error(`a comment of ${comment.length} characters`);
    expectInert(bonesOf(comment));
  }
  return Math.min(words.length, plain.shown);
}

function differenceOf(found: string, wanted: string): string {
  const [here, there] = [found.split('\n'), wanted.split('\n')];
  const at = here.findIndex((bone, index) => bone !== there[index]);
  return `the tree differs at its node ${at}: ${here[at] ?? 'nothing'} in the place of ${there[at] ?? 'nothing'}`;
}

/** Names cost what a report costs: the one with the most of them is tried most. */
const stories = fc.constantFrom<StoryName>(
  'crowded',
  'crowded',
  'crowded',
  'crowded',
  'many-scenarios',
  'strange-machine',
  'grown-statement',
  'failure',
);

/** The fuzzer. */
export const markdownNames: FuzzTarget<Named> = {
  name: 'markdown-names',
  promise: 'Whatever strangers call things, the Markdown tree is the one of plain names.',
  unit: 'names',
  bounds: { ci: 1_000, usual: 20_000, release: 1_000_000 },
  inputs: stories.chain((story) =>
    fc.record({
      story: fc.constant(story),
      language: fc.constantFrom(...LANGUAGE_CODES),
      words: fc.array(hostileWords, {
        minLength: KINDS[story].slots(),
        maxLength: KINDS[story].slots(),
        size: 'max',
      }),
    }),
  ),
  check,
};
