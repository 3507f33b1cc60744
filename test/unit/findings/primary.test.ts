/** The one bottleneck that is named first: causes before what follows from them, and none in a service that is well. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, FindingName } from '../../../src/domain/finding.ts';
import { type Language, LANGUAGE_CODES } from '../../../src/domain/language.ts';
import { bytes, millis, ratio } from '../../../src/domain/units.ts';
import { findAll } from '../../../src/findings/find.ts';
import { primaryBottleneck } from '../../../src/findings/primary.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { LANGUAGES, penOf } from '../../../src/report/pen.ts';
import { sentencesOf } from '../../../src/report/sentences.ts';
import { anyHost, anyResources } from '../../fixtures/any-resources.ts';
import { PLAIN_MARKS, withoutCode } from '../../fixtures/prose.ts';
import { sliceOf } from '../../fixtures/measured.ts';
import {
  cgroupOf,
  databaseOf,
  resourcesOf,
  runtimeOf,
  serviceOf,
  statementOf,
} from '../../fixtures/resources.ts';
import { type Story, tell } from '../../fixtures/told.ts';
import { asking, repeating, RESOURCE_CASES, slow, using } from './resource-cases.ts';

const namesOf = (findings: readonly Finding[]): readonly FindingName[] => findings.map(({ name }) => name);
const bottlenecks = (findings: readonly Finding[]): readonly FindingName[] =>
  namesOf(findings.filter(({ kind }) => kind === 'bottleneck'));

const THROTTLED = { cgroup: cgroupOf({ cpuLimit: 0.5, throttledPeriods: ratio(0.6), throttled: 0.4 }) };
const FULL = { service: serviceOf({ cores: 0.99, busiestThread: 0.97, processCores: [0.99] }) };
const STARVED = { service: serviceOf({ cores: 0.5, busiestThread: 0.45, runQueueDelay: 0.6 }) };
const BURNER = { otherCores: 1.9, busyCores: 3.95, others: [{ name: 'ffmpeg', cores: 1.9 }] };
const GARBAGE = { collection: ratio(0.4), collectionMax: millis(310), delayP99: millis(320) };

/** What is named first, of several things that are the matter at once. */
const FIRST: Readonly<Record<string, readonly [Story, FindingName | null, readonly FindingName[]]>> = {
  'nothing of a service that is well': [using(), null, []],
  'nothing of one that answers quickly from its database': [using({ databases: [databaseOf()] }), null, []],
  'nothing where nothing was watched': [{ slices: [sliceOf({ seed: 7 })] }, null, []],
  'a limit before the thread that it holds back': [
    using({ ...THROTTLED, ...FULL }, { serviceCores: 0.99 }),
    'cpu-limit',
    ['cpu-limit'],
  ],
  'a neighbour before the event loop that it makes late': [
    using({ ...STARVED, runtimes: [runtimeOf({ delayP99: millis(90), eventLoop: ratio(0.8) })] }, BURNER),
    'neighbour',
    [],
  ],
  'a lock before a neighbour that leaves room': [
    slow(
      {
        service: serviceOf({ cores: 0.1, busiestThread: 0.1, runQueueDelay: 0.1 }),
        databases: [asking(80, { waits: [{ kind: 'lock', event: 'tuple', sessions: 6 }] })],
      },
      BURNER,
    ),
    'lock-waits',
    ['lock-waits'],
  ],
  'many queries before a neighbour, which does not ask them': [
    using({ ...STARVED, ...repeating(20) }, BURNER),
    'n-plus-one',
    ['n-plus-one'],
  ],
  'a neighbour before the time that a database took beside it': [
    slow({ ...STARVED, databases: [asking(80)] }, BURNER),
    'neighbour',
    [],
  ],
  'a generator that is full before everything': [
    {
      slices: [
        sliceOf({
          seed: 7,
          generator: { cpu: ratio(0.97), eventLoop: ratio(0.99) },
          resources: resourcesOf({ ...THROTTLED, ...FULL }),
        }),
      ],
    },
    'generator-bound',
    [],
  ],
  'a neighbour before a generator that only had no core': [
    {
      slices: [
        sliceOf({
          seed: 7,
          generator: { cpu: ratio(0.4), eventLoop: ratio(0.99) },
          host: BURNER,
          resources: resourcesOf(STARVED),
        }),
      ],
    },
    'neighbour',
    [],
  ],
  'a leak before the collection that it brings': [
    using({
      runtimes: [runtimeOf({ ...GARBAGE, live: { from: bytes(60e6), to: bytes(400e6) } })],
    }),
    'short-leak',
    ['short-leak'],
  ],
  'collection before the event loop and the full thread': [
    using({ ...FULL, runtimes: [runtimeOf({ ...GARBAGE, eventLoop: ratio(0.97) })] }, { serviceCores: 1.1 }),
    'collection',
    ['collection'],
  ],
  'single collections before the event loop that they make late': [
    using({ runtimes: [runtimeOf({ collectionMax: millis(119), delayP99: millis(76) })] }),
    'collection',
    ['collection'],
  ],
  'many queries before the thread that they keep busy': [
    using({ ...FULL, ...repeating(40) }, { serviceCores: 0.99 }),
    'n-plus-one',
    ['n-plus-one'],
  ],
  'a missing index before the pool that it fills': [
    slow({
      databases: [
        asking(18, {
          kind: 'mariadb',
          connections: { most: 2, active: 1.95, idleInTransaction: 0, limit: 151 },
          statements: [
            statementOf({ calls: 2_000, rows: 2_000, examined: 2_000 * 50_000, time: millis(36_000) }),
          ],
        }),
      ],
    }),
    'missing-index',
    ['missing-index'],
  ],
  'a full pool before the wait for it': [
    slow({
      databases: [asking(18, { connections: { most: 2, active: 1.9, idleInTransaction: 0, limit: 100 } })],
    }),
    'small-pool',
    ['small-pool'],
  ],
  'the disk under a database before the statement that waits for it': [
    slow({ databases: [asking(80, { waits: [{ kind: 'disk', event: 'WALSync', sessions: 7 }] })] }),
    'disk-bound',
    ['disk-bound'],
  ],
  'a disk before the event loop that stands still for it': [
    slow({
      service: serviceOf({ cores: 0.2, busiestThread: 0.2, diskWaiters: 0.8 }),
      runtimes: [runtimeOf({ eventLoop: ratio(0.98), delayP99: millis(120) })],
    }),
    'disk-bound',
    ['disk-bound'],
  ],
  'an event loop before the wait behind it': [
    slow({ runtimes: [runtimeOf({ eventLoop: ratio(0.27), delayP99: millis(158) })] }),
    'event-loop-blocked',
    ['event-loop-blocked'],
  ],
  'a full thread before the full machine': [
    using(FULL, { cores: 2, busyCores: 1.95, serviceCores: 0.99 }),
    'service-one-core',
    ['service-one-core'],
  ],
  'the full machine of several processes': [
    using(
      { service: serviceOf({ cores: 3.2, busiestThread: 0.8, processCores: [0.82, 0.8, 0.8, 0.78] }) },
      { busyCores: 3.9, serviceCores: 3.2 },
    ),
    'saturated',
    ['saturated'],
  ],
  'a wait that nothing explains': [slow(), 'waiting', ['waiting']],
};

describe('first comes', () => {
  it.each(Object.entries(FIRST))('%s', (_, [story, first, all]) => {
    const { findings } = tell(story);
    expect(primaryBottleneck(findings)).toBe(first);
    expect(bottlenecks(findings)).toEqual(all);
  });

  it('the one of the scenario that has one, where another is well', () => {
    const [well] = using().slices;
    const [ill] = using(repeating(20)).slices;
    if (well === undefined || ill === undefined) throw new Error('a story has a slice');
    const { findings } = tell({ slices: [well, { ...ill, scenario: 'list' }] });
    expect(primaryBottleneck(findings)).toBe('n-plus-one');
    expect(namesOf(findings)).toContain('headroom');
  });

  it('what an advice is about', () => {
    const [advice] = tell(using(repeating(20))).findings.filter(({ name }) => name === 'relieve');
    const calls: unknown = expect.closeTo(20, 0);
    expect(advice?.evidence).toMatchObject({ bottleneck: { name: 'n-plus-one', evidence: { calls } } });
  });
});

describe('sentences', () => {
  it.each(Object.entries(RESOURCE_CASES))('of %s hold no hole', (_, { speaks }) => {
    const { report } = tell(speaks);
    for (const language of LANGUAGE_CODES)
      expect(renderMarkdown(report, language)).not.toMatch(/undefined|NaN|null|Infinity|∞/u);
  });
});

/** Never told of one scenario together. */
const CONTRADICTIONS: readonly (readonly [FindingName, FindingName])[] = [
  ['saturated', 'waiting'],
  ['service-one-core', 'waiting'],
  ['service-one-core', 'uneven-workers'],
  ['database-dominant', 'small-pool'],
  ['database-bound', 'waiting'],
  ['memory-limit-near', 'memory-pressure'],
  ['background-activity', 'neighbour'],
  ['shared-machine', 'neighbour'],
  ['stable', 'spikes'],
  ['slower', 'faster'],
];

describe('whatever was read', () => {
  const base = { quick: tell(using()), slow: tell(slow()) };

  it('gives finite numbers, one first bottleneck and no contradiction', () => {
    fc.assert(
      fc.property(fc.constantFrom('quick', 'slow'), anyResources, anyHost, (which, resources, machine) => {
        const { run, plan, verdict, occasion } = base[which];
        const blocks = run.blocks.map((block) => ({
          ...block,
          slices: block.slices.map((slice) => ({
            ...slice,
            resources,
            host: slice.host === null ? null : { ...slice.host, ...machine },
          })),
        }));
        const findings = findAll({ run: { ...run, blocks }, plan, verdict, occasion });
        for (const each of findings) expect(numbersIn(each.evidence).every(Number.isFinite)).toBe(true);
        for (const language of LANGUAGE_CODES)
          for (const each of findings) expect(holesIn(each, language)).toEqual([]);
        const names = new Set(namesOf(findings));
        const [first] = bottlenecks(findings);
        const primary = primaryBottleneck(findings);
        const foremost = first ?? (names.has('neighbour') ? 'neighbour' : null);
        expect([foremost, names.has('neighbour') ? 'neighbour' : foremost]).toContain(primary);
        expect(primary !== null && names.has('headroom')).toBe(false);
        for (const [left, right] of CONTRADICTIONS)
          expect([left, right].every((name) => names.has(name))).toBe(false);
        expect(names.has('waiting') && bottlenecks(findings).length > 1).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

/** Of its sentence; whatever a stranger wrote stands in code. */
function holesIn(finding: Finding, language: Language): readonly string[] {
  const words = LANGUAGES[language];
  const text = sentencesOf(words, penOf(words, PLAIN_MARKS, 1)).group({ findings: [finding] });
  return withoutCode(text).match(/undefined|NaN|null|Infinity|∞/gu) ?? [];
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
