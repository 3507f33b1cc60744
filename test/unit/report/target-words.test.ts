/** What the report says of a service on another machine, in each language. */
import { expect, it } from 'vitest';
import type { FindingEvidence } from '../../../src/domain/finding.ts';
import { bytes } from '../../../src/domain/units.ts';
import { LANGUAGES, penOf } from '../../../src/report/pen.ts';
import { target as en } from '../../../src/report/words/en-target.ts';
import { target as ru } from '../../../src/report/words/ru-target.ts';

/** Marks what goes through it. */
const PEN = penOf(
  LANGUAGES.en,
  {
    name: (text) => `<${text}>`,
    prose: (text) => text,
    command: (text) => text,
    code: (text) => `\`${text}\``,
    strong: (text) => text,
    link: (text) => text,
  },
  1,
);

const USED: NonNullable<FindingEvidence['service-elsewhere']['used']> = {
  source: 'prometheus',
  cpu: { mean: 1.25, most: 1.5, samples: 20 },
  memory: { mean: 100e6, most: 120e6, samples: 20 },
  gap: null,
  said: null,
};
const NOTHING_USED = { ...USED, cpu: null, memory: null, gap: 'it is <out>' };

it.each([
  ['en', en],
  ['ru', ru],
])('%s names the address, what was used, and what would tell more', (_, { titles, findings }) => {
  expect(titles['service-elsewhere']).toMatch(/\p{L}/u);
  const say = (databases: boolean, used: FindingEvidence['service-elsewhere']['used']): string =>
    findings['service-elsewhere']({ address: '203.0.113.7', databases, used }, PEN);
  for (const sentence of [say(false, null), say(true, null), say(true, USED), say(false, NOTHING_USED)]) {
    expect(sentence.split('<203.0.113.7>')).toHaveLength(2);
    expect(sentence.split('`service: start`')).toHaveLength(2);
    expect(sentence).not.toContain('null');
  }
  expect(say(false, null)).toContain('`databases:`');
  expect(say(true, null)).not.toContain('`databases:`');
  expect(say(true, null)).toContain('`target: { monitoring: … }`');
  expect(say(true, USED)).not.toContain('monitoring');
  expect(say(true, USED)).toMatch(/1\.25.*1\.5.*120/u);
  expect(say(true, NOTHING_USED)).toContain('<it is <out>>');
  expect(say(true, NOTHING_USED)).not.toContain('120');
});

it.each([
  ['en', en],
  ['ru', ru],
])('%s says what was read over SSH, as far as it was', (_, { findings }) => {
  const ssh = {
    host: 'shop.example',
    cores: 1.25,
    memory: bytes(120e6),
    machine: { cores: 4, busyCores: 2.5 },
  };
  const say = (read: FindingEvidence['service-elsewhere']['ssh']): string =>
    findings['service-elsewhere'](
      { address: '203.0.113.7', databases: true, used: null, ...(read && { ssh: read }) },
      PEN,
    );
  expect(say(ssh)).toMatch(/<shop\.example>.*1\.25.*120.*(?:4.*2\.5|2\.5.*4)/u);
  expect(say(ssh)).not.toMatch(/monitoring|null/u);
  const machineOnly = say({ ...ssh, cores: null, memory: null });
  expect(machineOnly).toContain('2.5');
  expect(machineOnly).not.toMatch(/1\.25|120|null/u);
  const serviceOnly = say({ ...ssh, machine: null });
  expect(serviceOnly).toContain('1.25');
  expect(serviceOnly).not.toMatch(/2\.5|null/u);
});

it('is part of the catalogue', () => {
  expect(LANGUAGES.en.findings['service-elsewhere']).toBe(en.findings['service-elsewhere']);
  expect(LANGUAGES.en.findingTitles['service-elsewhere']).toBe(en.titles['service-elsewhere']);
});
