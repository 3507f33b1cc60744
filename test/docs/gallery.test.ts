/** The gallery of comments shows what the program writes today. Its pictures depend on fonts, and are only asked for. */
import { expect, it } from 'vitest';
import { galleryPages } from '../../scripts/gallery.ts';
import { listFiles, readText } from './repository.ts';

const PAGES = galleryPages();
const FILES = listFiles().filter((path) => path.startsWith('docs/gallery/'));

it.each(PAGES)('$path is current (npm run gallery writes it)', ({ path, text }) => {
  expect(readText(path)).toBe(text);
});

it('has a picture in light and dark for each comment, and nothing else', () => {
  const comments = PAGES.map(({ path }) => path).filter((path) => !path.endsWith('README.md'));
  const pictures = comments.flatMap((path) =>
    ['light', 'dark'].map((look) => path.replace(/\.md$/u, `-${look}.png`)),
  );
  expect(FILES.toSorted()).toEqual([...PAGES.map(({ path }) => path), ...pictures].toSorted());
});
