/** The HTML report in a real browser, from disk: alone, quick, usable with a keyboard and without eyes, in light and dark. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPageProgram } from '../../../scripts/page-program.ts';
import { failureText } from '../../../src/report/failure.ts';
import { renderFailurePage } from '../../../src/report/html/failure-page.ts';
import { PAGE_BYTES_MAX, renderPage } from '../../../src/report/html/page.ts';
import { terminalMarks } from '../../../src/report/terminal.ts';
import { longStory } from '../../fixtures/long-run.ts';
import { type Story, tell } from '../../fixtures/told.ts';
import { FAILURES } from '../../golden/report/failures.ts';
import { STORIES } from '../../golden/report/stories.ts';
import { firstPaintOf, lacksChromium, openChromium, visit } from './chromium.ts';

const ROOT = join(import.meta.dirname, '../../..');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'loadgate-page-'));
const missing = lacksChromium() !== null;
let browser: Browser;
let program: string;

beforeAll(async () => {
  if (missing) return;
  program = await buildPageProgram(ROOT);
  browser = await openChromium();
}, 180_000);
afterAll(async () => {
  if (!missing) await browser.close();
  rmSync(folder, { recursive: true });
});

/** Writes the page of a story and returns its address. */
function addressOf(name: string, story: Story = STORIES[name]!, script: string | null = program): string {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, renderPage(tell(story), 'en', script));
  return pathToFileURL(path).href;
}

const visibleArticles = (page: Page): Promise<readonly string[]> =>
  page
    .locator('article')
    .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map(({ id }) => id));

const visibleRequests = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-request]')
    .evaluateAll((all) =>
      all.filter((each) => each.checkVisibility()).map((each) => each.querySelector('th')?.textContent ?? ''),
    );

describe.skipIf(missing)('a page of half an hour and three scenarios', () => {
  it('is small, asks for nothing, complains of nothing, and is painted soon', async () => {
    const url = addressOf('long', longStory());
    expect(readFileSync(new URL(url)).length).toBeLessThan(PAGE_BYTES_MAX);
    await using seen = await visit(browser, url);
    // Charts are drawn when they come into view.
    for (const id of ['order-latency', 'browse-storage', 'search-the-whole-catalogue-cores']) {
      await seen.page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await seen.page.locator(`#${id} .plot[data-live] canvas`).waitFor({ state: 'attached' });
    }
    expect(seen.requests).toEqual([url]);
    expect(seen.complaints).toEqual([]);
    const painted = await firstPaintOf(seen.page);
    expect(painted).toBeGreaterThan(0);
    process.stdout.write(
      `First contentful paint of ${readFileSync(new URL(url)).length} bytes after ${Math.round(painted)} ms.\n`,
    );
  });

  it('is not allowed to ask for anything', async () => {
    await using seen = await visit(browser, addressOf('two-scenarios'));
    const outcome = await seen.page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'reached',
        (error: unknown) => String(error),
      ),
    );
    expect(outcome).toContain('TypeError');
    expect(seen.complaints.join()).toContain('Content Security Policy');
  });
});

describe.skipIf(missing)('filters', () => {
  it('show one scenario, and say so in the address', async () => {
    await using seen = await visit(browser, addressOf('two-scenarios'));
    const { page } = seen;
    expect(await visibleArticles(page)).toEqual(['scenario-order', 'scenario-browse']);
    await page.getByLabel('Scenario', { exact: true }).selectOption('browse');
    expect(await visibleArticles(page)).toEqual(['scenario-browse']);
    expect(new URL(page.url()).hash).toBe('#scenario=browse');
    expect(await page.locator('#shown').textContent()).toContain('Scenarios shown: 1 of 2.');
    await page.getByLabel('Request', { exact: true }).fill('BOO');
    expect(await visibleRequests(page)).toEqual(['book']);
    expect(new URL(page.url()).hash).toBe('#scenario=browse&request=BOO');
    await page.getByRole('button', { name: 'Show everything' }).click();
    expect(await visibleArticles(page)).toHaveLength(2);
    expect(new URL(page.url()).hash).toBe('');
    expect(seen.complaints).toEqual([]);
  });

  it('are read from a link, with the place to go to', async () => {
    await using seen = await visit(
      browser,
      `${addressOf('two-scenarios')}#scenario=order&request=POST&at=order-latency`,
    );
    const { page } = seen;
    expect(await visibleArticles(page)).toEqual(['scenario-order']);
    expect(await visibleRequests(page)).toEqual(['POST /orders']);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('order-latency');
    expect(await page.locator('#order-latency').isVisible()).toBe(true);
  });

  it('follow the address when it changes, and hide what has no such request', async () => {
    await using seen = await visit(browser, addressOf('two-scenarios'));
    const { page } = seen;
    await page.evaluate(() => location.assign('#request=search'));
    await expect.poll(() => visibleArticles(page)).toEqual(['scenario-browse']);
    await page.evaluate(() => location.assign('#request=no+such+thing'));
    await expect.poll(() => page.locator('#nothing-shown').isVisible()).toBe(true);
    await page.evaluate(() => location.assign('#scenario=no-such-scenario'));
    await expect.poll(() => visibleArticles(page)).toHaveLength(2);
    expect(seen.complaints).toEqual([]);
  });
});

describe.skipIf(missing)('links', () => {
  it('lead to every section and chart, through filters that hide them', async () => {
    await using seen = await visit(browser, `${addressOf('two-scenarios')}#scenario=browse`);
    const { page } = seen;
    await page.locator('nav a[href="#conclusions"]').click();
    expect(new URL(page.url()).hash).toBe('#scenario=browse&at=conclusions');
    expect(await visibleArticles(page)).toEqual(['scenario-browse']);
    await page.locator('.card[data-scenario=browse] h3 a').click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('scenario-browse');
    await page.evaluate(() => location.assign('#scenario-order'));
    await expect.poll(() => visibleArticles(page)).toHaveLength(2);
  });
});

describe.skipIf(missing)('a keyboard', () => {
  it('reaches the report, the controls, and the points of a chart', async () => {
    await using seen = await visit(browser, addressOf('two-scenarios'));
    const { page } = seen;
    const active = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.className || document.activeElement?.id);
    await page.keyboard.press('Tab');
    expect(await active()).toBe('skip');
    await page.keyboard.press('Tab');
    expect(await active()).toBe('filter-scenario');
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await expect.poll(active).toBe('main');
    const plot = page.locator('#order-latency .plot');
    await plot.scrollIntoViewIfNeeded();
    await page.locator('#order-latency .plot[data-live][tabindex="0"]').waitFor();
    await plot.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#order-latency .said').textContent()).toMatch(
      /^1.s, p50 [\d.]+, p95 [\d.]+$/u,
    );
  });

  it('opens every fold, and scrolls every table that is too wide', async () => {
    await using seen = await visit(browser, addressOf('base-attribution'), {
      viewport: { width: 400, height: 800 },
    });
    const { page } = seen;
    const fold = page.locator('details summary').first();
    await fold.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details').first().getAttribute('open')).not.toBeNull();
    const unreachable = await page
      .locator('.scroll')
      .evaluateAll(
        (all) =>
          all.filter((each) => each.scrollWidth > each.clientWidth && (each as HTMLElement).tabIndex < 0)
            .length,
      );
    expect(unreachable).toBe(0);
    // Only tables scroll sideways, never the page.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  });
});

/** What axe finds serious or critical. */
async function seriousOf(page: Page): Promise<readonly string[]> {
  // By the debugger, as a reader's extension would: the page itself may not run it.
  await page.evaluate(AXE);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  expect(results.passes.length).toBeGreaterThan(20);
  return results.violations
    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 200)}`)
    .filter((each) => /^(?:serious|critical)/u.test(each));
}

describe.skipIf(missing)('accessibility', () => {
  it.each([
    ['base-attribution', 'light'],
    ['base-attribution', 'dark'],
    ['errors', 'light'],
    ['database-finding', 'dark'],
    ['stress', 'light'],
  ] as const)('axe finds nothing serious in %s, %s', async (name, colorScheme) => {
    await using seen = await visit(browser, addressOf(name), { colorScheme });
    const { page } = seen;
    await page.locator('figure').first().scrollIntoViewIfNeeded();
    await page.locator('.plot[data-live]').first().waitFor({ state: 'attached' });
    await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    expect(await seriousOf(page)).toEqual([]);
  });
});

describe.skipIf(missing)('colours', () => {
  it('are those of the system until the reader chooses', async () => {
    await using seen = await visit(browser, addressOf('pass'), { colorScheme: 'dark' });
    const { page } = seen;
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(17, 20, 23)');
    await page.getByLabel('Colours').selectOption('light');
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.getByLabel('Colours').selectOption('');
    expect(await ground()).toBe('rgb(17, 20, 23)');
    await page.emulateMedia({ media: 'print' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
    expect(await page.locator('#browse-latency .drawing').isVisible()).toBe(true);
    expect(await page.locator('.controls').isVisible()).toBe(false);
  });
});

describe.skipIf(missing)('without its program', () => {
  it('the page reads, draws, and offers no control that would do nothing', async () => {
    await using seen = await visit(browser, addressOf('two-scenarios'), { javaScriptEnabled: false });
    const { page } = seen;
    expect(await page.locator('h1').textContent()).toContain('Regression');
    expect(await page.locator('#order-latency .drawing').isVisible()).toBe(true);
    expect(await page.locator('#controls').isVisible()).toBe(false);
    expect(await page.locator('#hint').isVisible()).toBe(false);
  });
});

describe.skipIf(missing)('the page of a failure', () => {
  it.each([
    ['en', 'light'],
    ['ru', 'dark'],
  ] as const)(
    'asks for nothing, fits a narrow window, and axe finds nothing serious (%s, %s)',
    async (language, colorScheme) => {
      const { plan, occasion } = tell(STORIES['regression']!);
      const path = join(folder, `failure.${language}.html`);
      const input = {
        failure: FAILURES['failure-service-exited']!,
        plan,
        configPath: '.github/loadgate.yml',
        occasion,
        at: '2026-11-23T10:00:00.000Z',
      };
      writeFileSync(path, renderFailurePage(input, language));
      const url = pathToFileURL(path).href;
      await using seen = await visit(browser, url, { colorScheme, viewport: { width: 400, height: 800 } });
      const { page } = seen;
      const marks = terminalMarks({ colour: false });
      const { message } = failureText(input.failure, language, marks);
      expect(await page.locator('h1').textContent()).toBe(message.replaceAll('`', ''));
      expect(await page.locator('#seen pre').isVisible()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
      // The style was let in by its hash.
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        colorScheme === 'dark' ? 'rgb(17, 20, 23)' : 'rgb(255, 255, 255)',
      );
      expect(seen.requests).toEqual([url]);
      expect(seen.complaints).toEqual([]);
      expect(await seriousOf(page)).toEqual([]);
    },
  );
});
