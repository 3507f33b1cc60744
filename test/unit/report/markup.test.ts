/** The template of every page: what is put into it comes back as it went in, and the document allows nothing that it does not hold. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { documentOf } from '../../../src/report/markup/document.ts';
import { html, ours, tagged } from '../../../src/report/markup/html.ts';

it('text comes back from the template as it went in, without what no document may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { html: written } = html`<p title="${text}">${text}</p>`;
      const paragraph = JSDOM.fragment(written).querySelector('p');
      const wanted = text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '').replaceAll(/\r\n?/g, '\n');
      expect(paragraph?.textContent).toBe(wanted);
      expect(paragraph?.getAttribute('title')).toBe(wanted);
      expect(paragraph?.getAttributeNames()).toEqual(['title']);
    }),
  );
});

it('tags come out of marks, and out of nothing else', () => {
  expect(tagged('<b>*a*', [['*', '<i>']]).html).toBe('&lt;b&gt;<i>a<i>');
});

it.each(['a</style>b', 'a</SCRIPT >', '<!-- a'])('%s could end its element', (text) => {
  expect(() => ours(text)).toThrow(RangeError);
});

it('a document without a script allows its own style by the hash, and no other', () => {
  const style = 'p{color:red}';
  const body = html`<p>a</p>`;
  const { document } = new JSDOM(documentOf({ lang: 'ru', title: 'a < b', style, script: null, body }))
    .window;
  const hash = createHash('sha256').update(style).digest('base64');
  expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
    `default-src 'none'; script-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
  );
  expect(document.documentElement.lang).toBe('ru');
  expect(document.title).toBe('a < b');
  expect(document.querySelector('style')?.textContent).toBe(style);
});
