/** metrics.txt by the reference parser of OpenMetrics, Python's prometheus_client. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { renderFailureOpenMetrics, renderOpenMetrics } from '../../../src/report/openmetrics.ts';
import { sliceOf } from '../../fixtures/measured.ts';
import { type Story, tell } from '../../fixtures/told.ts';
import { STORIES, storyOf } from '../../golden/report/stories.ts';

/** A family: name, type, unit, samples. */
type Family = readonly [
  string,
  string,
  string,
  readonly (readonly [name: string, labels: Readonly<Record<string, string>>, value: number])[],
];

/** The version that CI installs. */
const PACKAGE = 'prometheus-client==0.26.0';
const PYTHON = process.env['LOADGATE_OPENMETRICS_PYTHON'] ?? 'python3';
const TIMEOUT_MS = 60_000;

/** One JSON text a line in, one JSON list of families a line out; null for a text that is refused. */
const READER = `
import json, sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
for line in sys.stdin:
    try:
        families = [
            [each.name, each.type, each.unit, [[s.name, s.labels, s.value] for s in each.samples]]
            for each in text_string_to_metric_families(json.loads(line))
        ]
    except ValueError:
        families = None
    print(json.dumps(families))
`;

function read(texts: readonly string[]): readonly (readonly Family[] | null)[] {
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', READER], {
    input,
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    maxBuffer: 64e6,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function familyIn(families: readonly Family[] | null | undefined, wanted: string): Family {
  const found = families?.find(([name]) => name === wanted);
  if (found === undefined) throw new Error(`there is no family ${wanted}`);
  return found;
}

/** `describe`, or `describe.skip` with a loud line where the parser is missing; a failure where it is required. */
function describeWithParser(): typeof describe.skip {
  const probe = spawnSync(PYTHON, ['-c', 'import prometheus_client.openmetrics.parser'], {
    timeout: TIMEOUT_MS,
  });
  if (probe.status === 0) return describe;
  const how = `OpenMetrics by its reference parser: ${PYTHON} has no prometheus_client; install with: python3 -m venv DIR && DIR/bin/pip install ${PACKAGE}, and set LOADGATE_OPENMETRICS_PYTHON=DIR/bin/python`;
  if (process.env['LOADGATE_REQUIRE_OPENMETRICS'] === '1') throw new Error(how);
  console.warn(`\n*** SKIPPED ${how}\n`);
  return describe.skip;
}

const textOf = (story: Story): string => {
  const { run, verdict } = tell(story);
  return renderOpenMetrics(run, verdict);
};

describeWithParser()('the reference parser', () => {
  it('reads every story, with as many samples as were written', () => {
    const texts = Object.values(STORIES).map(textOf);
    const all = read(texts);
    expect(all).toHaveLength(texts.length);
    for (const [index, families] of all.entries()) {
      const samples = families?.flatMap(([, , , each]) => each) ?? [];
      const lines = texts[index]?.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      expect(samples).toHaveLength(lines?.length ?? -1);
      expect(families?.map(([, type]) => type)).toEqual(
        expect.arrayContaining(['info', 'stateset', 'gauge']),
      );
    }
  });

  it('finds values under their names, labels and units', () => {
    const { run, verdict } = tell(storyOf('regression'));
    const [families] = read([renderOpenMetrics(run, verdict)]);
    const [, type, unit, samples] = familyIn(families, 'loadgate_latency_seconds');
    expect([type, unit]).toEqual(['gauge', 'seconds']);
    const p95 = samples.find(([, labels]) => labels['quantile'] === '0.95');
    expect(p95?.[2]).toBeCloseTo((verdict.scenarios[0]?.metrics.p95 ?? 0) / 1_000, 8);
  });

  it('reads the words of a stranger as what they are', () => {
    const words = '"} 1 \\ loadgate_users{x="';
    const slices = [sliceOf({ seed: 7, seconds: 3, rate: 100, scenario: words })];
    const [families] = read([textOf({ slices, plan: { suite: words } })]);
    const [, , , samples] = familyIn(families, 'loadgate_users');
    expect(samples.map(([, labels]) => labels)).toEqual([{ suite: words, scenario: words }]);
  });

  it('reads a failure, and refuses what is none of it', () => {
    const good = renderFailureOpenMetrics('bookshop', 2);
    const [families, ...refused] = read([
      good,
      good.replace('# EOF\n', ''),
      good.replace('stateset', 'set of states'),
      good.replace(/ 1\n/, ' one\n'),
    ]);
    expect(families?.map(([name]) => name)).toEqual(['loadgate_verdict', 'loadgate_exit_code']);
    expect(refused).toEqual([null, null, null]);
  });
});
