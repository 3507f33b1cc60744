/** The sinks together: each fails softly, and the verdict is what it is. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INPUTS } from '../../../src/config/inputs.ts';
import { STEP_INPUTS } from '../../../src/config/step-inputs.ts';
import { REPORT_FORMATS } from '../../../src/domain/report-format.ts';
import { millis } from '../../../src/domain/units.ts';
import type { ScenarioVerdict, Verdict } from '../../../src/domain/verdict.ts';
import type { Conversation, Reply } from '../../../src/platform/github.ts';
import { memoryLog } from '../../../src/platform/log.ts';
import { createMask } from '../../../src/platform/mask.ts';
import type { Runner } from '../../../src/platform/runner.ts';
import { openVault } from '../../../src/platform/vault.ts';
import type { World } from '../../../src/platform/world.ts';
import { forgetFiles } from '../../../src/publish/files.ts';
import { OUTPUTS } from '../../../src/publish/outputs.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import { type Places, publishAll } from '../../../src/publish/publish.ts';

let workspace: string;
let log: ReturnType<typeof memoryLog>;
let controller: AbortController;
let outputs: Map<string, string>;
let summaries: string[];
let notices: string[];
const SECRET = 'sentinel-secret-1';

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'loadgate-publish-'));
  log = memoryLog();
  controller = new AbortController();
  outputs = new Map();
  summaries = [];
  notices = [];
});
afterEach(() => rmSync(workspace, { recursive: true }));

const world = (): World => ({
  workspace,
  temporary: workspace,
  env: {},
  signal: controller.signal,
  vault: openVault({ env: {}, secrets: {} }),
  log,
  now: () => millis(0),
  date: () => new Date(0),
  generator: ['node'],
});

const runner = (): Runner => ({
  ...log,
  notice: (line) => void notices.push(line),
  output: (name, value) => void outputs.set(name, value),
  summary: async (text) => void summaries.push(text),
  hide: () => undefined,
  saveState: () => undefined,
});

/** A conversation without comments, in which everything works. */
const conversation = (change: Partial<Conversation> = {}): Conversation => ({
  whoAmI: async () => ({ value: 'github-actions[bot]' }),
  list: async () => ({ value: [] }),
  create: async (body) => ({
    value: { id: 1, url: 'https://github.test/c/1', author: 'github-actions[bot]', body },
  }),
  update: async (id, body) => ({
    value: { id, url: 'https://github.test/c/1', author: 'github-actions[bot]', body },
  }),
  remove: async () => ({ value: null }),
  ...change,
});

const scenario = (name: string, outcome: ScenarioVerdict['outcome'], p95: number): ScenarioVerdict => ({
  scenario: name,
  outcome,
  reference: { kind: 'first-run', source: { path: '.loadgate/baseline.json', commit: null } },
  users: 10,
  elapsed: millis(1000),
  counts: { sent: 1, ok: 1, httpError: 0, connectionError: 0, timeout: 0, lost: 0, inFlight: 0, refused: 0 },
  metrics: {
    p95,
    p50: 1,
    p99: null,
    throughput: 1234.56789012,
    'error-rate': 0,
    capacity: null,
    'cpu-per-request': null,
    'answer-size': null,
    'queries-per-request': null,
    'memory-growth': null,
  },
  judgements: [],
  thresholds: [],
  shift: null,
  screen: null,
  release: null,
  voids: [],
});

const verdict: Verdict = {
  schema: 3,
  suite: 'api',
  outcome: 'fail',
  exitCode: 1,
  scenarios: [
    scenario('first', 'pass', 5),
    scenario(`second ${SECRET}`, 'fail', 123456.5),
    scenario('third', 'fail', 7),
  ],
  acceptances: [],
  refusedAcceptances: [],
};

const publication = (change: Partial<Publication> = {}): Publication => ({
  suite: 'api',
  occasion: {
    kind: 'pull-request',
    repository: 'octo/shop',
    headSha: null,
    baseSha: null,
    pullRequest: { number: 7, fromFork: false },
    runUrl: null,
  },
  outcome: 'fail',
  exitCode: 1,
  headline: `Failed: ${SECRET}`,
  comment: 'auto',
  directory: 'loadgate-report',
  run: null,
  verdict,
  markdown: (limit) => `# Report ${SECRET}`.slice(0, limit),
  formats: [],
  page: null,
  ...change,
});

const places = (change: Partial<Places> = {}): Places => ({
  mask: createMask({}, [SECRET, '123456']),
  runner: runner(),
  conversation: async () => conversation(),
  run: null,
  ...change,
});
const warnings = (): readonly string[] =>
  log.lines.filter(({ level }) => level === 'warning').map(({ text }) => text);
const errors = (): readonly string[] =>
  log.lines.filter(({ level }) => level === 'error').map(({ text }) => text);

const broken = (): never => {
  throw new Error('ENOSPC: no space left on device');
};
const readOnly = async (): Promise<Reply<never>> => ({ refusal: { kind: 'read-only', message: '403' } });

describe('publishAll', () => {
  it('tells every place, and no place a secret', async () => {
    const bodies: string[] = [];
    const create: Conversation['create'] = async (body) => {
      bodies.push(body);
      return conversation().create(body);
    };
    const published = await publishAll(
      publication(),
      world(),
      places({ conversation: async () => conversation({ create }) }),
    );
    expect(published.commentUrl).toBe('https://github.test/c/1');
    expect(published.files).toMatchObject({
      report: 'loadgate-report/report.md',
      run: null,
      verdict: 'loadgate-report/verdict.json',
      serviceLog: null,
    });
    expect(errors()).toEqual(['Failed: ***']);
    expect(bodies).toHaveLength(1);
    const files = ['report.md', 'verdict.json'].map((name) =>
      readFileSync(join(workspace, 'loadgate-report', name), 'utf8'),
    );
    const all = JSON.stringify([bodies, files, summaries, [...outputs], log.lines]);
    expect(all).not.toContain(SECRET);
    expect(warnings()).toEqual([]);
  });

  it('sets every output, of the first of the worst scenarios, as plain numbers', async () => {
    await publishAll(publication(), world(), places());
    expect([...outputs.keys()]).toEqual(Object.keys(OUTPUTS));
    expect(Object.fromEntries(outputs)).toMatchObject({
      verdict: 'fail',
      'exit-code': '1',
      p95: '123456.5',
      p50: '1',
      p99: '',
      throughput: '1234.56789',
      'error-rate': '0',
    });
    const metrics: readonly { readonly scenario: string; readonly p95: number }[] = JSON.parse(
      outputs.get('metrics') ?? '',
    );
    expect(metrics.map(({ scenario: name, p95 }) => [name, p95])).toEqual([
      ['first', 5],
      ['second ***', 123456.5],
      ['third', 7],
    ]);
  });

  it('keeps a numeric secret from breaking the JSON of the files', async () => {
    await publishAll(publication(), world(), places());
    const written: Verdict = JSON.parse(
      readFileSync(join(workspace, 'loadgate-report', 'verdict.json'), 'utf8'),
    );
    expect(written.scenarios[1]?.metrics.p95).toBe(123456.5);
  });

  it('finds the log of the service', async () => {
    await publishAll(publication(), world(), places());
    writeFileSync(join(workspace, 'loadgate-report', 'service.log'), 'hello\n');
    expect((await publishAll(publication(), world(), places())).files.serviceLog).toBe(
      'loadgate-report/service.log',
    );
  });

  it('writes the formats that there are, and says where', async () => {
    const formats = [
      { format: 'junit', text: () => '<testsuites/>' },
      { format: 'csv', text: () => 'a,b' },
    ] as const;
    const published = await publishAll(publication({ formats }), world(), places());
    expect(published.formats).toEqual({
      junit: 'loadgate-report/junit.xml',
      openmetrics: null,
      csv: 'loadgate-report/timeline.csv',
    });
    expect(Object.fromEntries(outputs)).toMatchObject({
      junit: 'loadgate-report/junit.xml',
      openmetrics: '',
      timeline: 'loadgate-report/timeline.csv',
    });
    expect(readFileSync(join(workspace, 'loadgate-report', 'timeline.csv'), 'utf8')).toBe('a,b');
  });

  it('loses one format that cannot be made, and no other file', async () => {
    const formats = [
      { format: 'junit', text: broken },
      { format: 'openmetrics', text: () => '# EOF\n' },
    ] as const;
    const published = await publishAll(publication({ formats }), world(), places());
    expect(warnings().map((text) => /Could not write (.*?):/.exec(text)?.[1])).toEqual(['junit.xml']);
    expect(published.formats).toEqual({ junit: null, openmetrics: 'loadgate-report/metrics.txt', csv: null });
    expect(published.files.verdict).toBe('loadgate-report/verdict.json');
  });

  it('leaves no format of another run beside its verdict', async () => {
    const formats = REPORT_FORMATS.map((format) => ({ format, text: () => format }));
    await publishAll(publication({ formats }), world(), places());
    const fewer = [
      { format: 'csv', text: () => 'new' },
      { format: 'junit', text: broken },
    ] as const;
    await publishAll(publication({ formats: fewer }), world(), places());
    expect(readdirSync(join(workspace, 'loadgate-report')).toSorted()).toEqual([
      'report.md',
      'timeline.csv',
      'verdict.json',
    ]);
  });

  it('forgets every file that it writes', async () => {
    const formats = REPORT_FORMATS.map((format) => ({ format, text: () => format }));
    await publishAll(publication({ formats }), world(), places());
    expect(readdirSync(join(workspace, 'loadgate-report')).toSorted()).toEqual([
      'junit.xml',
      'metrics.txt',
      'report.md',
      'timeline.csv',
      'verdict.json',
    ]);
    await forgetFiles('loadgate-report', world());
    expect(readdirSync(join(workspace, 'loadgate-report'))).toEqual([]);
  });

  it('says a pass with a notice', async () => {
    await publishAll(publication({ outcome: 'pass', exitCode: 0, headline: 'All well' }), world(), places());
    expect([notices, errors()]).toEqual([['All well'], []]);
  });

  const nothing: readonly (readonly [string, Partial<Publication>, Partial<Places>])[] = [
    ['there is no pull request', { occasion: { ...publication().occasion, pullRequest: null } }, {}],
    ['it shall not', { comment: 'never' }, {}],
    ['the run was cancelled', { exitCode: 130, outcome: 'failure' }, {}],
  ];
  it.each(nothing)('comments nowhere when %s', async (_, change, place) => {
    const published = await publishAll(
      publication(change),
      world(),
      places({ ...place, conversation: async () => broken() }),
    );
    expect(published.commentUrl).toBeNull();
    expect(warnings()).toEqual([]);
    expect(outputs.get('comment-url')).toBe('');
  });

  it('S31: says that there is no token', async () => {
    await publishAll(publication(), world(), places({ conversation: null }));
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toContain('token');
  });

  it.each(['read-only', 'unauthorised', 'locked', 'missing', 'rate-limited', 'unknown', 'refused'] as const)(
    'F46: says why a comment was refused (%s), and goes on',
    async (kind) => {
      const list = async (): Promise<Reply<never>> => ({ refusal: { kind, message: '000: no' } });
      await publishAll(publication(), world(), places({ conversation: async () => conversation({ list }) }));
      expect(warnings()).toHaveLength(1);
      expect(warnings()[0]).toMatch(/^No comment: .*000: no.*the verdict stands/);
      expect(outputs.get('verdict')).toBe('fail');
    },
  );

  it('F53: does not ask for rights that a fork cannot have', async () => {
    const fork = { ...publication().occasion, pullRequest: { number: 7, fromFork: true } };
    await publishAll(
      publication({ occasion: fork }),
      world(),
      places({ conversation: async () => conversation({ list: readOnly }) }),
    );
    expect(warnings()[0]).not.toContain('permissions');
    expect(warnings()[0]).toContain('fork');
  });

  it('F29: goes on when every sink fails, and says each', async () => {
    // S19: a folder that leads out of the workspace is refused, to root too.
    symlinkSync(tmpdir(), join(workspace, 'outside'));
    const published = await publishAll(
      publication({ directory: 'outside' }),
      world(),
      places({
        runner: { ...runner(), summary: broken, output: broken, error: broken },
        conversation: async () => broken(),
      }),
    );
    expect(published).toEqual({
      files: { report: null, page: null, run: null, verdict: null, serviceLog: null },
      formats: { junit: null, openmetrics: null, csv: null },
      commentUrl: null,
    });
    expect(warnings().map((text) => /Could not write (.*?):/.exec(text)?.[1])).toEqual([
      'the report files',
      'the job summary',
      'the comment',
      'the annotation',
      'the step outputs',
    ]);
  });

  it('writes no files where the plan could not be read', async () => {
    const published = await publishAll(
      publication({ directory: null, verdict: null, outcome: 'failure', exitCode: 3 }),
      world(),
      places(),
    );
    expect(published.files.report).toBeNull();
    expect(outputs.get('p95')).toBe('');
    expect(outputs.get('metrics')).toBe('[]');
  });
});

describe('action.yml', () => {
  const action: {
    readonly description: string;
    readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
    readonly outputs: Readonly<Record<string, { readonly description: string }>>;
    readonly runs: Readonly<Record<string, string>>;
  } = parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'action.yml'), 'utf8'));

  it('has the inputs of the configuration, those of the step, and the token, in order', () => {
    const { 'github-token': token, ...inputs } = action.inputs;
    const all = [...INPUTS, ...STEP_INPUTS];
    const described = Object.entries(inputs).map(([name, input]) => [name, input.description]);
    expect(described).toEqual(all.map((input) => [input.name, input.description]));
    expect(token?.default).toBe(['$', '{{ github.token }}'].join(''));
  });

  it('gives inputs no defaults, which would override the file', () => {
    const withDefault = Object.entries(action.inputs).filter(([, input]) => input.default !== undefined);
    expect(withDefault.map(([name]) => name)).toEqual(['github-token']);
  });

  it('has the outputs that are set', () => {
    expect(Object.entries(action.outputs).map(([name, { description }]) => [name, description])).toEqual(
      Object.entries(OUTPUTS),
    );
  });

  it('F57: runs as the marketplace and the runner want it', () => {
    expect(action.description.length).toBeLessThan(125);
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/action.js',
      post: 'dist/post.js',
      'post-if': 'always()',
    });
  });
});
