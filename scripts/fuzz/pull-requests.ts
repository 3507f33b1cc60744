/** Pull requests that edit what they are judged by: baseline, limits, policy, allow-list. The verdict is the one without the edit (S15). */
import { BASELINE_SCHEMA } from '../../src/baseline/baseline.ts';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { encodeBaseline } from '../../src/baseline/codec.ts';
import { readKnown } from '../../src/baseline/known.ts';
import { DEFAULTS } from '../../src/config/defaults.ts';
import { loadPlan } from '../../src/config/load.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { Run } from '../../src/domain/measurement.ts';
import { judge } from '../../src/judge/judge.ts';
import { baselineOf, HOSTED, runOf, sliceOf } from '../../test/fixtures/measured.ts';
import { worldIn } from '../../test/unit/config/loading.ts';
import { openFolder } from './folder.ts';
import { changed, edited, type TextEdit, textEdits, type ValueEdit, valueEdits } from './mutations.ts';
import type { FuzzTarget } from './target.ts';
import { madeOf } from './words.ts';

/** What a pull request changes. Settings are whole blocks of its configuration; the baseline is edited as values, as a text, or removed. */
interface PullRequest {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly limits: unknown;
  readonly baseline: readonly ValueEdit[] | { readonly text: readonly TextEdit[] } | null;
}

const CONFIG = {
  target: { url: 'http://127.0.0.1:1' },
  'allowed-addresses': ['10.1.2.3'],
  compare: 'baseline',
  policy: { 'on-inconclusive': 'fail' },
  scenarios: {
    browse: { limits: { p95: { 'max-increase': '10%', max: '40ms' }, 'error-rate': { max: '1%' } } },
  },
} as const;
const BASELINE_PATH = DEFAULTS.baselinePath;

const HASH = '0123456789abcdef';
const runAs = (pace: number, httpError: number): Run => ({
  ...runOf([sliceOf({ seed: 5, seconds: 8, pace: () => pace, failures: { httpError } })], HOSTED),
  configHashes: { browse: HASH },
});

/** A change that is fine, one that is slow, one that fails its requests. */
const RUNS: readonly Run[] = [runAs(1, 0), runAs(1.6, 0), runAs(1, 900)];

const before = baselineOf(12);
if (before.kind !== 'baseline') throw new Error('the fixture is no baseline');
const BASELINE = encodeBaseline({
  schema: BASELINE_SCHEMA,
  suite: 'default',
  accepted: [],
  scenarios: {
    browse: {
      histories: [{ fingerprint: HOSTED.fingerprint, machine: null, configHash: HASH, runs: before.runs }],
      releases: [],
    },
  },
});
const BASELINE_VALUE: unknown = JSON.parse(BASELINE);

const WORKSPACE = openFolder();

function git(...args: readonly string[]): string {
  const env = { PATH: process.env.PATH, HOME: WORKSPACE, GIT_CONFIG_NOSYSTEM: '1' };
  const who = ['-c', 'user.name=A Person', '-c', 'user.email=person@example.test'];
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], {
    cwd: WORKSPACE,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(WORKSPACE, path)), { recursive: true });
  writeFileSync(join(WORKSPACE, path), text);
};

/** The base commit, made when the first pull request comes. */
let base: Promise<{ readonly sha: string; readonly verdicts: readonly string[] }> | null = null;

async function openBase() {
  git('init', '--quiet');
  write('.github/loadgate.yml', JSON.stringify(CONFIG));
  write(BASELINE_PATH, BASELINE);
  git('add', '.');
  git('commit', '--quiet', '-m', 'base');
  const sha = git('rev-parse', 'HEAD');
  const verdicts = await verdictsAt(sha);
  const outcomes = verdicts.map((text) => (JSON.parse(text) as { readonly outcome: string }).outcome);
  if (outcomes.join(' ') !== 'pass fail fail')
    throw new Error(`the unedited verdicts are ${outcomes.join(' ')}`);
  return { sha, verdicts };
}

/** As the gate does: configuration of the working tree under the base commit's, baseline of the base commit. */
async function verdictsAt(sha: string): Promise<readonly string[]> {
  const world = worldIn(WORKSPACE);
  const source = {
    configPath: null,
    inputs: {},
    base: JSON.stringify(CONFIG),
    ownSecrets: false,
    sendsNothing: true,
  };
  const { plan } = await loadPlan(source, world);
  if (plan.service.kind !== 'deployed' || plan.service.allowed.join() !== '10.1.2.3')
    throw new Error('another list of addresses');
  const [first] = RUNS;
  if (first === undefined) throw new Error('there is no run');
  const { references, standing } = await readKnown(plan, first, sha, world);
  return RUNS.map((run) => JSON.stringify(judge(run, plan, references, standing)));
}

function apply({ settings, limits, baseline }: PullRequest): void {
  const scenarios = limits === null ? CONFIG.scenarios : { browse: { limits } };
  write('.github/loadgate.yml', JSON.stringify({ ...CONFIG, ...settings, scenarios }));
  if (baseline === null) write(BASELINE_PATH, '');
  else if ('text' in baseline) write(BASELINE_PATH, edited(BASELINE, baseline.text));
  else write(BASELINE_PATH, JSON.stringify(changed(BASELINE_VALUE, baseline)));
}

async function check(change: PullRequest): Promise<number> {
  base ??= openBase();
  const { sha, verdicts } = await base;
  apply(change);
  try {
    const found = await verdictsAt(sha);
    if (found.join('\n') !== verdicts.join('\n'))
      throw new Error(`the verdicts are ${found.join('\n').slice(0, 2_000)}`);
  } catch (error) {
    // A change that is refused is none that passes; it is not counted.
    if (!(error instanceof Failure) || error.exitCode !== 3) throw error;
    return 0;
  }
  return 1;
}

const more = fc.constantFrom('1%', '50%', '100%');
const less = fc.constantFrom('1%', '50%', '99%');

/** A bound, a change, both, or none at all. */
const limitOf = (
  change: Readonly<Record<string, fc.Arbitrary<string>>>,
  bound: Readonly<Record<string, fc.Arbitrary<string>>>,
) => fc.oneof(fc.constant('off'), fc.record(change), fc.record(bound), fc.record({ ...change, ...bound }));

const latency = limitOf({ 'max-increase': more }, { max: fc.constantFrom('1ms', '41ms', '9s') });
const limits = fc.record(
  {
    p95: latency,
    p99: latency,
    p50: latency,
    throughput: limitOf({ 'max-decrease': less }, { min: fc.constantFrom('1/s', '0.001/s', '99999/s') }),
    'error-rate': limitOf({ 'max-increase': more }, { max: fc.constantFrom('0%', '10%', '100%') }),
  },
  { requiredKeys: [] },
);

/** What is decided by the base commit, in forms that are allowed: what is not, is refused before anything is judged. */
const settings = fc.record(
  {
    policy: fc.record(
      {
        'on-inconclusive': fc.constantFrom('pass', 'fail'),
        'on-no-baseline': fc.constantFrom('pass', 'fail'),
      },
      { requiredKeys: [] },
    ),
    baseline: fc.record(
      {
        path: fc.constantFrom('b.json', 'deep/b.json', '.loadgate/other.json'),
        keep: fc.integer({ min: 1, max: 90 }),
        'min-runs': fc.integer({ min: 5, max: 90 }),
      },
      { requiredKeys: [] },
    ),
    compare: fc.constantFrom('baseline', 'auto'),
    budget: fc.constantFrom('10s', '9m', '1h'),
    sensitivity: fc.constantFrom('standard', 'strict'),
    secrets: fc.array(fc.constantFrom('LOGIN', 'OTHER'), { maxLength: 2 }),
    'allowed-addresses': fc.array(fc.constantFrom('8.8.8.8', '10.0.0.0/8', '10.1.2.3', 'evil.example'), {
      maxLength: 3,
    }),
    defaults: fc.record({ limits }),
  },
  { requiredKeys: [] },
);

/** The fuzzer. */
export const pullRequests: FuzzTarget<PullRequest> = {
  name: 'pull-requests',
  promise: 'A pull request does not change the verdict by editing baseline, limits or allow-list.',
  unit: 'judged pull requests',
  bounds: { ci: 40, usual: 400, release: 10_000 },
  inputs: fc.record({
    settings,
    limits: fc.option(limits, { nil: null }),
    baseline: fc.option(
      fc.oneof(valueEdits, fc.record({ text: textEdits(madeOf(['{', '}', '"', '9', '0', 'x', '\n'], 3)) })),
      { nil: null },
    ),
  }),
  check,
};
