/** S9: on the page, too, words that somebody else chose are text: the tree of elements is the one that plain words make. */
import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { picturesOf, renderPage } from '../../../src/report/html/page.ts';
import { bytes, millis } from '../../../src/domain/units.ts';
import { k6Engine } from '../../fixtures/k6.ts';
import { HOSTED, sliceOf } from '../../fixtures/measured.ts';
import { cgroupOf, databaseOf, resourcesOf, runtimeOf, statementOf } from '../../fixtures/resources.ts';
import { tell } from '../../fixtures/told.ts';

const GENTLE = 'a plain name';

/** What people have tried to get into pages, and what breaks them. */
const ATTACKS = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '</SCRIPT ><script>alert(1)//',
  '<!--<script>',
  '--><script>alert(1)</script><!--',
  '</style><style>*{display:none}',
  '</title><script>alert(1)</script>',
  '</code></td></tr></table></details></main>',
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  '` onmouseover=`alert(1)',
  '"><svg onload=alert(1)>',
  ']]><x>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#x3c;script&#x3e;',
  '\u2028alert(1)\u2029',
  '\ue000\ue002\ue004https://evil.example\ue005x',
  '🟦 🟧 🟩',
  '{scenarios} {{x}} ${alert(1)}',
  'javascript:alert(1)',
  '\u202egnp.exe\u202c \u200b\ufeff',
  '\u0000\u0007\ud800\u001b[31m',
  'x'.repeat(10_000),
  '   ',
  '__proto__',
  'constructor',
] as const;

/** A run in which a stranger chose every word that a stranger can choose. */
function toldWith(words: string) {
  const statement = statementOf({ text: words });
  return tell({
    slices: [
      sliceOf({
        seed: 7,
        seconds: 4,
        rate: 100,
        scenario: `s ${words}`,
        requests: [
          { name: `a ${words}`, weight: 1, median: 8, spread: 0.3 },
          { name: `b ${words}`, weight: 1, median: 40, spread: 0.3 },
        ],
        failures: { httpError: 900 },
        errors: [{ message: `m ${words}`, count: 900 }],
        engine: k6Engine({
          thresholds: [{ metric: `k ${words}`, expression: words, value: 3, unit: null, crossed: true }],
        }),
        host: { others: [{ name: `o ${words}`, cores: 0.9 }] },
        resources: resourcesOf({
          cgroup: cgroupOf({ path: `/${words}` }),
          runtimes: [runtimeOf({ version: words })],
          databases: [databaseOf({ name: `d ${words}`, version: words, statements: [statement] })],
          containers: [
            {
              name: `c ${words}`,
              service: words,
              image: words,
              cores: 0.2,
              cpuLimit: null,
              throttledPeriods: null,
              memory: bytes(1e6),
              memoryLimit: null,
              io: null,
              network: null,
            },
          ],
          unread: [
            { name: words, probe: 'database', part: 'all', reason: `r ${words}`, remedy: words, said: null },
          ],
          watched: millis(4_000),
        }),
      }),
    ],
    plan: { suite: `s ${words}` },
    machine: { ...HOSTED, cpuModel: `m ${words}`, os: `o ${words}`, governor: `g ${words}` },
    occasion: { runUrl: null },
  });
}

const pageOf = (words: string): string => renderPage(toldWith(words), 'en', 'globalThis.ran = true;');

/** Every element with the names of its attributes, in their order. */
const bonesIn = (document: Document): readonly string[] =>
  [...document.querySelectorAll('*')].map(
    (element) => `${element.tagName} ${element.getAttributeNames().join(' ')}`,
  );

const bonesOf = (html: string): readonly string[] => bonesIn(new JSDOM(html).window.document);

const gentle = bonesOf(pageOf(GENTLE));

describe('S9: a page with the words of a stranger', () => {
  it('has a tree worth comparing', () => {
    expect(gentle.length).toBeGreaterThan(500);
    expect(pageOf(GENTLE)).toContain(`m ${GENTLE}`);
  });

  it.each(ATTACKS)('is built as with plain ones, and its record can be read: %j', (words) => {
    const { document } = new JSDOM(pageOf(words)).window;
    expect(bonesIn(document)).toEqual(gentle);
    expect(() => JSON.parse(document.querySelector('#record')?.textContent ?? '')).not.toThrow();
    expect(document.body.textContent).not.toMatch(/(?![\t\n\r])\p{Cc}|\u202e|\p{Cs}/u);
  });

  it('whatever they are', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            ...ATTACKS.map((each) => each.slice(0, 30)),
            '<',
            '>',
            '"',
            "'",
            '&',
            '/',
            '!--',
            '\\',
            ' ',
          ),
          {
            maxLength: 8,
          },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(words, (each) => {
        expect(bonesOf(pageOf(each))).toEqual(gentle);
      }),
      { numRuns: 10 },
    );
  });

  it.each(ATTACKS)('draws charts that are XML, under names that are only names: %j', (words) => {
    const pictures = picturesOf(toldWith(words), 'en');
    expect(pictures.length).toBeGreaterThan(1);
    for (const { name, svg } of pictures) {
      expect(name).toMatch(/^[a-z0-9-]{1,100}\.svg$/u);
      const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
      expect(document.querySelectorAll('script,foreignObject,image,a')).toHaveLength(0);
    }
  });
});
