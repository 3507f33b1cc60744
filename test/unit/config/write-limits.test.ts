/** Limits written into the text of a configuration: where they belong, and nothing else is another byte. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitLines, type ProposedLimit, writeLimits } from '../../../src/config/write-limits.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { MetricName } from '../../../src/domain/metric.ts';
import { load } from './loading.ts';

const p95 = (change: number, scenario = 'home'): ProposedLimit => ({ scenario, metric: 'p95', change });
const throughput = (change: number, scenario = 'home'): ProposedLimit => ({
  scenario,
  metric: 'throughput',
  change,
});
const cpu = (change: number, scenario = 'home'): ProposedLimit => ({
  scenario,
  metric: 'cpu-per-request',
  change,
});

/** A configuration with something in the place of the only scenario's keys. */
const around = (scenario: string, before = ''): string =>
  `${before}service: { start: node server.js } # starts\nscenarios:\n  home:\n${scenario}`;

function refusal(text: string, ...proposed: readonly ProposedLimit[]): Failure {
  try {
    writeLimits(text, proposed);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('the text was edited');
}

describe('the limits of a scenario', () => {
  it('take the place of those that are there, comments and quotes and order kept', () => {
    const text = around(
      [
        '    users: 4 # few',
        '    limits:',
        '      # the slow ones',
        '      throughput: { max-decrease: "10%" } # in quotes',
        '      p95:',
        '        max: 200ms # hard',
        '        max-increase: 10%   # soft',
        '      error-rate: { max: 1% }',
        '    warm-up: 1s',
        '',
        '# the end',
        '',
      ].join('\n'),
    );
    expect(writeLimits(text, [p95(0.035), throughput(0.02)])).toBe(
      text.replace('"10%"', '"2%"').replace('max-increase: 10% ', 'max-increase: 3.5% '),
    );
  });

  it('are added beside a bound, in either style', () => {
    const flow = around('    limits: { p95: {max: 200ms} } # flow\n');
    expect(writeLimits(flow, [p95(0.03)])).toBe(
      around('    limits: { p95: {max: 200ms, max-increase: 3%} } # flow\n'),
    );
    const block = around('    limits:\n      p95:\n        max: 200ms # hard\n      error-rate: off\n');
    expect(writeLimits(block, [p95(0.03), throughput(0.02)])).toBe(
      around(
        '    limits:\n      p95:\n        max: 200ms # hard\n        max-increase: 3%\n      error-rate: off\n      throughput: { max-decrease: 2% }\n',
      ),
    );
  });

  it('are added in the right order where two mappings end at one place', () => {
    const text = around('    limits:\n      p95:\n        max: 200ms');
    expect(writeLimits(text, [p95(0.03), throughput(0.02)])).toBe(
      around(
        '    limits:\n      p95:\n        max: 200ms\n        max-increase: 3%\n      throughput: { max-decrease: 2% }',
      ),
    );
  });

  it('are added where there are none, behind the comments that belong to the scenario', () => {
    const text = around(
      [
        '      requests:',
        '          - path: /a',
        '            json: { deep: [1, 2] }',
        '          # - GET /later',
        '      # limits: none yet',
        '  # the next',
        '  other: { users: 3 }',
        '',
      ].join('\n'),
    );
    expect(writeLimits(text, [p95(0.03), cpu(0.02), throughput(0.045, 'other')])).toBe(
      around(
        [
          '      requests:',
          '          - path: /a',
          '            json: { deep: [1, 2] }',
          '          # - GET /later',
          '      # limits: none yet',
          '      limits:',
          '          p95: { max-increase: 3% }',
          '          cpu-per-request: { max-increase: 2% }',
          '  # the next',
          '  other: { users: 3, limits: { throughput: { max-decrease: 4.5% } } }',
          '',
        ].join('\n'),
      ),
    );
  });

  it('find room in empty mappings and behind block texts', () => {
    expect(writeLimits(around('    {}\n'), [p95(0.03)])).toBe(
      around('    { limits: { p95: { max-increase: 3% } } }\n'),
    );
    const text = around(
      '    requests:\n      - path: /a\n        method: POST\n        body: |\n          one\n          two\nsuite: last\n',
    );
    expect(writeLimits(text, [p95(0.03)])).toBe(
      text.replace('suite', '    limits:\n      p95: { max-increase: 3% }\nsuite'),
    );
  });

  it('keep what `defaults` said of the metric, which a scenario’s own entry replaces', () => {
    const text = around(
      '    users: 3\n',
      'defaults: { limits: { p95: { max: 200ms, max-increase: 9% }, throughput: off } }\n',
    );
    expect(writeLimits(text, [p95(0.03), throughput(0.02)])).toBe(
      `${text}    limits:\n      p95: { max: 200ms, max-increase: 3% }\n`,
    );
  });

  it('stay off where they are off, and stay as they are where they are so already', () => {
    const text = around('    limits: { p95: off, throughput: { max-decrease: 0.02 } }\n');
    expect(writeLimits(text, [p95(0.03), throughput(0.02)])).toBe(text);
  });

  it('have the line ends of the text', () => {
    const text = around('    limits:\n      p95:\n        max: 1s\n# end\n').replaceAll('\n', '\r\n');
    const written = writeLimits(text, [p95(0.03), throughput(0.02)]);
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(written).toBe(
      around(
        '    limits:\n      p95:\n        max: 1s\n        max-increase: 3%\n      throughput: { max-decrease: 2% }\n# end\n',
      ).replaceAll('\n', '\r\n'),
    );
  });

  it('are read as they were written', async () => {
    const text = writeLimits(around('    users: 3\n'), [p95(0.035), throughput(0.02)]);
    const { plan } = await load({ text });
    expect(plan.scenarios[0]?.limits).toEqual(
      expect.arrayContaining([
        { kind: 'relative', metric: 'p95', change: 0.035, beside: 0.035, asked: true },
        { kind: 'relative', metric: 'throughput', change: 0.02, beside: 0.02, asked: true },
      ]),
    );
  });
});

describe('a text that cannot be edited safely is left alone, and the lines are told', () => {
  it.each([
    ['anchors', around('    limits: &all { p95: { max: 1s } }\n')],
    ['aliases', around('    limits: *all\n', 'x: &all {}\n')],
    ['merge keys', around('    <<: { users: 3 }\n')],
    ['a byte order mark', `\uFEFF${around('    users: 3\n')}`],
    ['mistakes', around('    users: 3\n    users: 4\n')],
    ['keys it does not know', around('    usrs: 3\n')],
    ['no such scenario', around('    users: 3\n').replace('home', 'away')],
    ['nothing', ''],
  ])('with %s', (_, text) => {
    const { detail } = refusal(text, p95(0.03));
    expect(detail).toMatchObject({ kind: 'usage', code: 'config-not-edited' });
    expect(detail.lines).toEqual(['scenarios:', '  home:', '    limits:', '      p95: { max-increase: 3% }']);
  });

  it('with a limit that nobody could ask for', () => {
    expect(refusal(around('    users: 3\n'), throughput(1.5)).detail.code).toBe('config-not-edited');
  });
});

describe('limitLines', () => {
  it('says what else holds of a metric, and quotes names that need it', async () => {
    const lines = limitLines(
      [p95(0.03, 'true'), throughput(0.02, 'true'), p95(0.5, 'a b')],
      [
        { scenario: 'true', metric: 'p95', bound: 250.5 },
        { scenario: 'true', metric: 'throughput', bound: 100 },
        { scenario: 'a b', metric: 'throughput', bound: 100 },
      ],
    );
    expect(lines).toEqual([
      'scenarios:',
      '  "true":',
      '    limits:',
      '      p95: { max-increase: 3%, max: 250.5ms }',
      '      throughput: { max-decrease: 2%, min: 100/s }',
      '  a b:',
      '    limits:',
      '      p95: { max-increase: 50% }',
    ]);
    const { plan } = await load({ text: `service: { start: x }\n${lines.join('\n')}\n` });
    expect(plan.scenarios.map(({ name }) => name)).toEqual(['true', 'a b']);
  });
});

describe('properties', () => {
  const metrics: readonly MetricName[] = ['p95', 'throughput', 'cpu-per-request'];
  const keyOf = (metric: MetricName) => (metric === 'throughput' ? 'max-decrease' : 'max-increase');
  const boundOf = (metric: MetricName) => (metric === 'throughput' ? 'min: 5/s' : 'max: 1s');
  const comment = fc.constantFrom('', ' # why', '   # "quoted" {braces}: x');
  const entry = fc.record({
    metric: fc.constantFrom(...metrics),
    style: fc.constantFrom('off', 'flow', 'block', 'bound'),
    comment,
  });
  const scenario = fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/u).filter((name) => name !== 'constructor'),
    entries: fc.uniqueArray(entry, { selector: ({ metric }) => metric, maxLength: 3 }),
    shape: fc.constantFrom('no limits', 'before', 'after'),
    comment,
  });
  const config = fc.record({
    scenarios: fc.uniqueArray(scenario, { selector: ({ name }) => name, minLength: 1, maxLength: 4 }),
    indent: fc.constantFrom(1, 2, 4),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    ending: fc.constantFrom('', '\n', '\n\n# the end\n'),
  });
  type Of<Made> = Made extends fc.Arbitrary<infer Value> ? Value : never;

  const entryLines = ({ metric, style, comment: words }: Of<typeof entry>, margin: string, step: string) => {
    if (style === 'off') return [`${margin}${metric}: off${words}`];
    if (style === 'flow')
      return [`${margin}${metric}: { ${keyOf(metric)}: 10%, ${boundOf(metric)} }${words}`];
    if (style === 'bound') return [`${margin}${metric}:`, `${margin}${step}${boundOf(metric)}${words}`];
    return [`${margin}${metric}:`, `${margin}${step}${keyOf(metric)}: '10%'${words}`];
  };

  function textOf({ scenarios, indent, lineEnd, ending }: Of<typeof config>): string {
    const step = ' '.repeat(indent);
    const lines = scenarios.flatMap(({ name, entries, shape, comment: words }) => {
      const own = [`${step}${step}users: 3${words}`, `${step}${step}# about ${name}`];
      const limits =
        shape === 'no limits' || entries.length === 0
          ? []
          : [
              `${step}${step}limits:${words}`,
              ...entries.flatMap((each) => entryLines(each, step.repeat(3), step)),
            ];
      const body = shape === 'before' ? [...limits, ...own] : [...own, ...limits];
      return [`${step}"${name}":${words}`, ...body];
    });
    const all = ['service: { start: x } # the service', 'scenarios:', ...lines];
    return all.join('\n').concat(ending).replaceAll('\n', lineEnd);
  }

  const isOfLimits = (line: string): boolean =>
    /^ *(?:limits:|p95:|throughput:|cpu-per-request:|max-|max:|min:)/u.test(line);

  it('every line that does not concern limits stays, in its order, and the limits hold', () => {
    fc.assert(
      fc.property(
        config,
        fc.subarray([...metrics], { minLength: 1 }),
        fc.integer({ min: 21, max: 90 }),
        (made, which, half) => {
          const text = textOf(made);
          const change = half / 200;
          const proposed = made.scenarios.flatMap(({ name }) =>
            which.map((metric): ProposedLimit => ({ scenario: name, metric, change })),
          );
          const written = writeLimits(text, proposed);
          const rest = (of: string) => of.split(/\r?\n/u).filter((line) => !isOfLimits(line));
          expect(rest(written)).toEqual(rest(text));
          expect(new Set(written.match(/\r?\n/gu) ?? [])).toEqual(new Set(text.match(/\r?\n/gu) ?? []));
          // Comments stay on lines of limits, too.
          expect(written.match(/#.*/gu)).toEqual(text.match(/#.*/gu));
          // Nothing is left to write.
          expect(writeLimits(written, proposed)).toBe(written);
          const off = made.scenarios.flatMap(({ entries, shape }) =>
            shape === 'no limits'
              ? []
              : entries.filter(({ style, metric }) => style === 'off' && which.includes(metric)),
          );
          const count = written.split(` ${half / 2}%`).length + written.split(`'${half / 2}%`).length - 2;
          expect(count).toBe(proposed.length - off.length);
        },
      ),
    );
  });
});
