/** What the report says of a service on another machine, in each language. */
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/report/pen.ts';
import { target as en } from '../../../src/report/words/en-target.ts';
import { target as ru } from '../../../src/report/words/ru-target.ts';
import type { Pen } from '../../../src/report/words/words.ts';

/** Marks what goes through it; numbers are not written here. */
const PEN = { name: (text: string) => `<${text}>`, code: (text: string) => `\`${text}\`` } as Pen;

it.each([
  ['en', en],
  ['ru', ru],
])('%s names the address and the remedy once', (_, { titles, findings }) => {
  expect(titles['service-elsewhere']).toMatch(/\p{L}/u);
  const [without, withDatabases] = [false, true].map((databases) =>
    findings['service-elsewhere']({ address: '203.0.113.7', databases }, PEN),
  );
  for (const sentence of [without, withDatabases]) {
    expect(sentence?.split('<203.0.113.7>')).toHaveLength(2);
    expect(sentence?.split('`service: start`')).toHaveLength(2);
  }
  expect(without).toContain('`databases:`');
  expect(withDatabases).not.toContain('`databases:`');
});

it('is part of the catalogue', () => {
  expect(LANGUAGES.en.findings['service-elsewhere']).toBe(en.findings['service-elsewhere']);
  expect(LANGUAGES.en.findingTitles['service-elsewhere']).toBe(en.titles['service-elsewhere']);
});
