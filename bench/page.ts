/** How soon the HTML report of a 30-minute run of three scenarios is painted in Chromium, from disk: `npm run bench:page`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPageProgram } from '../scripts/page-program.ts';
import { renderPage } from '../src/report/html/page.ts';
import { firstPaintOf, openChromium, visit } from '../test/e2e/page/chromium.ts';
import { longStory } from '../test/fixtures/long-run.ts';
import { tell } from '../test/fixtures/told.ts';
import { median, say } from './field.ts';

const VISITS = 9;
const LIMIT_MS = 1_000;

const told = tell(longStory());
const program = await buildPageProgram(join(import.meta.dirname, '..'));
renderPage(told, 'en', program);
const started = performance.now();
const html = renderPage(told, 'en', program);
const rendered = performance.now() - started;
const folder = mkdtempSync(join(tmpdir(), 'loadgate-page-'));
const path = join(folder, 'report.html');
writeFileSync(path, html);
const browser = await openChromium();
const paints: number[] = [];
for (let turn = 0; turn < VISITS; turn += 1) {
  await using seen = await visit(browser, pathToFileURL(path).href);
  paints.push(await firstPaintOf(seen.page));
}
await browser.close();
rmSync(folder, { recursive: true });
const [middle, worst] = [median(paints), Math.max(...paints)];
say(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, ${browser.browserType().name()} ${browser.version()}`,
);
say(
  `${Buffer.byteLength(html)} bytes, of which ${Buffer.byteLength(program)} are the program; rendered in ${Math.round(rendered)} ms`,
);
say(
  `First contentful paint: median ${Math.round(middle)} ms, worst of ${VISITS} ${Math.round(worst)} ms (to be below ${LIMIT_MS} ms)`,
);
if (!(middle < LIMIT_MS)) process.exitCode = 1;
