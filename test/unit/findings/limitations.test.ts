/**
 * The limits of a measurement that the analysis this project follows names first: loopback, competition for resources, hardware that is no server's. Each is told where it is there
 * and not where it is not, from the kernel's files to the sentence.
 */
import { describe, expect, it } from 'vitest';
import type { FindingName } from '../../../src/domain/finding.ts';
import { millis, ratio } from '../../../src/domain/units.ts';
import { hardwareFacts } from '../../../src/platform/kernel-files.ts';
import { memoryLog } from '../../../src/platform/log.ts';
import { openVault } from '../../../src/platform/vault.ts';
import { startHostProbe } from '../../../src/probes/host.ts';
import { describeMachine } from '../../../src/probes/machine.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { runOf, sliceOf } from '../../fixtures/measured.ts';
import { resourcesOf, serviceOf } from '../../fixtures/resources.ts';
import { tell } from '../../fixtures/told.ts';
import { type LoadTicks, MACHINES, type RecordedMachine, withLoad } from '../probes/recorded-machines.ts';
import { recordTree } from '../probes/recorded-tree.ts';

/** Limitations about where and beside whom it was measured. */
const LIMITS: readonly FindingName[] = [
  'loopback',
  'shared-machine',
  'competition',
  'background-activity',
  'neighbour',
  'stolen-cpu',
  'power-saving',
  'throttled-cpu',
  'not-watched',
];

/** What is told of two seconds on a recorded machine. `delay`: cores' worth of time in which the service was ready and had none. */
async function toldOf(
  recorded: RecordedMachine,
  { delay = 0 }: { readonly delay?: number | undefined } = {},
) {
  using tree = recordTree(recorded.before);
  const world = {
    workspace: '/nowhere',
    temporary: '/nowhere',
    env: {},
    signal: new AbortController().signal,
    vault: openVault({ env: {}, secrets: {} }),
    log: memoryLog(),
    now: () => millis(0),
    date: () => new Date(0),
    generator: ['node'] as const,
  };
  const facts = { ...hardwareFacts(), cores: recorded.cores, system: 'Linux', release: '6.12.0' };
  const machine = await describeMachine(world, { root: tree.root, facts });
  let now = 0;
  const probe = startHostProbe({
    servicePids: () => [7],
    generatorPids: () => [8],
    root: tree.root,
    now: () => now,
  });
  tree.write(recorded.after);
  now = 2_000;
  const host = probe.stop();
  if (host === null) throw new Error('the recorded machine has no /proc');
  const service = serviceOf({ cores: host.serviceCores ?? 0, runQueueDelay: delay });
  const generator = { runQueueDelay: ratio(0.001) };
  const story = {
    slices: [sliceOf({ seed: 7, host, generator, resources: resourcesOf({ service }) })],
    machine,
  };
  const { findings, report } = tell(story);
  const names = findings.map(({ name }) => name);
  return {
    limits: LIMITS.filter((name) => names.includes(name)),
    text: renderMarkdown(report, 'en').replaceAll('\u00a0', ' '),
    findings,
  };
}

/** Of every run of today's: on this machine's own address, beside its generator. */
const HERE: readonly FindingName[] = ['loopback', 'shared-machine'];

const HARDWARE: Readonly<
  Record<keyof typeof MACHINES, { readonly limits: readonly FindingName[]; readonly says: RegExp }>
> = {
  'a laptop on battery': {
    limits: [...HERE, 'power-saving'],
    says: /saves power: it ran on battery and its power governor is `powersave`/u,
  },
  'a laptop on mains that gets hot': {
    limits: [...HERE, 'throttled-cpu'],
    says: /slowed itself down for heat 16 times while load was on/u,
  },
  'a laptop on mains that was hot last week': {
    limits: HERE,
    says: /State: power governor `performance`, on mains, slowed down for heat 136 times since it booted/u,
  },
  'a server': { limits: HERE, says: /State: power governor `performance`, on mains\./u },
  'a virtual machine': {
    limits: HERE,
    says: /Not readable here: power governor, battery or mains, and thermal throttling; slow phases of the hardware cannot be ruled out/u,
  },
};

describe('hardware', () => {
  it.each(Object.entries(HARDWARE))('%s', async (name, { limits, says }) => {
    const told = await toldOf(MACHINES[name as keyof typeof MACHINES]);
    expect(told.limits).toEqual(limits);
    expect(told.text).toMatch(says);
  });

  it('that says all of itself leaves nothing unread', async () => {
    for (const name of ['a laptop on battery', 'a server'] as const)
      expect((await toldOf(MACHINES[name])).text).not.toContain('Not readable here');
  });

  it('of a virtual machine is not guessed at', async () => {
    const { findings } = await toldOf(MACHINES['a virtual machine']);
    expect(findings.find(({ name }) => name === 'machine')?.evidence).toMatchObject({
      machine: { governor: null, power: null, thermalThrottles: null, frequency: null },
      unread: ['governor', 'power', 'throttling'],
    });
    expect(findings.map(({ name }) => name)).not.toContain('quiet-machine');
  });
});

interface Fight {
  readonly load: LoadTicks;
  readonly delay?: number;
  readonly limits: readonly FindingName[];
}

/** On four cores, which have 800 ticks in two seconds. */
const COMPETITION: Readonly<Record<string, Fight>> = {
  'nobody else': { load: { service: 60, generator: 20 }, limits: HERE },
  'a database that leaves room': {
    load: { service: 60, generator: 20, other: ['postgres', 150] },
    limits: HERE,
  },
  'a stranger that leaves room': {
    load: { service: 60, generator: 20, other: ['ffmpeg', 150] },
    limits: [...HERE, 'background-activity'],
  },
  'a stranger that the service has to wait for': {
    load: { service: 60, generator: 20, other: ['ffmpeg', 390] },
    delay: 0.4,
    limits: ['loopback', 'neighbour'],
  },
  'a stranger that takes all cores': {
    load: { service: 60, generator: 20, other: ['ffmpeg', 690], waited: 150 },
    delay: 0.4,
    limits: ['loopback', 'competition', 'neighbour'],
  },
  'service and generator that want all cores': {
    load: { service: 590, generator: 180, waited: 120 },
    limits: ['loopback', 'competition'],
  },
};

describe('competition', () => {
  it.each(Object.entries(COMPETITION))('%s', async (_, { load, delay, limits }) => {
    const told = await toldOf(withLoad(MACHINES['a virtual machine'], load), { delay });
    expect(told.limits).toEqual(limits);
  });
});

describe('loopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['192.0.2.7', false],
  ])('of %s: %s', (address, loopback) => {
    const slices = [sliceOf({ seed: 7 })];
    const run = { ...runOf(slices), target: { url: `http://${address}:8000`, address, loopback } };
    const { findings } = tell({ slices: [], beside: run });
    const names = findings.map(({ name }) => name);
    expect(names.includes('loopback')).toBe(loopback);
    expect(names.includes('shared-machine')).toBe(loopback);
  });
});
