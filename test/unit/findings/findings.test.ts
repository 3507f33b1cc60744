/** Every rule: where it speaks, and where it is silent. */
import { describe, expect, it } from 'vitest';
import { NO_STANDING, type RefusedAcceptance, type Standing } from '../../../src/domain/acceptance.ts';
import { LACKS } from '../../../src/domain/imported.ts';
import type { Finding, FindingName } from '../../../src/domain/finding.ts';
import type { OwnEdits, PlanOrigin } from '../../../src/domain/plan-origin.ts';
import type { Reference } from '../../../src/domain/reference.ts';
import { LANGUAGE_CODES } from '../../../src/domain/language.ts';
import { bytes, millis, perSecond, ratio } from '../../../src/domain/units.ts';
import { LANGUAGES, penOf } from '../../../src/report/pen.ts';
import { sentencesOf } from '../../../src/report/sentences.ts';
import {
  baselineOf,
  HOSTED,
  LAPTOP,
  OTHER_CONFIG,
  OTHER_MACHINE,
  SHOP,
  sliceOf,
} from '../../fixtures/measured.ts';
import {
  type Model,
  NO_LATENCY,
  searchedSlice,
  searchOn,
  type SearchShape,
  workers,
} from '../../fixtures/searches.ts';
import { faultsOf, PLAIN_MARKS } from '../../fixtures/prose.ts';
import { resourcesOf, serviceOf } from '../../fixtures/resources.ts';
import { given, standing } from '../../fixtures/acceptances.ts';
import { besideRun, type Truth } from '../../fixtures/beside.ts';
import { type Story, tell } from '../../fixtures/told.ts';
import { k6Engine } from '../../fixtures/k6.ts';
import { distributed } from '../../fixtures/workers.ts';
import { RESOURCE_CASES } from './resource-cases.ts';

const HISTORY = { browse: baselineOf(20) };
const usual = (shape: Parameters<typeof sliceOf>[0] = {}, more: Partial<Story> = {}): Story => ({
  slices: [sliceOf({ seed: 7, ...shape })],
  references: HISTORY,
  ...more,
});
const at =
  (seconds: readonly number[], pace: number) =>
  (second: number): number =>
    seconds.includes(second) ? pace : 1;
const slowSearch = [...SHOP.slice(0, 2), { name: 'search', weight: 1, median: 44, spread: 0.5 }];
const bound = (metric: 'p95' | 'error-rate', value: number): Partial<Story> => ({
  plan: { limits: [{ kind: 'absolute', metric, bound: value }] },
});

const beside = (truth: Partial<Truth>): Story => ({ slices: [], beside: besideRun(truth) });
const refusing = (...refused: readonly RefusedAcceptance[]): Standing => ({ ...NO_STANDING, refused });
const BESIDE = beside({});
const FAILED_BASE = {
  kind: 'not-measured',
  code: 'base-failed',
  message: 'The base commit could not be measured: its build failed.',
  advice: 'Look at it.',
  lines: [],
  said: null,
} as const;

/** Accepted runs of which each is slower than the one before. */
function drifting(runs: number, step: number): Reference {
  const reference = baselineOf(runs);
  if (reference.kind !== 'baseline') throw new Error('a baseline was asked for');
  return {
    ...reference,
    runs: reference.runs.map((run, index) => ({
      ...run,
      metrics: { ...run.metrics, p95: (run.metrics.p95 ?? 0) * (1 + step) ** index },
    })),
  };
}

const RAMP = {
  plan: {
    executor: {
      kind: 'ramping-users',
      startUsers: 1,
      stages: [{ duration: millis(20_000), target: 40 }],
      thinkTime: null,
      duration: millis(20_000),
    },
  },
} as const satisfies Partial<Story>;
const OPEN = {
  plan: { executor: { kind: 'constant-arrival-rate', rate: 1_200, maxUsers: 200, duration: millis(20_000) } },
} as const satisfies Partial<Story>;

const searched = (model: Model, shape: SearchShape = {}): Story => ({
  slices: [searchedSlice(searchOn(model, shape))],
});
const SEARCHED = searched(workers(20, 50));
const BROKEN = searched(workers(20, 50), { recovery: 0.25 });
/** A soak of three minutes in which memory goes as it is told to; bytes by the second. */
const soak = (
  memory: ((second: number) => number) | null,
  shape: Parameters<typeof sliceOf>[0] = {},
): Story => {
  const seconds = shape.seconds ?? 180;
  const readings =
    memory === null ? null : Array.from({ length: seconds }, (_, second) => bytes(memory(second)));
  return usual({ seconds, rate: 200, memory: readings, ...shape }, { plan: { soak: true } });
};
const MEGABYTE = 1e6;
const LEVEL = soak((second) => 80 * MEGABYTE + 10_000 * (second % 7));

/** Of a soak, as much more fails every second. */
function failingMore(): Story {
  const slice = sliceOf({ seed: 7, seconds: 180, rate: 200, failures: { httpError: 900 } });
  const timeline = slice.timeline.map((row) => ({ ...row, errors: perSecond(row.second / 18) }));
  return { slices: [{ ...slice, timeline }], references: HISTORY, plan: { soak: true } };
}

/** The one nothing is the matter with, which most rules are silent about. */
const QUIET = usual();

/** The same on another machine, with nothing of the service's in the readings of this one. */
const ELSEWHERE: Story = {
  ...usual({ host: { serviceCores: null, serviceMemory: null } }),
  target: { url: 'https://api.example.com', address: '203.0.113.7', loopback: false, network: 'public' },
};

/** Of a plan whose change edits this of what it is judged by. */
const originOf = (edits: Partial<OwnEdits>): PlanOrigin => ({
  path: '.github/loadgate.yml',
  lines: {},
  edits: { limits: [], settings: [], removed: [], config: null, baseline: null, ...edits },
});

/** By rule: a story in which it speaks, and one that differs in little and in which it does not (where none is given, the quiet one). */
const CASES: Readonly<Record<FindingName, { readonly speaks: Story; readonly silent?: Story | null }>> = {
  'generator-bound': { speaks: usual({ generator: { cpu: ratio(0.97) } }) },
  loopback: { speaks: QUIET, silent: ELSEWHERE },
  'service-elsewhere': { speaks: ELSEWHERE },
  // These are in a closed loop, and at one level of load.
  'closed-loop': { speaks: QUIET, silent: null },
  'certificate-not-verified': {
    speaks: usual({}, { plan: { tls: { kind: 'unverified' } } }),
    silent: usual({}, { plan: { tls: { kind: 'verified', ca: null } } }),
  },
  'own-edits': {
    speaks: usual(
      {},
      { plan: { origin: originOf({ limits: ['browse'], baseline: '.loadgate/baseline.json' }) } },
    ),
    silent: usual({}, { plan: { origin: originOf({}) } }),
  },
  imported: {
    speaks: {
      slices: [
        {
          ...sliceOf({ seed: 7 }),
          engine: { name: 'hey', version: '', why: 'imported' },
          imported: { format: 'hey', lacks: LACKS, told: { answers: 900, quantiles: [] } },
        },
      ],
      references: HISTORY,
    },
  },
  machine: { speaks: QUIET, silent: null },
  'capacity-unknown': { speaks: QUIET, silent: null },
  capacity: { speaks: SEARCHED },
  scaling: {
    speaks: SEARCHED,
    silent: searched(workers(8, 50), { objective: { ...NO_LATENCY, p95: millis(10) } }),
  },
  'capacity-beyond': { speaks: searched(workers(1_000, 50), { max: 64 }), silent: SEARCHED },
  recovers: { speaks: SEARCHED, silent: BROKEN },
  'stays-broken': { speaks: BROKEN, silent: SEARCHED },
  'shared-machine': { speaks: QUIET, silent: usual({ host: null }) },
  competition: {
    speaks: usual({
      generator: { runQueueDelay: ratio(0.2) },
      host: { cores: 2, busyCores: 1.97, serviceCores: 0.95, generatorCores: 0.7, cpuPressure: ratio(0.6) },
    }),
  },
  'background-activity': {
    speaks: usual({ host: { otherCores: 1.9, others: [{ name: 'ffmpeg', cores: 1.9 }] } }),
    // A local database belongs to the result.
    silent: usual({ host: { otherCores: 1.9, others: [{ name: 'postgres', cores: 1.8 }] } }),
  },
  'stolen-cpu': {
    speaks: usual({ host: { steal: ratio(0.05) } }),
    silent: usual({ host: { steal: ratio(0.001) } }),
  },
  'not-watched': { speaks: usual({ host: null }) },
  'too-few-answers': { speaks: usual({ rate: 20 }), silent: usual({ rate: 400 }) },
  'short-run': { speaks: usual({ seconds: 5 }) },
  'other-machine': { speaks: usual({}, { references: { browse: OTHER_MACHINE } }) },
  'other-config': { speaks: usual({}, { references: { browse: OTHER_CONFIG } }) },
  'first-run': { speaks: usual({}, { references: {} }) },
  'accepted-change': { speaks: usual({}, { standing: standing(given()) }) },
  'acceptance-refused': {
    speaks: usual({}, { standing: refusing({ kind: 'not-allowed', text: 'loadgate accept', by: null }) }),
    // That GitHub does not answer matters where something failed.
    silent: usual({}, { standing: refusing({ kind: 'not-read', message: '502' }) }),
  },
  'thin-history': { speaks: usual({}, { references: { browse: baselineOf(2) } }) },
  screened: {
    speaks: { slices: [sliceOf({ seed: 7, pace: () => 1.4 })], references: HISTORY, beside: besideRun() },
    silent: BESIDE,
  },
  'base-failed': { speaks: usual({}, { baseFailure: FAILED_BASE, plan: { compare: 'base' } }) },
  'baseline-drift': { speaks: usual({}, { references: { browse: drifting(30, 0.01) } }) },
  'cost-in-cpu': { speaks: beside({ cpu: 0.1, confirm: 8 }), silent: beside({ wait: 0.1, confirm: 8 }) },
  'cost-in-waiting': { speaks: beside({ wait: 0.1, confirm: 8 }), silent: beside({ cpu: 0.1, confirm: 8 }) },
  attribution: {
    speaks: beside({ cpu: 0.1, confirm: 8, resources: () => resourcesOf() }),
    silent: beside({ cpu: 0.1, confirm: 8 }),
  },
  'larger-answers': {
    speaks: beside({ cpu: 0.1, size: 0.1, confirm: 8 }),
    silent: beside({ cpu: 0.1, size: 0, confirm: 8 }),
  },
  'whole-shift': { speaks: beside({ wait: 0.02, main: 10 }), silent: BESIDE },
  'larger-budget': { speaks: beside({ noise: 0.12, main: 20 }), silent: BESIDE },
  'own-engine': {
    speaks: usual({ engine: { name: 'undici', version: '8', why: 'closing-connections' } }),
    silent: usual({ engine: { name: 'undici', version: '8', why: 'asked' } }),
  },
  locust: {
    speaks: usual({ engine: { name: 'locust', version: '2.47.0', why: 'asked' } }),
    silent: usual({ engine: { name: 'undici', version: '8', why: 'asked' } }),
  },
  k6: {
    speaks: usual({ engine: k6Engine() }),
    silent: usual({ engine: { name: 'k6', version: '', why: 'imported' } }),
  },
  'k6-thresholds': {
    speaks: usual({ engine: k6Engine() }),
    silent: usual({ engine: k6Engine({ thresholds: [] }) }),
  },
  workers: { speaks: usual({ engine: distributed() }), silent: usual({ engine: distributed(null) }) },
  'workers-unsteady': {
    speaks: usual({ engine: distributed({ lostAt: millis(4_000) }) }),
    silent: usual({ engine: distributed() }),
  },
  'worker-clocks': {
    speaks: usual({ engine: distributed({ clock: { offset: millis(-3_200), error: millis(1) } }) }),
    silent: usual({ engine: distributed({ clock: { offset: millis(-90), error: millis(1) } }) }),
  },
  detectable: { speaks: QUIET, silent: usual({}, { references: {} }) },
  'no-errors': { speaks: QUIET, silent: usual({ failures: { httpError: 1 } }) },
  errors: { speaks: usual({ failures: { httpError: 40 }, errors: [{ message: 'HTTP 503', count: 40 }] }) },
  'objective-met': { speaks: usual({}, bound('p95', 100)), silent: usual({}, bound('p95', 5)) },
  'objective-missed': { speaks: usual({}, bound('p95', 5)), silent: usual({}, bound('p95', 100)) },
  slower: { speaks: usual({ pace: () => 1.4 }) },
  faster: { speaks: usual({ pace: () => 0.7 }) },
  stable: { speaks: QUIET, silent: usual({ pace: at([10], 6) }) },
  spikes: { speaks: usual({ pace: at([10, 11], 6) }) },
  dips: {
    // Fewer answers, none of them slower: the users were held up elsewhere.
    speaks: { ...QUIET, slices: [withTroughAt(12)] },
  },
  drift: { speaks: usual({ seconds: 60, pace: (second) => 1 + second / 60 }) },
  leak: { speaks: soak((second) => 80 * MEGABYTE + (MEGABYTE * second) / 60), silent: LEVEL },
  'memory-level': { speaks: LEVEL, silent: usual({ seconds: 180, rate: 200 }) },
  'memory-unwatched': { speaks: soak(null), silent: LEVEL },
  'latency-drift': { speaks: soak(null, { pace: (second) => 1 + second / 300 }), silent: LEVEL },
  'errors-drift': { speaks: failingMore(), silent: LEVEL },
  'long-tail': {
    speaks: usual({ requests: [{ name: 'all', weight: 1, median: 8, spread: 1.2 }] }),
    silent: usual({ requests: [{ name: 'all', weight: 1, median: 8, spread: 0.3 }] }),
  },
  'slow-request': { speaks: usual({ requests: slowSearch }) },
  saturated: { speaks: usual({ host: { serviceCores: 3.2, busyCores: 3.9 } }) },
  'service-one-core': { speaks: usual({ host: { serviceCores: 0.98, busyCores: 1.4 } }) },
  waiting: {
    speaks: usual({
      rate: 200,
      requests: [{ name: 'all', weight: 1, median: 48, spread: 0.2 }],
      host: { serviceCores: 0.1 },
    }),
  },
  'find-the-cause': { speaks: usual({ pace: () => 1.4 }) },
  'fix-or-accept': { speaks: usual({ pace: () => 1.4 }) },
  'take-baseline': { speaks: usual({}, { references: {} }) },
  'hold-the-gain': { speaks: usual({ pace: () => 0.7 }) },
  'more-baseline-runs': { speaks: usual({}, { references: { browse: baselineOf(2) } }) },
  'look-at-errors': { speaks: usual({ failures: { httpError: 400 } }) },
  'separate-machine': { speaks: QUIET, silent: usual({ pace: () => 1.4 }) },
  'quiet-machine': { speaks: usual({ host: { otherCores: 1.9 } }, { machine: LAPTOP }) },
  'run-longer': { speaks: usual({ seconds: 5 }), silent: beside({ main: 4 }) },
  'warm-up-longer': {
    speaks: usual({ seconds: 30, pace: at([0, 1], 5) }),
    silent: usual({ seconds: 30, pace: at([15, 16], 5) }),
  },
  'look-at-database': {
    speaks: usual({
      rate: 200,
      requests: [{ name: 'all', weight: 1, median: 48, spread: 0.2 }],
      host: { serviceCores: 0.1 },
    }),
  },
  'ramp-to-limit': { speaks: QUIET, silent: usual({ pace: () => 1.4 }) },
  ...RESOURCE_CASES,
};

function withTroughAt(second: number) {
  const slice = sliceOf({ seed: 7 });
  return {
    ...slice,
    timeline: slice.timeline.map((row) =>
      row.second === second ? { ...row, throughput: (row.throughput / 5) as typeof row.throughput } : row,
    ),
  };
}

const found = (story: Story, name: FindingName): readonly Finding[] =>
  tell(story).findings.filter((finding) => finding.name === name);

describe.each(Object.entries(CASES) as [FindingName, (typeof CASES)[FindingName]][])(
  '%s',
  (name, { speaks, silent = QUIET }) => {
    it.each(LANGUAGE_CODES)('speaks where there is evidence, in words (%s)', (language) => {
      const words = LANGUAGES[language];
      const [first] = found(speaks, name);
      if (first === undefined) throw new Error(`${name} says nothing`);
      for (const scenarios of [1, 2]) {
        const sentences = sentencesOf(words, penOf(words, PLAIN_MARKS, scenarios));
        expect(faultsOf(sentences.group({ findings: [first] }), language)).toEqual([]);
      }
      expect(words.findingTitles[name]).toMatch(/\p{Letter}/u);
    });

    it.skipIf(silent === null)('is silent where there is none', () => {
      expect(found(silent ?? QUIET, name)).toEqual([]);
    });
  },
);

describe('the shape of a load', () => {
  it.each(['stable', 'spikes', 'dips', 'drift', 'run-longer'] as const)(
    'that moves makes no %s of what the service does',
    (name) => {
      expect(found({ ...CASES[name].speaks, ...RAMP }, name)).toEqual([]);
    },
  );

  it('that is open has neither a closed loop nor users that could be fewer', () => {
    expect(found({ ...QUIET, ...OPEN }, 'closed-loop')).toEqual([]);
    const [apart] = found({ ...QUIET, ...OPEN }, 'separate-machine');
    expect(apart?.evidence).toMatchObject({ users: 1 });
    expect(found(QUIET, 'separate-machine')[0]?.evidence).toMatchObject({ users: 10 });
  });
});

describe('a service on another machine', () => {
  const namesOf = (story: Story): readonly FindingName[] => tell(story).findings.map(({ name }) => name);
  const here = (host: NonNullable<Parameters<typeof sliceOf>[0]>['host']): Story =>
    usual({ resources: resourcesOf(), host: { serviceCores: null, ...host } });
  const elsewhere = (host: Parameters<typeof here>[0]): Story => ({ ...ELSEWHERE, ...here(host) });

  it('is told of once, without what is true of one machine only', () => {
    const names = namesOf(ELSEWHERE);
    expect(names.filter((name) => name === 'service-elsewhere')).toHaveLength(1);
    for (const name of ['loopback', 'shared-machine', 'separate-machine', 'not-watched', 'headroom'] as const)
      expect(names).not.toContain(name);
  });

  it('is not slow for what this machine goes through, but its latencies may be', () => {
    for (const [name, host] of [
      ['stolen-cpu', { steal: ratio(0.05) }],
      ['memory-pressure', { memoryPressure: ratio(0.5) }],
    ] as const) {
      expect(namesOf(here(host))).toContain(name);
      expect(namesOf(elsewhere(host))).not.toContain(name);
    }
    expect(namesOf(elsewhere({ retransmits: ratio(0.05) }))).toContain('retransmits');
    const others = { otherCores: 1.9, others: [{ name: 'ffmpeg', cores: 1.9 }] };
    const from = (story: Story) => found(story, 'background-activity').map(({ evidence }) => evidence);
    expect(from(elsewhere(others))).toMatchObject([{ from: 'generator' }]);
    expect(from(here(others))).toMatchObject([{ from: 'service' }]);
    const pressed = namesOf(elsewhere({ cpuPressure: ratio(0.6) }));
    expect(pressed).toContain('competition');
    expect(pressed).not.toContain('separate-machine');
  });

  it('is told of by its monitoring, in the scenario in which it used most', () => {
    const monitored = (scenario: string, mean: number) =>
      sliceOf({
        seed: 7,
        scenario,
        resources: resourcesOf({
          service: null,
          monitoring: {
            source: 'prometheus',
            cpu: { mean, most: 2 * mean, samples: 20 },
            memory: null,
            gap: null,
            said: null,
          },
        }),
      });
    const story = { ...ELSEWHERE, slices: [monitored('browse', 0.5), monitored('search', 1.5)] };
    expect(found(story, 'service-elsewhere')).toMatchObject([{ evidence: { used: { cpu: { mean: 1.5 } } } }]);
  });

  it('is told of by its machine over SSH, in the scenario in which it used most', () => {
    const watched = (scenario: string, cores: number) =>
      sliceOf({
        seed: 7,
        scenario,
        resources: resourcesOf({
          service: serviceOf({ cores }),
          elsewhere: { host: 'shop.example', machine: null },
        }),
      });
    const story = { ...ELSEWHERE, slices: [watched('browse', 0.5), watched('search', 1.5)] };
    expect(found(story, 'service-elsewhere')).toMatchObject([
      { evidence: { used: null, ssh: { host: 'shop.example', cores: 1.5, machine: null } } },
    ]);
    const silent = { service: null, elsewhere: { host: 'shop.example', machine: null } };
    const unknown = { ...ELSEWHERE, slices: [sliceOf({ seed: 7, resources: resourcesOf(silent) })] };
    expect(found(unknown, 'service-elsewhere')[0]?.evidence).not.toHaveProperty('ssh');
  });

  it('has databases that are watched, or may be', () => {
    expect(found(ELSEWHERE, 'service-elsewhere')[0]?.evidence).toEqual({
      address: '203.0.113.7',
      databases: false,
      used: null,
    });
  });
});

describe('findings together', () => {
  it('say nothing about timings of a void measurement', () => {
    const names = tell(usual({ generator: { cpu: ratio(0.97) }, pace: () => 1.4 })).findings.map(
      ({ name }) => name,
    );
    expect(names).toContain('generator-bound');
    for (const name of ['slower', 'stable', 'spikes', 'waiting', 'saturated'])
      expect(names).not.toContain(name);
  });

  it('are the same for the same evidence', () => {
    expect(tell(usual({ pace: () => 1.4 })).findings).toEqual(tell(usual({ pace: () => 1.4 })).findings);
  });

  it('name no machine as quiet that was not watched', () => {
    const { findings } = tell(usual({ host: null }, { machine: HOSTED }));
    expect(findings.map(({ name }) => name)).not.toContain('shared-machine');
  });
});
