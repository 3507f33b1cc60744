/** The history page: what it says, in which language, and that no name that somebody chose becomes anything but text. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { keepRuns } from '../../../src/baseline/kept-runs.ts';
import type { SuiteHistory } from '../../../src/domain/history.ts';
import { trendsOf } from '../../../src/judge/trend.ts';
import { renderSite, type SiteFile } from '../../../src/report/history/pages.ts';
import type { PageWords } from '../../../src/report/history/scribe.ts';
import { composeSite } from '../../../src/report/history/site.ts';
import { en } from '../../../src/report/words/en.ts';
import { history as russian } from '../../../src/report/words/ru-history.ts';
import { baselineVersions, commitOf, type Growth } from '../../fixtures/baselines.ts';

const PAGE = 'https://github.com/octo/bookshop';
const RU: PageWords = { ...en, locale: 'ru-RU', history: russian };

function suiteOf(growth: Growth): SuiteHistory {
  const versions = baselineVersions(growth);
  const runs = keepRuns(versions.at(-1) ?? null);
  for (const version of versions) runs.add(version);
  const read = { kind: 'read', read: versions.length, unreadable: 0, cut: null } as const;
  return {
    suite: growth.suite ?? 'default',
    path: '.loadgate/baseline.json',
    versions: read,
    scenarios: runs.scenarios(),
  };
}

const siteOf = (
  suites: readonly SuiteHistory[],
  words: PageWords = en,
  repository: string | null = PAGE,
): readonly SiteFile[] => renderSite(composeSite(suites, repository, trendsOf), words);

const GROWTH: Growth = {
  versions: 24,
  keep: 8,
  otherConfigFrom: 10,
  otherMachineFrom: 18,
  scenarios: ['home', 'search'],
};
const documentOf = ({ text }: SiteFile): Document => new JSDOM(text).window.document;
const files = siteOf([suiteOf(GROWTH)]);
const fileOf = (name: string, among = files): SiteFile => {
  const file = among.find((each) => each.name === name);
  if (file === undefined) throw new Error(`there is no ${name}`);
  return file;
};
const textOf = (document: Document): string => document.body.textContent?.replaceAll(/\s+/g, ' ') ?? '';

describe('the site', () => {
  it('has a record, a first page, and a page for each scenario', () => {
    expect(files.map(({ name }) => name)).toEqual([
      'history.json',
      'index.html',
      'default-home.html',
      'default-search.html',
    ]);
  });

  it('is the same bytes for the same runs', () => {
    expect(siteOf([suiteOf(GROWTH)])).toEqual(files);
  });

  it('gives each scenario a page of its own, whatever it is called', () => {
    const names = ['a b', 'a/b', '../../etc', 'ПОИСК', '搜索', '', '🦊', 'x'.repeat(300)];
    const pages = siteOf([suiteOf({ versions: 2, keep: 2, scenarios: names })]).slice(2);
    const used = pages.map(({ name }) => name);
    expect(new Set(used).size).toBe(names.length);
    for (const name of used) expect(name).toMatch(/^[\p{L}\p{N}-]{1,80}\.html$/u);
    expect(used).toContain('default-поиск.html');
  });

  it('links to nothing that is not there', () => {
    const pages = files.filter(({ name }) => name.endsWith('.html'));
    const links = pages.flatMap((page) =>
      [...documentOf(page).querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
    );
    const inner = links.filter((link) => !link.startsWith('https://'));
    expect(inner.length).toBeGreaterThan(10);
    for (const link of inner) {
      const [name = '', id] = link.split('#');
      const { text } = fileOf(decodeURI(name));
      expect(text, link).toContain(id === undefined ? '' : ` id="${id}"`);
    }
    const outer = new Set(links.filter((link) => link.startsWith('https://')));
    expect([...outer].every((link) => link === PAGE || /\/commit\/[0-9a-f]{40}$/.test(link))).toBe(true);
  });
});

describe('a page', () => {
  it.each(files.filter(({ name }) => name.endsWith('.html')))(
    '$name asks nobody for anything, and runs nothing',
    (file) => {
      const document = documentOf(file);
      const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
      const style = document.querySelector('style')?.textContent ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(policy?.getAttribute('content')).toBe(
        `default-src 'none'; script-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
      );
      expect(document.querySelectorAll('script, iframe, object, embed, [style], [onload]')).toHaveLength(0);
      expect(style).not.toMatch(/url\(|@import/);
      for (const link of document.querySelectorAll('link, img'))
        expect(link.getAttribute('href') ?? '').toMatch(/^data:/);
    },
  );

  const home = documentOf(fileOf('default-home.html'));
  const figure = home.querySelector('figure#p95');

  it('has a table with every value behind each chart', () => {
    for (const each of home.querySelectorAll('figure')) {
      expect(each.querySelectorAll('svg')).toHaveLength(1);
      expect(each.querySelectorAll('tbody tr')).toHaveLength(24);
    }
    expect(home.querySelectorAll('figure')).toHaveLength(8);
  });

  it('has a point for each run, with what it is, that leads to its commit', () => {
    const points = [...(figure?.querySelectorAll('.chart .point') ?? [])];
    expect(points).toHaveLength(24);
    const links = [...(figure?.querySelectorAll('.chart a') ?? [])];
    expect(links.map((link) => link.getAttribute('href'))).toContain(`${PAGE}/commit/${commitOf(7)}`);
    const title = links[0]?.querySelector('title')?.textContent ?? '';
    expect(title).toMatch(
      /^p95 1\d\.\d\sms\nAug 3, 2026, 09:14 UTC · 0000000 · line A\nLoadgate 0\.1\.0, autocannon 9\.0\.0\nno longer in the baseline$/,
    );
  });

  it('never joins lines of different machines or configurations', () => {
    const paths = [...(figure?.querySelectorAll('.chart path.line') ?? [])];
    const joined = paths.map((path) => path.getAttribute('d')?.match(/[ML]/g)?.join(''));
    expect(joined).toEqual([`M${'L'.repeat(9)}`, `M${'L'.repeat(7)}`, `M${'L'.repeat(5)}`]);
    expect([...(figure?.querySelectorAll('.mark') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(figure?.querySelectorAll('.rule')).toHaveLength(2);
    expect(textOf(home)).toContain('another configuration');
    expect(textOf(home)).toContain('another machine');
  });

  it('breaks a path where a run has no value', () => {
    const suite = suiteOf({ versions: 6, keep: 6 });
    const scenarios = suite.scenarios.map((scenario) => ({
      ...scenario,
      lines: scenario.lines.map((line) => ({
        ...line,
        runs: line.runs.map((run, index) => ({
          ...run,
          metrics: { ...run.metrics, p95: index === 2 ? null : 10 },
        })),
      })),
    }));
    const page = documentOf(fileOf('default-home.html', siteOf([{ ...suite, scenarios }])));
    expect(page.querySelector('#p95 path.line')?.getAttribute('d')?.match(/[ML]/g)?.join('')).toBe('MLMLL');
  });

  it('stays within its drawing, for whatever values', () => {
    const value = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e9, noNaN: true }));
    const suite = suiteOf({ versions: 5, keep: 5 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 5 }), (values) => {
        const scenarios = suite.scenarios.map((scenario) => ({
          ...scenario,
          lines: scenario.lines.map((line) => ({
            ...line,
            runs: line.runs.map((run, index) => ({
              ...run,
              metrics: { ...run.metrics, p95: values[index] ?? 0 },
            })),
          })),
        }));
        const { text } = fileOf('default-home.html', siteOf([{ ...suite, scenarios }]));
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
        const places = [...text.matchAll(/ cy="([^"]*)"/g)].map(([, place]) => Number(place));
        expect(places.length).toBeGreaterThan(5);
        for (const place of places) expect(place >= 0 && place <= 200).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('without a repository has no links to commits, and still their names', () => {
    const page = documentOf(fileOf('default-home.html', siteOf([suiteOf(GROWTH)], en, null)));
    expect(page.querySelectorAll('a[href^="https:"]')).toHaveLength(0);
    expect(textOf(page)).toContain('0007000');
  });

  it('says how much was read, and what was not', () => {
    const suite = suiteOf(GROWTH);
    const said = (versions: SuiteHistory['versions']): string =>
      textOf(documentOf(fileOf('index.html', siteOf([{ ...suite, versions }]))));
    expect(said(suite.versions)).toContain('From 24 versions of the file in git.');
    expect(said({ kind: 'read', read: 1, unreadable: 2, cut: 'shallow' })).toContain(
      'From one version of the file in git. 2 more versions are no baseline of this suite that can be read, and were left out. This clone is shallow',
    );
    expect(said({ kind: 'read', read: 0, unreadable: 0, cut: null })).toContain('no version of it is in git');
    expect(said({ kind: 'none', why: 'no-repository' })).toContain('Only what the baseline holds now');
  });
});

describe('a page in Russian', () => {
  const page = documentOf(fileOf('default-home.html', siteOf([suiteOf(GROWTH)], RU)));

  it('says so, and speaks it', () => {
    expect(page.documentElement.lang).toBe('ru');
    expect(textOf(page)).toContain('24 принятых прогона');
    expect(textOf(page)).toMatch(/1\d,\d мс|1\d,\d\sms/);
    const phrases = textOf(page).replaceAll(/Loadgate|autocannon|Node\.js/g, '');
    expect(phrases).not.toMatch(/\b(?:runs|baseline|line|noise|against)\b/);
  });

  it('has no phrase that says nothing', () => {
    const phrases = Object.values(russian).filter((phrase) => typeof phrase === 'string');
    expect(phrases.length).toBeGreaterThan(10);
    for (const phrase of phrases) expect(phrase).toMatch(/[а-яё]/i);
  });
});

const ATTACKS = [
  '<img src=x onerror=alert(1)>',
  '</title><script>alert(1)</script>',
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)",
  '</style></svg></table><h1>x',
  '--> ]]> <!-- ${7*7} {{7*7}}',
  'javascript:alert(1)',
  '&lt;b&gt; &amp; &#x3c;',
  '\u202egnp.exe\u202c\u200b\u2066',
  '\u001b[31mred',
  '__proto__x',
];

/** The bones of a page: elements with the names of their attributes, in their order. */
const bonesOf = (file: SiteFile): readonly string[] =>
  [...documentOf(file).querySelectorAll('*')].map(
    (element) => `${element.localName} ${element.getAttributeNames().join(',')}`,
  );

/** Every word that somebody can choose. */
function chosen(words: string): readonly SiteFile[] {
  const suite = suiteOf({
    ...GROWTH,
    versions: 6,
    otherConfigFrom: 3,
    suite: `s ${words}`,
    scenarios: [`a ${words}`],
  });
  const scenarios = suite.scenarios.map((scenario) => ({
    ...scenario,
    lines: scenario.lines.map((line) => ({
      ...line,
      fingerprint: `${line.fingerprint} ${words}`,
      configHash: `${line.configHash} ${words}`,
      machine:
        line.machine === null
          ? null
          : { ...line.machine, cpuModel: words, os: words, architecture: words, node: words },
      runs: line.runs.map((run) => ({ ...run, loadgate: words, engine: words })),
    })),
  }));
  return siteOf([{ ...suite, path: words, scenarios }]);
}

describe('words that somebody else chose', () => {
  const gentle = chosen('a plain name').map(bonesOf);

  it.each(ATTACKS)('%j is text', (attack) => {
    const hostile = chosen(attack);
    expect(hostile.slice(1).map(bonesOf)).toEqual(gentle.slice(1));
    for (const file of hostile.slice(1)) {
      const document = documentOf(file);
      expect(
        [...document.querySelectorAll('a')].every(({ href }) => !/^(?:javascript|data):/i.test(href)),
      ).toBe(true);
      expect(file.text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    }
  });
});

describe('history.json', () => {
  const record = JSON.parse(fileOf('history.json').text);

  it('has the numbers behind the pages', () => {
    expect(record).toMatchObject({
      schema: 1,
      madeBy: 'loadgate history',
      repository: PAGE,
      files: files.map(({ name }) => name),
    });
    const [home] = record.suites[0].scenarios;
    expect(home).toMatchObject({ scenario: 'home', page: 'default-home.html', newest: 'C' });
    expect(home.lines.map((line: { runs: unknown[] }) => line.runs.length)).toEqual([10, 8, 6]);
    expect(home.lines[0].runs[0]).toEqual({
      date: '2026-08-03T09:14:00.000Z',
      commit: commitOf(0),
      loadgate: '0.1.0',
      engine: 'autocannon 9.0.0',
      metrics: expect.objectContaining({ p95: expect.any(Number) }),
      sent: 18_000,
      inBaseline: false,
      step: 0,
    });
    expect(Object.keys(home.lines[0].trends[0])).toEqual(['metric', 'last', 'band', 'change', 'drift']);
  });
});
