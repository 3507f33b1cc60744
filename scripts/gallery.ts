/**
 * Writes docs/gallery: what a comment looks like in each situation, as Markdown and as pictures in light and dark. `npm run gallery`; with names, only their pictures are taken
 * again. Needs Chromium and a font with emoji (see picture.ts).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderMarkdown } from '../src/report/markdown.ts';
import type { Language } from '../src/domain/language.ts';
import { tell } from '../test/fixtures/told.ts';
import { STORIES } from '../test/golden/report/stories.ts';
import { openStudio, USUAL } from './picture.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = 'docs/gallery';

/** One comment of the gallery. */
interface Exhibit {
  /** Name of its files. */
  readonly name: string;
  /** Name of the story that it tells. */
  readonly story: string;
  readonly language: Language;
  readonly title: string;
  /** What there is to see. */
  readonly sentence: string;
}

const exhibit = (name: string, story: string, title: string, sentence: string): Exhibit => ({
  name,
  story,
  language: 'en',
  title,
  sentence,
});

/** In the order in which they are shown. */
const EXHIBITS: readonly Exhibit[] = [
  exhibit(
    'pass',
    'pass',
    'Pass',
    'Nothing got worse: one screen, with what could have gone unseen; the rest folds.',
  ),
  exhibit('first-run', 'first-run', 'First run', 'There is nothing to compare with yet, and it says so.'),
  exhibit(
    'regression',
    'regression',
    'Regression against the stored baseline',
    'How much slower between which ends, beside the course of the last runs, and both distributions.',
  ),
  exhibit(
    'regression-beside',
    'base-attribution',
    'Regression against the base commit',
    'Both builds on one machine, in turns; where the added time of an answer went.',
  ),
  exhibit(
    'improvement',
    'improvement',
    'Improvement',
    'It got faster: nothing to do, and how to hold the gain.',
  ),
  exhibit(
    'inconclusive',
    'inconclusive',
    'Inconclusive',
    'Too noisy to tell, said as that, with what would sharpen it.',
  ),
  exhibit(
    'void',
    'void-generator-bound',
    'Void',
    'The generator was the bottleneck, so nothing of it is judged: neither green nor red.',
  ),
  exhibit('breach', 'breach', 'Breach', 'An absolute limit is broken, whatever the baseline.'),
  exhibit(
    'ramp',
    'ramp-knee',
    'A ramp with a knee',
    'More and more users: latency against load, and where the line bends.',
  ),
  exhibit(
    'stress',
    'stress',
    'A search for the limit',
    'Step by step to what the service carries: capacity, knee, how it scales, whether it recovers.',
  ),
  exhibit(
    'database-finding',
    'database-finding',
    'A finding about the database',
    'One statement runs thirty times for each request: named first, with what to do about it.',
  ),
  exhibit(
    'ten-scenarios',
    'ten-scenarios',
    'Ten scenarios',
    'One row each, what needs attention first; the others fold.',
  ),
  exhibit(
    'hostile-names',
    'hostile-names',
    'Hostile names',
    'Names, messages and a suite that try to be markup, and stay text.',
  ),
  {
    ...exhibit(
      'russian',
      'regression',
      'In Russian',
      'The regression above with `language: ru`: words, plurals, numbers and units of the language.',
    ),
    language: 'ru',
  },
];

/** A page of the gallery as it should be. */
export interface Page {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

/** All pages: each comment, and the table of contents. */
export function galleryPages(): readonly Page[] {
  const comments = EXHIBITS.map((each) => ({
    path: `${FOLDER}/${each.name}.md`,
    text: `${commentOf(each)}\n`,
  }));
  return [{ path: `${FOLDER}/README.md`, text: contents() }, ...comments];
}

function commentOf({ story: name, language }: Exhibit): string {
  const story = STORIES[name];
  if (story === undefined) throw new Error(`There is no story ${name}`);
  return renderMarkdown(tell(story).report, language);
}

const INTRODUCTION = `# Gallery

What the comment says in each situation. The measurements are made up, so that what is true of them is known; verdict, findings and words are the
program's own. Each picture shows the Markdown below it as GitHub renders it. \`npm run gallery\` writes all of this again.`;

function contents(): string {
  const list = EXHIBITS.map(({ title, sentence }) => `- [${title}](#${anchorOf(title)}). ${sentence}`);
  const parts = EXHIBITS.map(({ name, title, sentence }) =>
    [
      `## ${title}`,
      `${sentence} [The Markdown](${name}.md), [light](${name}-light.png), [dark](${name}-dark.png).`,
      [
        '<picture>',
        `  <source media="(prefers-color-scheme: dark)" srcset="${name}-dark.png">`,
        `  <img alt="The comment: ${title}" src="${name}-light.png" width="830">`,
        '</picture>',
      ].join('\n'),
    ].join('\n\n'),
  );
  return `${[INTRODUCTION, list.join('\n'), ...parts].join('\n\n')}\n`;
}

/** As GitHub names headings in addresses. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

/** Narrow enough to be shown as it is, in the smallest files. */
const PICTURE = { ...USUAL, width: 830, scale: 1 };

async function takePictures(exhibits: readonly Exhibit[]): Promise<void> {
  await using studio = await openStudio();
  for (const each of exhibits) {
    for (const look of ['light', 'dark']) {
      const output = join(ROOT, FOLDER, `${each.name}-${look}.png`);
      const height = await studio.photograph(commentOf(each), output, { ...PICTURE, dark: look === 'dark' });
      process.stdout.write(`${each.name}-${look}.png: ${Math.round(height)} pixels high\n`);
    }
  }
}

if (import.meta.main) {
  const names = process.argv.slice(2);
  await mkdir(join(ROOT, FOLDER), { recursive: true });
  for (const { path, text } of galleryPages()) await writeFile(join(ROOT, path), text);
  await takePictures(EXHIBITS.filter(({ name }) => names.length === 0 || names.includes(name)));
}
