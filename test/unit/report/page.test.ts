/** The page is whole, sound HTML that says everything that the comment says, and loads nothing. */
import { createHash } from 'node:crypto';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { PAGE_BYTES_MAX, type PageRecord, renderPage } from '../../../src/report/html/page.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { LANGUAGES, penOf } from '../../../src/report/pen.ts';
import { KINDS, type Sentences, sentencesOf } from '../../../src/report/sentences.ts';
import type { Words } from '../../../src/report/words/words.ts';
import { clean } from '../../../src/report/inert.ts';
import { sliceOf } from '../../fixtures/measured.ts';
import { longStory } from '../../fixtures/long-run.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

const PROGRAM = 'globalThis.ran = true;';
/** What the program of the page may take of that. */
const PROGRAM_MAX = 600_000;

const pageOf = (name: string, program: string | null = null): string =>
  renderPage(tell(STORIES[name]!), 'en', program);
const documentOf = (html: string): Document => new JSDOM(html).window.document;
const squeezed = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/gu, ' ').trim();

const same = (text: string): string => clean(text, 500);
/** Words alone: how they are spaced is the page's business. */
const bare = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/gu, '');

/** What a finding says of its scenario, without what is said once of all. */
const ownWords = (say: Sentences, finding: Finding, words: Words): string =>
  say.group({ findings: [finding] }).replace(words.findingCodas[finding.name] ?? '', '');

describe.each(Object.keys(STORIES))('the page of %s', (name) => {
  const told = tell(STORIES[name]!);
  const html = renderPage(told, 'en', null);
  const document = documentOf(html);

  it('is one document in one language, with one title and one main part', () => {
    expect(html.startsWith('<!doctype html>')).toBe(true);
    expect(document.documentElement.lang).toBe('en');
    expect(document.title).not.toBe('');
    for (const only of ['h1', 'main', 'nav', 'header']) {
      expect(document.querySelectorAll(only), only).toHaveLength(1);
    }
  });

  it('has headings that skip no level', () => {
    const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) =>
      Number(tagName[1]),
    );
    const skipped = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
    expect(skipped).toEqual([]);
  });

  it('has tables with captions, and headings that say what they are of', () => {
    const tables = [...document.querySelectorAll('table')];
    expect(tables.length).toBeGreaterThan(3);
    for (const table of tables) {
      expect(squeezed(table.caption?.textContent)).not.toBe('');
      expect([...table.querySelectorAll('th')].filter((cell) => !cell.hasAttribute('scope'))).toEqual([]);
      const widths = [...table.rows].map(({ cells }) => cells.length);
      expect(new Set(widths).size, squeezed(table.caption?.textContent)).toBe(1);
      expect(
        [...table.querySelectorAll('thead th')].filter((cell) => squeezed(cell.textContent) === ''),
      ).toEqual([]);
    }
  });

  it('has ids that are each there once, and links that lead somewhere', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) =>
      link.getAttribute('href')?.slice(1),
    );
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !ids.includes(target ?? ''))).toEqual([]);
    const named = [...document.querySelectorAll('[aria-labelledby]')].map((each) =>
      each.getAttribute('aria-labelledby'),
    );
    expect(named.filter((target) => !ids.includes(target ?? ''))).toEqual([]);
  });

  it('has a drawing and numbers for every chart', () => {
    const record: PageRecord = JSON.parse(document.querySelector('#record')?.textContent ?? '');
    const figures = [...document.querySelectorAll('figure')];
    expect(figures.map(({ id }) => id).toSorted()).toEqual(Object.keys(record.charts).toSorted());
    for (const figure of figures) {
      expect(figure.querySelector('svg path.line')?.getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+/u);
      expect(figure.querySelector('svg')?.outerHTML).not.toMatch(/NaN|Infinity|undefined/u);
      expect(figure.querySelector('[role=img]')?.getAttribute('aria-label')).toMatch(/ from .* to /u);
    }
    for (const chart of Object.values(record.charts)) {
      expect(chart.lines.length).toBeLessThanOrEqual(3);
      expect(new Set(chart.lines.map(({ values }) => values.length)).size).toBe(1);
    }
  });

  it('says every sentence of the comment, where the comment says it', () => {
    const words = LANGUAGES.en;
    const marks = { name: same, prose: same, command: same, code: same, strong: same, link: same };
    const pen = penOf(words, marks, told.report.headline.scenarios);
    const say = sentencesOf(words, pen);
    const { headline, findings, reasons, method } = told.report;
    const inSection = (id: string, sentence: string): void => {
      const title = /^[^.]*\. /u.exec(sentence)?.[0] ?? '';
      const text = bare(document.querySelector(id)?.textContent);
      for (const part of [title, sentence.slice(title.length)]) expect(text, id).toContain(bare(part));
    };
    inSection('.banner', words.headline(headline, pen));
    inSection('.banner', words.action(headline, pen));
    for (const { findings: group } of findings.limitation) {
      for (const finding of group) inSection('#limits', ownWords(say, finding, words));
    }
    for (const kind of KINDS) {
      for (const { findings: group } of findings[kind]) {
        for (const finding of group) inSection('#says', ownWords(say, finding, words));
      }
    }
    for (const reason of reasons) inSection('#conclusions', say.reason(reason));
    inSection('#conclusions', words.closing(headline, pen));
    for (const { findings: group } of findings.recommendation) {
      for (const finding of group) inSection('#conclusions', ownWords(say, finding, words));
    }
    for (const line of words.method(method, pen)) inSection('#method', line);
  });

  it('has every finding with its evidence', () => {
    const { findings } = told;
    const items = [...document.querySelectorAll('.evidence > li')];
    expect(items).toHaveLength(findings.length);
    expect(items.map((item) => squeezed(item.querySelector('summary code')?.textContent))).toEqual(
      findings.map((finding) => finding.name),
    );
    for (const item of items) expect(item.querySelector('dl'), squeezed(item.textContent)).not.toBeNull();
  });

  it('names nothing that would be loaded', () => {
    const loading =
      'link[href]:not([href^="data:"]),img,iframe,object,embed,video,audio,source,use,image,script[src],[style],[background]';
    expect([...document.querySelectorAll(loading)].map(({ outerHTML }) => outerHTML)).toEqual([]);
    expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import|expression/iu);
    expect(
      [...document.querySelectorAll('*')]
        .flatMap((each) => each.getAttributeNames())
        .filter((each) => each.startsWith('on')),
    ).toEqual([]);
  });
});

describe('the policy of a page', () => {
  it('allows the one script that it has, by its hash, and nothing else', () => {
    const document = documentOf(pageOf('pass', PROGRAM));
    const policy =
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    const script = document.querySelector('script:not([type])')?.textContent ?? '';
    expect(script.trim()).toBe(PROGRAM);
    const hash = createHash('sha256').update(script, 'utf8').digest('base64');
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(policy).not.toMatch(/https?:|\*/u);
  });

  it('allows no script at all on a page without one', () => {
    const document = documentOf(pageOf('pass'));
    expect(document.querySelectorAll('script:not([type="application/json"])')).toHaveLength(0);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(
      "script-src 'none'",
    );
    expect(document.querySelector<HTMLFormElement>('#controls')?.hidden).toBe(true);
  });

  it.each(['a</script>b', '<!-- a'])('refuses a program that could end its element: %s', (program) => {
    expect(() => pageOf('pass', program)).toThrow(RangeError);
  });
});

describe('a long run', () => {
  const told = tell(longStory());
  const html = renderPage(told, 'en', null);

  it('fits, with its program', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(PAGE_BYTES_MAX - PROGRAM_MAX);
  });

  it('thins its tables, and says so', () => {
    const document = documentOf(html);
    const times = [...document.querySelectorAll('table')].find(
      (table) => squeezed(table.caption?.textContent) === 'Numbers behind the charts',
    );
    expect(times?.rows.length).toBeLessThan(130);
    expect(times?.rows.length).toBeGreaterThan(60);
  });

  it('has finer charts than the comment, and the curves of the probes on the same axis', () => {
    const record: PageRecord = JSON.parse(documentOf(html).querySelector('#record')?.textContent ?? '');
    expect(record.charts['browse-latency']?.lines[0]?.values.length).toBe(600);
    expect(record.charts['browse-cores']?.lines).toHaveLength(3);
    expect(record.charts['browse-cores']?.seconds).toBe(record.charts['browse-latency']?.seconds);
    expect(record.charts['browse-resident']?.lines[0]?.values.length).toBe(600);
    expect(record.charts['browse-storage']?.lines).toHaveLength(2);
  });
});

it('fifty scenarios with two hundred requests each fit, too', () => {
  const slice = sliceOf({ seconds: 4, rate: 100 });
  const told = tell({
    slices: Array.from({ length: 50 }, (_, at) => ({
      ...slice,
      scenario: `scenario ${at} with a long name`,
    })),
  });
  const requests = Array.from({ length: 200 }, (_, at) => ({
    name: `GET /a/rather/long/path/${at}`,
    sent: 12_345,
    throughput: 617.25,
    failed: 12,
    p50: 8.12,
    p95: 12.34,
    p99: 45.6,
  }));
  const scenarios = told.report.scenarios.map((scenario) => ({ ...scenario, requests }));
  const program = 'x'.repeat(PROGRAM_MAX);
  const html = renderPage({ ...told, report: { ...told.report, scenarios } }, 'en', program);
  expect(Buffer.byteLength(html)).toBeLessThan(PAGE_BYTES_MAX);
  expect(html).toMatch(/… and 1\d\d more\./u);
  expect(html.match(/<article /gu)).toHaveLength(50);
});
