/** junit.xml: valid by its schema whatever it says, and the verdict in the words of tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Policy } from '../../../src/domain/plan.ts';
import { renderFailureJunit, renderJunit } from '../../../src/report/junit.ts';
import { element, renderXml } from '../../../src/report/xml.ts';
import { sliceOf } from '../../fixtures/measured.ts';
import { type Story, tell, type Told } from '../../fixtures/told.ts';
import { FAILURES } from '../../golden/report/failures.ts';
import { STORIES } from '../../golden/report/stories.ts';

const SCHEMA = readFileSync(join(import.meta.dirname, '../../fixtures/junit.xsd'), 'utf8');
const AT = '2026-11-23T10:00:00.000Z';
const MILD: Policy = { onInconclusive: 'pass', onNoBaseline: 'pass' };
const STRICT: Policy = { onInconclusive: 'fail', onNoBaseline: 'fail' };

const { DOMParser } = new JSDOM('').window;
const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml');

const told = new Map(Object.entries(STORIES).map(([name, story]) => [name, tell(story)]));

const render = ({ report, plan }: Told, policy: Policy = plan.policy): string =>
  renderJunit(report, policy, 'en');

/** Of a story by its name. */
const junitOf = (name: string, policy?: Policy): string =>
  render(told.get(name) ?? expect.fail(`there is no story ${name}`), policy);

/** `name: ending` of every case; a case that passed has none. */
const endingsOf = (xml: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...parse(xml).querySelectorAll('testcase')].map((each) => {
      const ending = each.firstElementChild;
      const type = ending?.getAttribute('type');
      return [
        each.getAttribute('name') ?? '',
        ending === null ? 'passed' : [ending.tagName, type].filter(Boolean).join(' '),
      ];
    }),
  );

/** What xmllint says against it, one line a fault. */
async function faultsOf(documents: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const xml = Object.entries(documents).map(([name, contents]) => ({ fileName: `${name}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: SCHEMA });
  return errors.map(({ rawMessage }) => rawMessage);
}

const ATTACKS: readonly string[] = [
  ']]>',
  '<!--',
  '--><testcase/>',
  '"/><failure type="x" message="y"/>',
  "&lt; &amp; &#0; '",
  '\u0000\u0001\u0008\u000b\u001f\u007f\ufffe\uffff',
  '\ud800 \udc00',
  '\t\r\n',
  '<?xml version="1.0"?>',
];

const hostile = (words: string): Story => ({
  slices: [
    sliceOf({
      seed: 7,
      seconds: 3,
      rate: 100,
      scenario: `s${words}`,
      failures: { httpError: 90 },
      errors: [{ message: words, count: 90 }],
    }),
  ],
  plan: { suite: `x${words}` },
});

describe('the schema', () => {
  const good = junitOf('regression');
  const wrong: Readonly<Record<string, string>> = {
    root: good.replace('<testsuites>', '<testsuites name="x">'),
    order: good.replace('<system-err/>', '').replace('<system-out>', '<system-err/><system-out>'),
    time: good.replace(/time="[^"]+"/, 'time="1,5"'),
    zone: good.replace(/timestamp="([^"]+)"/, 'timestamp="$1Z"'),
    type: good.replace(/<failure type="[^"]+"/, '<failure'),
    unknown: good.replace('<system-err/>', '<system-err/><testcase/>'),
    twice: good.replace(/<testcase name="throughput"/, '<testcase name="p95"'),
    raw: good.replace('regression', 'a & b'),
  };

  it('refuses every document that is another', async () => {
    for (const each of Object.values(wrong)) expect(each).not.toBe(good);
    const faults = await faultsOf({ good, ...wrong });
    // Beside each fault that is none of the schema's stand the characters that are wrong.
    const faulty = new Set(faults.flatMap((line) => /^(\w+)\.xml/.exec(line)?.[1] ?? []));
    expect([...faulty].toSorted()).toEqual(Object.keys(wrong).toSorted());
  });
});

it('every story and every failure is valid', async () => {
  const stories = [...told.keys()].flatMap((name) => [
    [name, junitOf(name)],
    [`${name}-strict`, junitOf(name, STRICT)],
  ]);
  const failures = Object.entries(FAILURES).map(([name, failure]) => [
    name,
    renderFailureJunit({ failure, suite: 'bookshop', at: AT }, 'en'),
  ]);
  const all = [...stories, ...failures];
  expect(all.length).toBeGreaterThan(60);
  expect(await faultsOf(Object.fromEntries(all))).toEqual([]);
});

it('so is every document with the words of a stranger', async () => {
  const documents = ATTACKS.flatMap((words, index) => [
    [`attack-${index}`, render(tell(hostile(words)))],
    [
      `failure-${index}`,
      renderFailureJunit(
        {
          failure: {
            kind: 'not-measured',
            code: 'x',
            message: words,
            advice: words,
            lines: [words],
            said: null,
          },
          suite: words,
          at: AT,
        },
        'en',
      ),
    ],
  ]);
  expect(await faultsOf(Object.fromEntries(documents))).toEqual([]);
});

describe('renderXml', () => {
  /** What XML has no place for is U+FFFD, and lone surrogates as well. */
  const kept = (text: string): string =>
    text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');

  it('is read back as it was, whatever stands in it', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.constantFrom(...ATTACKS, ' ', '\n', '\r\n', 'a'), { maxLength: 6 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(words, words, (attribute, text) => {
        const document = parse(renderXml(element('a', {}, [element('b', { c: attribute }, text)])));
        const inner = document.querySelector('b');
        expect(document.querySelector('parsererror')).toBeNull();
        expect(inner?.getAttribute('c')).toBe(kept(attribute));
        expect(inner?.textContent).toBe(kept(text));
      }),
    );
  });
});

describe('renderJunit', () => {
  let suites: readonly Element[];
  beforeAll(() => {
    suites = [...parse(junitOf('two-scenarios')).querySelectorAll('testsuite')];
  });

  it('has a suite for each scenario, what needs attention first, with all its counts', () => {
    const rows = suites.map((suite) =>
      ['id', 'package', 'name', 'tests', 'failures', 'errors', 'skipped'].map((name) =>
        suite.getAttribute(name),
      ),
    );
    expect(rows).toEqual([
      ['0', 'bookshop', 'order', '4', '2', '0', '0'],
      ['1', 'bookshop', 'browse', '4', '0', '0', '0'],
    ]);
    const classes = suites.flatMap((suite) =>
      [...suite.querySelectorAll('testcase')].map((each) => each.getAttribute('classname')),
    );
    expect([...new Set(classes)]).toEqual(['bookshop.order', 'bookshop.browse']);
  });

  it('says where and by what it was measured', () => {
    const [suite] = suites;
    const properties = Object.fromEntries(
      [...(suite?.querySelectorAll('property') ?? [])].map((each) => [
        each.getAttribute('name'),
        each.getAttribute('value'),
      ]),
    );
    expect(properties).toMatchObject({
      outcome: 'fail',
      seed: '20261123',
      'machine-fingerprint': '6f1d0c2b9a7e4853',
      commit: '4f2a9c1e7b3d5a6f8091a2b3c4d5e6f708192a3b',
    });
    expect(suite?.getAttribute('timestamp')).toBe('2026-11-23T10:00:00');
    expect(suite?.getAttribute('time')).toBe('20.000');
  });

  it('tells a regression with the sentence of its reason', () => {
    const document = parse(junitOf('regression'));
    const failure = document.querySelector('testcase[name="p95"] > failure');
    expect(failure?.getAttribute('type')).toBe('regression');
    expect(failure?.getAttribute('message')).toMatch(/^p95 went from .* with 90 % confidence/);
    expect(failure?.textContent).toContain(failure?.getAttribute('message'));
    expect(document.querySelector('system-out')?.textContent).toContain('p50');
  });

  it('fails what is broken, whatever the reference', () => {
    expect(endingsOf(junitOf('breach'))).toEqual({
      measurement: 'passed',
      p95: 'failure breach',
      throughput: 'failure breach',
      'error-rate': 'passed',
    });
  });

  it('skips what cannot be concluded, and fails it where the policy does', () => {
    const story = 'inconclusive';
    expect(endingsOf(junitOf(story, MILD))).toMatchObject({ measurement: 'passed', p95: 'skipped' });
    expect(endingsOf(junitOf(story, STRICT))).toMatchObject({ p95: 'failure inconclusive' });
  });

  it('skips what has no baseline, and fails it where the policy does', () => {
    const story = 'first-run';
    expect(endingsOf(junitOf(story, MILD))).toEqual({
      measurement: 'passed',
      p95: 'skipped',
      throughput: 'skipped',
      'error-rate': 'passed',
    });
    expect(endingsOf(junitOf(story, STRICT))).toMatchObject({
      p95: 'failure no-baseline',
      throughput: 'failure no-baseline',
      'error-rate': 'passed',
    });
  });

  it('makes one error of a void measurement, and judges none of its metrics', () => {
    const xml = junitOf('void-generator-bound');
    const endings = endingsOf(xml);
    expect(endings).toMatchObject({ measurement: 'error generator-bound', p95: 'skipped' });
    expect(Object.values(endings).filter((ending) => ending.startsWith('error'))).toHaveLength(1);
    expect(parse(xml).querySelector('error')?.getAttribute('message')).toContain('it measured its own queue');
  });

  it.each([...told])('has a failure or an error just where the gate is closed: %s', (_, each) => {
    const red = parse(render(each)).querySelectorAll('failure, error').length > 0;
    expect(red).toBe(each.verdict.exitCode !== 0);
  });
});
