/** The pages of the gallery: each comment as the program of today writes it about a recorded run, and the table of contents. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { missesOfRecording } from './expected.ts';
import { isRecorded, RECORDED, RECORDED_FILES, retell } from './recording.ts';
import { type GalleryStory, recordingOf, shootOf, STORIES } from './stories.ts';

/** Where the pages lie, relative to the repository. */
export const FOLDER = 'docs/gallery';

/** A page of the gallery as it should be. */
export interface Page {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

/** A story that is recorded, with its comment. */
export interface Exhibit extends GalleryStory {
  readonly markdown: string;
  /** What is not as the story says; none when it is. */
  readonly misses: readonly string[];
}

/** Every story that is recorded, told as it is today. @throws Error when a recording cannot be told any more, with the command that makes a new one */
export function galleryExhibits(): Promise<readonly Exhibit[]> {
  return Promise.all(STORIES.filter(hasRecording).map(exhibitOf));
}

/** All pages: each comment, and the table of contents. */
export function pagesOf(exhibits: readonly Exhibit[]): readonly Page[] {
  const comments = exhibits.map(({ name, markdown }) => ({
    path: `${FOLDER}/${name}.md`,
    text: `${markdown}\n`,
  }));
  return [{ path: `${FOLDER}/README.md`, text: contents(exhibits) }, ...comments];
}

/** Paths of the files that recorded runs consist of, relative to the repository. */
export function recordedPaths(): readonly string[] {
  return STORIES.filter((story) => 'config' in story.shoot && hasRecording(story)).flatMap(({ name }) =>
    Object.values(RECORDED_FILES)
      .filter((file) => existsSync(join(RECORDED, name, file)))
      .map((file) => `${FOLDER}/recorded/${name}/${file}`),
  );
}

const folderOf = (story: GalleryStory): string => join(RECORDED, recordingOf(story));

const hasRecording = (story: GalleryStory): boolean => isRecorded(folderOf(story));

async function exhibitOf(story: GalleryStory): Promise<Exhibit> {
  const retold = await retell(folderOf(story), recordingOf(story));
  return {
    ...story,
    markdown: renderMarkdown(retold.judged.report, story.language),
    misses: missesOfRecording(shootOf(story), retold),
  };
}

const INTRODUCTION = `# Gallery

What the comment says in each situation. Each tells a real run that was recorded: a service of this repository, booted from two commits, loaded and measured by the program, and kept
unedited in [\`recorded\`](recorded). Only the pull request around it is made up. \`npm run gallery:record -- --all\` measures all of them anew on this machine; \`npm run gallery\` judges what
was recorded, tells it, and takes the pictures, each of the Markdown beside it as GitHub renders it.`;

function contents(exhibits: readonly Exhibit[]): string {
  const list = exhibits.map(({ title, sentence }) => `- [${title}](#${anchorOf(title)}). ${sentence}`);
  const missing = STORIES.filter((story) => !hasRecording(story)).map(({ title }) => title);
  const lack = missing.length === 0 ? [] : [`Not recorded yet: ${missing.join(', ')}.`];
  return `${[INTRODUCTION, list.join('\n'), ...lack, ...exhibits.map(sectionOf)].join('\n\n')}\n`;
}

function sectionOf({ name, title, sentence }: Exhibit): string {
  return [
    `## ${title}`,
    `${sentence} [The Markdown](${name}.md), [light](${name}-light.png), [dark](${name}-dark.png).`,
    [
      '<picture>',
      `  <source media="(prefers-color-scheme: dark)" srcset="${name}-dark.png">`,
      `  <img alt="The comment: ${title}" src="${name}-light.png" width="830">`,
      '</picture>',
    ].join('\n'),
  ].join('\n\n');
}

/** As GitHub names headings in addresses. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
