/** What containers used, added up over stretches of load. */
import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import {
  type ContainerLook,
  openContainerAccount,
  type SeenContainer,
} from '../../../src/probes/container-account.ts';
import type { ContainerCounters, ContainerSetup } from '../../../src/probes/container-answers.ts';

const SETUP: ContainerSetup = { cpuLimit: null, memoryLimit: null, hostNetwork: false, pid: null };
const NOTHING: Omit<ContainerCounters, 'cpu'> = {
  at: null,
  periods: null,
  memory: null,
  io: null,
  network: null,
};

/** CPU time in milliseconds, and whatever else is counted. */
const used = (cpu: number, more: Partial<ContainerCounters> = {}): ContainerCounters => ({
  ...NOTHING,
  ...more,
  cpu: cpu * 1e6,
});

/** A look at this moment, by our clock in milliseconds, at containers by name. */
const look = (
  at: number,
  counters: Readonly<Record<string, ContainerCounters>>,
  setup: Partial<ContainerSetup> = {},
): ContainerLook => ({
  at: millis(at),
  seen: new Map(
    Object.entries(counters).map(([name, each]): readonly [string, SeenContainer] => [
      name,
      {
        listed: { id: name, name, image: 'i', project: null, service: null },
        setup: { ...SETUP, ...setup },
        counters: each,
      },
    ]),
  ),
});

/** Adds pairs of looks, and reads CPU time in cores by name. */
function coresAfter(
  ...looks: readonly (readonly [ContainerLook, ContainerLook])[]
): Readonly<Record<string, number>> {
  const account = openContainerAccount();
  for (const [before, after] of looks) account.add(before, after);
  return Object.fromEntries(account.read().map(({ name, cores }) => [name, cores]));
}

describe('openContainerAccount', () => {
  it('has nothing before the first stretch', () => {
    expect(openContainerAccount().read()).toEqual([]);
  });

  it('adds stretches, and leaves out what lies between them', () => {
    const first = [look(0, { a: used(1_000) }), look(100, { a: used(1_050) })] as const;
    const second = [look(900, { a: used(9_000) }), look(1_000, { a: used(9_100) })] as const;
    expect(coresAfter(first, second)).toEqual({ a: 0.75 });
  });

  it("takes the engine's clock for what it read, where it has one", () => {
    const stretch = [
      look(0, { a: used(0, { at: 5_000 }) }),
      look(100, { a: used(100, { at: 5_200 }) }),
    ] as const;
    expect(coresAfter(stretch)).toEqual({ a: 0.5 });
  });

  it('counts one that came from its start, over all the time', () => {
    const first = [look(0, {}), look(100, {})] as const;
    const second = [look(200, {}), look(300, { a: used(50) })] as const;
    expect(coresAfter(first, second)).toEqual({ a: 0.25 });
  });

  it('counts one that started anew from its new start', () => {
    expect(coresAfter([look(0, { a: used(9_000) }), look(100, { a: used(40) })])).toEqual({ a: 0.4 });
  });

  it('keeps what it knows of one that went, and says that it is lost', () => {
    const account = openContainerAccount();
    account.add(look(0, { a: used(0), b: used(0) }), look(100, { a: used(100), b: used(50) }));
    account.add(look(100, { a: used(100), b: used(50) }), look(200, { b: used(150) }));
    expect(account.lost()).toEqual(['a']);
    expect(account.read().map(({ name, cores }) => [name, cores])).toEqual([
      ['b', 0.75],
      ['a', 0.5],
    ]);
  });

  it('knows nothing of what is not counted', () => {
    const account = openContainerAccount();
    account.add(look(0, { a: used(0) }), look(100, { a: used(1) }));
    expect(account.read()).toEqual([
      {
        name: 'a',
        service: null,
        image: 'i',
        cores: 0.01,
        cpuLimit: null,
        throttledPeriods: null,
        memory: null,
        memoryLimit: null,
        io: null,
        network: null,
      },
    ]);
  });

  it('adds pairs from the stretch that counted them first, and never falls', () => {
    const account = openContainerAccount();
    account.add(look(0, { a: used(0) }), look(100, { a: used(1, { io: [100, 0] }) }));
    const from = used(1, { io: [100, 0], network: [50, 50], periods: [10, 5] });
    account.add(
      look(100, { a: from }),
      look(200, { a: used(2, { io: [101, 7], network: [40, 60], periods: [14, 8] }) }),
    );
    expect(account.read()).toMatchObject([
      { io: { read: 101, written: 7 }, network: { received: 0, sent: 10 }, throttledPeriods: 0.75 },
    ]);
  });

  it("does not take the machine's network for a container's own", () => {
    const account = openContainerAccount();
    const shared = { hostNetwork: true };
    account.add(look(0, { a: used(0) }, shared), look(100, { a: used(0, { network: [9, 9] }) }, shared));
    expect(account.read()).toMatchObject([{ network: null }]);
  });
});
