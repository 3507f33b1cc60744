/** The gallery of comments shows what the program of today says about the recorded runs. Its pictures depend on fonts, and are only asked for. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { galleryExhibits, pagesOf, recordedPaths } from '../../scripts/gallery/pages.ts';
import { RECORDING_BYTES_MAX } from '../../scripts/gallery/recording.ts';
import { listFiles, readText, ROOT } from './repository.ts';

const EXHIBITS = await galleryExhibits();
const PAGES = pagesOf(EXHIBITS);
const FILES = listFiles().filter((path) => path.startsWith('docs/gallery/'));

it.each(PAGES)('$path is current (npm run gallery writes it)', ({ path, text }) => {
  expect(readText(path)).toBe(text);
});

it.each(EXHIBITS)('$name comes out as expected (npm run gallery:record measures it)', ({ misses }) => {
  expect(misses).toEqual([]);
});

it('has recordings, a picture in light and dark for each comment, and nothing else', () => {
  const comments = PAGES.map(({ path }) => path).filter((path) => !path.endsWith('README.md'));
  const pictures = comments.flatMap((path) =>
    ['light', 'dark'].map((look) => path.replace(/\.md$/u, `-${look}.png`)),
  );
  const wanted = [...PAGES.map(({ path }) => path), ...pictures, ...recordedPaths()];
  expect(EXHIBITS).not.toEqual([]);
  expect(FILES.toSorted()).toEqual(wanted.toSorted());
});

it('stays small', () => {
  const sizeOf = (paths: readonly string[]): number =>
    paths.reduce((sum, path) => sum + statSync(join(ROOT, path)).size, 0);
  const byStory = Map.groupBy(recordedPaths(), (path) => path.split('/').at(-2));
  for (const [name, paths] of byStory) expect(sizeOf(paths), name).toBeLessThan(RECORDING_BYTES_MAX);
  expect(sizeOf(FILES.filter((path) => path.endsWith('.png')))).toBeLessThan(3_500_000);
});
