/** Looks at a page in a real Chromium: what it asks for, what it complains about, what axe finds, and whether it fits. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const PATH = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const DEADLINE_MS = 60_000;
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium lies; null, and said, where there is none. @throws Error there with `LOADGATE_REQUIRE_CHROMIUM=1` */
export const CHROMIUM: string | null = findChromium();

function findChromium(): string | null {
  if (existsSync(PATH)) return PATH;
  const how = `There is no Chromium at ${PATH}: pages are not looked at (CHROMIUM_PATH says where it is).`;
  if (process.env['LOADGATE_REQUIRE_CHROMIUM'] === '1') throw new Error(how);
  console.warn(how);
  return null;
}

/** What was seen of a page. */
export interface Seen {
  /** Addresses that were asked for, the page's own included. */
  readonly requests: readonly string[];
  /** What the console and the page complained about. */
  readonly complaints: readonly string[];
  /** Serious and critical findings of axe, each with where it is. */
  readonly violations: readonly string[];
  /** By how many pixels the page is wider than the window. */
  readonly overflow: number;
  readonly charts: number;
  /** True when the style sheet was let in by the page's own policy. */
  readonly styled: boolean;
}

/** Starts Chromium. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: PATH, args: ARGS, timeout: DEADLINE_MS });
}

/** Opens a page of its own and looks at it, with every fold open. */
export async function lookAt(
  browser: Browser,
  url: string,
  { scheme, width }: { readonly scheme: 'light' | 'dark'; readonly width: number },
): Promise<Seen> {
  // axe has to be put in, which the page's policy would forbid.
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(DEADLINE_MS);
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url, { waitUntil: 'load' });
    const seen = await page.evaluate(measure);
    const asked = [...requests];
    await page.evaluate(await axeSource());
    const violations = await page.evaluate(runAxe);
    return { ...seen, requests: asked.map(decode), complaints, violations };
  } finally {
    await context.close();
  }
}

const decode = (url: string): string => new URL(url).href;

async function axeSource(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
}

/** Runs in the page. */
function measure(): Pick<Seen, 'overflow' | 'charts' | 'styled'> {
  const { document, innerWidth, getComputedStyle } = globalThis as unknown as PageGlobals;
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  return {
    overflow: document.documentElement.scrollWidth - innerWidth,
    charts: [...document.querySelectorAll('svg')].length,
    styled: getComputedStyle(document.body).margin === '0px',
  };
}

/** Runs in the page, after axe. */
async function runAxe(): Promise<readonly string[]> {
  const { axe, document } = globalThis as unknown as PageGlobals;
  const { violations } = await axe.run(document);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html}`));
}

/** What the functions above use of the page. */
interface PageGlobals {
  readonly document: {
    readonly documentElement: { readonly scrollWidth: number };
    readonly body: object;
    querySelectorAll(selector: string): Iterable<{ open: boolean }>;
  };
  readonly innerWidth: number;
  readonly getComputedStyle: (element: object) => { readonly margin: string };
  readonly axe: {
    run(document: object): Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly impact: string;
        readonly nodes: readonly { readonly html: string }[];
      }[];
    }>;
  };
}
