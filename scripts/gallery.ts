/**
 * Writes docs/gallery: what a comment looks like in each situation, as Markdown and as pictures in light and dark, from the recorded runs (`npm run gallery:record`), and the picture of
 * the README. `npm run gallery`; with names, only their pictures are taken again. Needs Chromium and a font with emoji (see picture.ts).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Exhibit, FOLDER, galleryExhibits, pagesOf } from './gallery/pages.ts';
import { toPalette } from './gallery/palette.ts';
import { openStudio, type Picture, type Studio, USUAL } from './picture.ts';

const ROOT = join(import.meta.dirname, '..');

/** Narrow enough to be shown as it is, in the smallest files. */
const SMALL: Picture = { ...USUAL, width: 830, scale: 1 };

/** The picture of the README: that of this story, in light, and sharp on every screen. */
const FRONT = { story: 'regression', path: 'docs/images/comment.png', picture: USUAL } as const;

async function takePictures(exhibits: readonly Exhibit[]): Promise<void> {
  await using studio = await openStudio();
  for (const { name, markdown, open } of exhibits) {
    await take(studio, markdown, `${FOLDER}/${name}-light.png`, { ...SMALL, open });
    await take(studio, markdown, `${FOLDER}/${name}-dark.png`, { ...SMALL, open, dark: true });
    if (name === FRONT.story) await take(studio, markdown, FRONT.path, FRONT.picture);
  }
}

async function take(studio: Studio, markdown: string, path: string, picture: Picture): Promise<void> {
  const file = join(ROOT, path);
  const height = await studio.photograph(markdown, file, picture);
  const small = toPalette(await readFile(file));
  await writeFile(file, small);
  process.stdout.write(`${path}: ${Math.round(height)} pixels high, ${Math.ceil(small.length / 1_000)} kB\n`);
}

const names = process.argv.slice(2);
const exhibits = await galleryExhibits();
for (const { name, misses } of exhibits)
  if (misses.length > 0)
    throw new Error(
      `${name} is not what it was: ${misses.join('; ')}. Record it again: npm run gallery:record -- --only ${name} --again`,
    );
await mkdir(join(ROOT, FOLDER), { recursive: true });
for (const { path, text } of pagesOf(exhibits)) await writeFile(join(ROOT, path), text);
await takePictures(exhibits.filter(({ name }) => names.length === 0 || names.includes(name)));
