/** A real browser that can reach nothing but files, and what it saw. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where it is. */
export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Why these tests cannot run here, or null. Where a browser is required, its absence is a failure. */
export function lacksChromium(): string | null {
  if (existsSync(CHROMIUM)) return null;
  const why = `there is no Chromium at ${CHROMIUM}; install one, or say where it is with CHROMIUM_PATH`;
  if (process.env['LOADGATE_REQUIRE_CHROMIUM'] === '1') throw new Error(why);
  process.stderr.write(`Skipped: ${why}.\n`);
  return why;
}

/** Generous: others are at work on this machine, too. */
export const DEADLINE_MS = 60_000;

/** Opens the browser without anything that it would do by itself. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    timeout: DEADLINE_MS,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** An open page and what happened on it. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Addresses that were asked for, the page's own included. */
  readonly requests: readonly string[];
  /** Warnings and errors of the console, and errors that nobody caught. */
  readonly complaints: readonly string[];
}

/** Opens a page. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(DEADLINE_MS);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(url);
  return { page, requests, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** When something was first to be seen, in milliseconds after the page was asked for. */
export const firstPaintOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint !== undefined) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
