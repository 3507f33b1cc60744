/** What the gate is tried on: pairs of builds of one service of which it is known how they differ, and what the machine does meanwhile. */
import type { Sensitivity } from '../../src/domain/plan.ts';

/** What the service does for a request; see service.mjs. */
export interface Knobs {
  readonly work?: number;
  readonly objects?: number;
  readonly waitMs?: number;
  readonly tail?: { readonly share: number; readonly waitMs: number };
  readonly queries?: number;
  readonly luck?: number;
}

/** One pair of builds under one load. */
export interface Case {
  readonly name: string;
  /** What a reader is told of it. */
  readonly about: string;
  readonly base: Knobs;
  readonly head: Knobs;
  readonly users: number;
  readonly sensitivity: Sensitivity;
  /** What else is different and must not matter. */
  readonly noop: 'none' | 'longer-path' | 'bigger-environment' | 'comment';
  /** What others do on the machine. */
  readonly noise: 'none' | 'cpu-bursts' | 'disk-bursts';
  /** True when the builds do the same. */
  readonly same: boolean;
  /** Real runs that are wanted. */
  readonly runs: number;
}

/** About 0.6 ms of CPU time a request, with everything around it. */
const WORK = 4_500;
const USUAL: Knobs = { work: WORK };
/** Share of a request's CPU time that is this work; the rest is HTTP. docs/evidence.md shows what came of it. */
const WORK_SHARE = 0.97;
/** Work for so much more CPU time a request. */
const moreCpu = (share: number): Knobs => ({ work: Math.round(WORK * (1 + share / WORK_SHARE)) });

const UNCHANGED = {
  base: USUAL,
  head: USUAL,
  users: 10,
  sensitivity: 'standard',
  noop: 'none',
  noise: 'none',
  same: true,
} as const;

const changed = (name: string, about: string, head: Knobs, more: Partial<Case> = {}): Case => ({
  ...UNCHANGED,
  same: false,
  runs: 6,
  name,
  about,
  head: { ...(more.base ?? USUAL), ...head },
  ...more,
});

/** A request that waits: most of its time is not the processor's. */
const WAITING: Knobs = { work: WORK, waitMs: 10 };

/** All cases, those that decide first. */
export const CASES: readonly Case[] = [
  { ...UNCHANGED, name: 'same', about: 'the same code', runs: 40 },
  {
    ...UNCHANGED,
    name: 'longer-path',
    about: 'the same code in a longer path',
    noop: 'longer-path',
    runs: 20,
  },
  {
    ...UNCHANGED,
    name: 'bigger-environment',
    about: 'the same code with a bigger environment',
    noop: 'bigger-environment',
    runs: 20,
  },
  { ...UNCHANGED, name: 'comment', about: 'the same code with more comments', noop: 'comment', runs: 20 },
  changed('cpu-5', '5 % more CPU time', moreCpu(0.05), { runs: 30 }),
  changed('cpu-3', '3 % more CPU time', moreCpu(0.03)),
  changed('cpu-2-strict', '2 % more CPU time, strict', moreCpu(0.02), { sensitivity: 'strict' }),
  changed('tail', '6 % of requests wait 12 ms longer', { tail: { share: 0.06, waitMs: 12 } }),
  changed('wait', 'every request waits 1 ms longer', { waitMs: 11 }, { base: WAITING, users: 4 }),
  {
    ...UNCHANGED,
    name: 'cpu-bursts',
    about: 'the same code while another process computes in bursts',
    noise: 'cpu-bursts',
    runs: 15,
  },
  {
    ...UNCHANGED,
    name: 'disk-bursts',
    about: 'the same code while another process writes in bursts',
    noise: 'disk-bursts',
    runs: 15,
  },
  changed('cpu-1', '1 % more CPU time', moreCpu(0.01), { runs: 3 }),
  changed('cpu-10', '10 % more CPU time', moreCpu(0.1), { runs: 3 }),
  changed('allocation', '4,000 objects more a request', { objects: 4_000 }, { runs: 3 }),
  changed(
    'query',
    'one query more a request',
    { queries: 5 },
    { base: { work: WORK / 2, queries: 4 }, runs: 3 },
  ),
  {
    ...UNCHANGED,
    name: 'luck',
    about: 'the same code, each boot up to 2 % slower or faster by luck',
    base: { ...USUAL, luck: 0.02 },
    head: { ...USUAL, luck: 0.02 },
    runs: 6,
  },
];

/** A case by its name. @throws Error when there is none */
export function caseOf(name: string): Case {
  const found = CASES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no case ${name}`);
  return found;
}
