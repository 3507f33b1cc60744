/** metrics.txt by the grammar of OpenMetrics 1.0, held to it line by line; the reference parser reads the same texts in test/e2e. */
import { describe, expect, it } from 'vitest';
import { METRIC_NAMES } from '../../../src/domain/metric.ts';
import { renderFailureOpenMetrics, renderOpenMetrics } from '../../../src/report/openmetrics.ts';
import { sliceOf } from '../../fixtures/measured.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES, storyOf } from '../../golden/report/stories.ts';

interface Family {
  readonly name: string;
  readonly type: string;
  readonly unit: string;
  readonly samples: { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = String.raw`[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\[\\"n])*"`;
const METADATA = new RegExp(`^# (?<key>TYPE|UNIT|HELP) (?<name>${NAME}) (?<text>.+)$`);
const SAMPLE = new RegExp(
  `^(?<name>${NAME})(?:\\{(?<labels>${LABEL}(?:,${LABEL})*)\\})? (?<value>-?[0-9]+(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?)$`,
);
const SUFFIX: Readonly<Record<string, string>> = { info: '_info', gauge: '', stateset: '' };

/** Reads a text by the grammar. @throws Error with the line that breaks a rule */
function read(text: string): readonly Family[] {
  if (!text.endsWith('\n# EOF\n')) throw new Error('does not end with # EOF');
  const families = new Map<string, Family>();
  const metadata = new Map<string, string>();
  let open = '';
  for (const line of text.slice(0, -'# EOF\n'.length).trimEnd().split('\n')) {
    const told = METADATA.exec(line)?.groups;
    if (told !== undefined) {
      const { key = '', name = '', text: words = '' } = told;
      if (families.has(name)) throw new Error(`metadata after samples, or a family in two places: ${line}`);
      if (metadata.has(`${key} ${name}`)) throw new Error(`told twice: ${line}`);
      metadata.set(`${key} ${name}`, words);
      open = name;
      continue;
    }
    const { name = '', labels = '', value = '' } = SAMPLE.exec(line)?.groups ?? {};
    if (name === '') throw new Error(`neither metadata nor a sample: ${line}`);
    const type = metadata.get(`TYPE ${open}`) ?? '';
    if (!(type in SUFFIX) || name !== `${open}${SUFFIX[type]}`) throw new Error(`of no open family: ${line}`);
    const unit = metadata.get(`UNIT ${open}`) ?? '';
    if (unit !== '' && !open.endsWith(`_${unit}`)) throw new Error(`without its unit: ${line}`);
    const family = families.get(open) ?? { name: open, type, unit, samples: [] };
    families.set(open, family);
    const pairs = [...labels.matchAll(new RegExp(LABEL, 'g'))].map(([pair]) => pairOf(pair));
    const own = Object.fromEntries(pairs);
    if (Object.keys(own).length !== pairs.length) throw new Error(`a label twice: ${line}`);
    if (family.samples.some((each) => sameLabels(each.labels, own)))
      throw new Error(`a sample twice: ${line}`);
    if (type === 'stateset' && (!(open in own) || !['0', '1'].includes(value)))
      throw new Error(`no state: ${line}`);
    family.samples.push({ labels: own, value: Number(value) });
  }
  return [...families.values()];
}

const sameLabels = (
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
};

function pairOf(pair: string): readonly [string, string] {
  const split = pair.indexOf('=');
  const value = pair.slice(split + 2, -1);
  return [
    pair.slice(0, split),
    value.replaceAll(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character)),
  ];
}

const textOf = (name: string): string => {
  const { run, verdict } = tell(storyOf(name));
  return renderOpenMetrics(run, verdict);
};

const familiesOf = (name: string) => new Map(read(textOf(name)).map((family) => [family.name, family]));

describe('the reader of this test', () => {
  const good = textOf('pass');

  it.each([
    ['no end', 'does not end', good.replace('# EOF\n', '')],
    [
      'a line of nothing',
      'neither metadata',
      good.replace('# EOF', '\n# EOF').replace('# TYPE loadgate_users', '\n# TYPE loadgate_users'),
    ],
    ['a broken label', 'neither metadata', good.replace('suite="bookshop"', 'suite="book"shop"')],
    ['no number', 'neither metadata', good.replace(/ 0\n/, ' none\n')],
    ['another family', 'of no open family', good.replace(/loadgate_users\{/, 'loadgate_user{')],
    [
      'another unit',
      'without its unit',
      good.replace('# UNIT loadgate_latency_seconds seconds', '# UNIT loadgate_latency_seconds ms'),
    ],
    ['a sample twice', 'a sample twice', good.replace(/(loadgate_users\{.*\n)/, '$1$1')],
  ])('sees %s', (_, complaint, text) => {
    expect(text).not.toBe(good);
    expect(() => read(text)).toThrow(complaint);
  });
});

describe('renderOpenMetrics', () => {
  it.each(Object.keys(STORIES))('is OpenMetrics: %s', (name) => {
    const families = read(textOf(name));
    expect(families.length).toBeGreaterThanOrEqual(8);
    for (const { type, samples, name: family } of families) {
      if (type !== 'stateset') continue;
      const groups = Map.groupBy(samples, ({ labels }) => JSON.stringify({ ...labels, [family]: '' }));
      for (const group of groups.values()) expect(group.reduce((sum, { value }) => sum + value, 0)).toBe(1);
    }
  });

  it('says what was measured, in base units', () => {
    const { verdict } = tell(storyOf('pass'));
    const [scenario] = verdict.scenarios;
    const families = familiesOf('pass');
    const latency = families.get('loadgate_latency_seconds');
    expect(latency).toMatchObject({ type: 'gauge', unit: 'seconds' });
    expect(latency?.samples.map(({ labels }) => labels['quantile'])).toEqual(['0.95', '0.5', '0.99']);
    expect(latency?.samples[0]?.labels).toEqual({ suite: 'bookshop', scenario: 'browse', quantile: '0.95' });
    expect(latency?.samples[0]?.value).toBeCloseTo((scenario?.metrics.p95 ?? 0) / 1_000, 8);
    expect(families.get('loadgate_throughput_requests_per_second')?.samples[0]?.value).toBeCloseTo(
      scenario?.metrics.throughput ?? 0,
      4,
    );
    const requests = families
      .get('loadgate_requests')
      ?.samples.find(({ labels }) => labels['outcome'] === 'ok');
    expect(requests?.value).toBe(scenario?.counts.ok);
    expect(families.get('loadgate_latency_reference_seconds')?.samples[0]?.labels).toMatchObject({
      against: 'baseline',
    });
    expect(families.get('loadgate_error_rate_limit_ratio')?.samples).toEqual([
      { labels: { suite: 'bookshop', scenario: 'browse', bound: 'max' }, value: 0.01 },
    ]);
    expect(families.get('loadgate_started_timestamp_seconds')?.samples[0]?.value).toBe(
      Date.parse('2026-11-23T10:00:00.000Z') / 1_000,
    );
  });

  it('says growth of memory a second, and capacity where it was searched', () => {
    const { verdict } = tell(storyOf('soak-leak'));
    const perMinute = verdict.scenarios[0]?.metrics['memory-growth'] ?? 0;
    expect(perMinute).toBeGreaterThan(0);
    const growth = familiesOf('soak-leak').get('loadgate_memory_growth_bytes_per_second');
    expect(growth?.samples[0]?.value).toBeCloseTo(perMinute / 60, 3);
    const searched = familiesOf('capacity');
    expect(searched.get('loadgate_capacity_requests_per_second')?.samples).toHaveLength(1);
    expect(searched.has('loadgate_latency_seconds')).toBe(false);
  });

  it.each(['regression', 'inconclusive', 'void-generator-bound', 'first-run', 'pass'])(
    'says the outcome: %s',
    (name) => {
      const { verdict } = tell(storyOf(name));
      const families = familiesOf(name);
      const states = families.get('loadgate_verdict')?.samples.filter(({ value }) => value === 1);
      expect(states?.map(({ labels }) => labels['loadgate_verdict'])).toEqual([verdict.outcome]);
      expect(families.get('loadgate_exit_code')?.samples[0]?.value).toBe(verdict.exitCode);
      const failed = families.get('loadgate_failed')?.samples.filter(({ value }) => value === 1);
      const expected = verdict.scenarios[0]?.judgements.filter((each) => each.failed && each.value !== null);
      expect(failed?.map(({ labels }) => labels['metric'])).toEqual(expected?.map(({ metric }) => metric));
    },
  );

  it('has a family for every metric that any story measures', () => {
    const all = new Set(Object.keys(STORIES).flatMap((name) => [...familiesOf(name).keys()]));
    const expected = METRIC_NAMES.filter((metric) => !/^p\d+$/.test(metric)).map((metric) =>
      metric.replaceAll('-', '_'),
    );
    const missing = expected.filter((stem) => ![...all].some((name) => name.startsWith(`loadgate_${stem}`)));
    expect(missing).toEqual([]);
  });

  it('keeps the words of a stranger in their labels', () => {
    const words = '"} 1\nloadgate_verdict{x="\\';
    const { run, verdict } = tell({
      slices: [sliceOf({ seed: 7, seconds: 3, rate: 100, scenario: words })],
      plan: { suite: words },
    });
    const families = read(renderOpenMetrics(run, verdict));
    const [users] = families.filter(({ name }) => name === 'loadgate_users');
    // Line feeds are no part of a name that can be seen.
    expect(users?.samples[0]?.labels).toMatchObject({ scenario: words.replace('\n', ' ') });
    expect(families.map(({ name }) => name)).toEqual([...new Set(families.map(({ name }) => name))]);
  });
});

it('a failure has its state and its exit code', () => {
  const families = read(renderFailureOpenMetrics('bookshop', 2));
  expect(families.map(({ name }) => name)).toEqual(['loadgate_verdict', 'loadgate_exit_code']);
  const [verdict, exit] = families;
  expect(verdict?.samples.find(({ value }) => value === 1)?.labels['loadgate_verdict']).toBe('failure');
  expect(exit?.samples[0]?.value).toBe(2);
});
