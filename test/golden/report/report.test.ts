/** Reports against committed text: Markdown and terminal in every language, and what other programs read. `npm run golden` writes them anew: read the difference before you commit it. */
import { describe, expect, it } from 'vitest';
import { type Language, LANGUAGE_CODES } from '../../../src/domain/language.ts';
import { renderFailureMarkdown, renderFailureTerminal } from '../../../src/report/failure.ts';
import { formatsOfFailure, renderFormat } from '../../../src/report/formats.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { LANGUAGES } from '../../../src/report/pen.ts';
import { widthOf } from '../../../src/report/terminal-text.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { tell } from '../../fixtures/told.ts';
import { FAILURES } from './failures.ts';
import { STORIES, storyOf } from './stories.ts';

/** The format that grows with every second: one story of a build alone with a watched service, one of two builds. */
const WITH_TIMELINE = ['database-finding', 'base-pass'];

/** Overviews with and without a comparison, of one and several scenarios, and of a search. */
const AT_WIDTHS = ['base-regression', 'two-scenarios', 'first-run', 'stress'];
const WIDTHS = [40, 60, 80, 120];

/** From its headline to where the limits of the measurement begin: what depends on the width beyond where lines end. */
function overviewOf(text: string): string {
  const headings: readonly string[] = LANGUAGE_CODES.map((code) => `\n\n${LANGUAGES[code].labels.limits}\n`);
  const ends = headings.map((heading) => text.indexOf(heading)).filter((at) => at > 0);
  return `${text.slice(0, Math.min(text.length, ...ends)).trimEnd()}\n`;
}

const LOOK = { width: 100, colour: false };

/** `pass/expected.md`, `pass/expected.ru.md`. */
const fileOf = (name: string, language: Language, format: 'md' | 'txt'): string =>
  `${name}/expected.${language === 'en' ? '' : `${language}.`}${format}`;

describe.each(Object.entries(STORIES))('%s', (name, story) => {
  const told = tell(story);
  const { report } = told;

  it.each(LANGUAGE_CODES)('as Markdown (%s)', async (language) => {
    const text = `${renderMarkdown(report, language)}\n`;
    await expect(text).toMatchFileSnapshot(fileOf(name, language, 'md'));
  });

  it.each(LANGUAGE_CODES)('in a terminal (%s)', async (language) => {
    const text = `${renderTerminal(report, language, LOOK)}\n`;
    await expect(text).toMatchFileSnapshot(fileOf(name, language, 'txt'));
  });

  it('as JUnit XML', async () => {
    await expect(renderFormat('junit', told, 'en')).toMatchFileSnapshot(`${name}/expected.junit.xml`);
  });

  it('as OpenMetrics', async () => {
    await expect(renderFormat('openmetrics', told, 'en')).toMatchFileSnapshot(`${name}/expected.openmetrics.txt`);
  });
});

describe.each(AT_WIDTHS)('%s in a terminal of', (name) => {
  const { report } = tell(storyOf(name));
  it.each(WIDTHS.flatMap((width) => LANGUAGE_CODES.map((language) => [width, language] as const)))(
    '%d columns (%s)',
    async (width, language) => {
      const text = `${renderTerminal(report, language, { width, colour: false })}\n`;
      // Addresses and the like are broken, so that nothing is wider.
      expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(width);
      await expect(overviewOf(text)).toMatchFileSnapshot(
        `${name}/overview.${width}${language === 'en' ? '' : `.${language}`}.txt`,
      );
    },
  );
});

it.each(WITH_TIMELINE)('%s as CSV', async (name) => {
  const text = renderFormat('csv', tell(storyOf(name)), 'en');
  await expect(text).toMatchFileSnapshot(`${name}/expected.timeline.csv`);
});

describe.each(Object.entries(FAILURES))('%s', (name, failure) => {
  it.each(LANGUAGE_CODES)('as Markdown (%s)', async (language) => {
    const text = `${renderFailureMarkdown(failure, language)}\n`;
    await expect(text).toMatchFileSnapshot(fileOf(name, language, 'md'));
  });

  it.each(LANGUAGE_CODES)('in a terminal (%s)', async (language) => {
    const text = `${renderFailureTerminal(failure, language, LOOK)}\n`;
    await expect(text).toMatchFileSnapshot(fileOf(name, language, 'txt'));
  });

  const failed = { failure, suite: 'bookshop', exitCode: 2, at: '2026-11-23T10:00:00.000Z' };
  it.each([
    ['junit', 'junit.xml'],
    ['openmetrics', 'openmetrics.txt'],
  ] as const)('as %s', async (format, file) => {
    const [made] = formatsOfFailure([format], failed, 'en');
    await expect(made?.text()).toMatchFileSnapshot(`${name}/expected.${file}`);
  });
});
