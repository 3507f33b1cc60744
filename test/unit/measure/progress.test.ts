/** What a run tells of itself: moments of loads, turns, and lines that sum up. */
import { describe, expect, it } from 'vitest';
import { millis, perSecond } from '../../../src/domain/units.ts';
import type { LoadProgress } from '../../../src/engines/load-job.ts';
import {
  blocksLine,
  idleProgress,
  loadProgress,
  openTrail,
  type Position,
  sliceLine,
  turnProgress,
  NOWHERE,
} from '../../../src/measure/progress.ts';
import type { MeasuredTurn } from '../../../src/measure/turn.ts';
import { besideRun } from '../../fixtures/beside.ts';
import { sliceOf } from '../../fixtures/measured.ts';

const secondOf = (second: number, throughput: number): NonNullable<LoadProgress['second']> => ({
  second,
  throughput: perSecond(throughput),
  p50: millis(2),
  p95: millis(3),
  errors: perSecond(0),
  users: 10,
});

const told = (changes: Partial<LoadProgress> = {}): LoadProgress => ({
  phase: 'load',
  elapsed: millis(5_000),
  total: millis(20_000),
  throughput: perSecond(1_000),
  p95: millis(9),
  errors: 2,
  second: null,
  generatorPids: [1],
  ...changes,
});

const SEEN = {
  scenario: 'browse',
  side: null,
  part: null,
  trail: [],
  before: millis(0),
  warmUp: millis(3_000),
};

/** Says how much of the scenario's time it was told to have passed. */
const POSITION: Position = {
  ...NOWHERE,
  left: (done) => ({ time: millis(23_000 - done), whole: millis(23_000), basis: 'planned' }),
};

describe('a moment of a load', () => {
  it('shows the last whole second, or what there was so far before one has passed', () => {
    const [now] = loadProgress(SEEN, told({ second: secondOf(4, 700) }), POSITION).glimpses;
    expect(now).toEqual({ side: null, throughput: 700, p95: 3 });
    expect(loadProgress(SEEN, told(), POSITION).glimpses).toMatchObject([{ throughput: 1_000, p95: 9 }]);
    const nothing = { throughput: perSecond(0), p95: null, errors: 0 };
    expect(loadProgress(SEEN, told(nothing), POSITION).glimpses).toEqual([]);
    expect(loadProgress(SEEN, told({ ...nothing, errors: 1 }), POSITION).glimpses).toHaveLength(1);
  });

  it('counts the warm-up and what was before as time that has passed', () => {
    const warming = told({ phase: 'warm-up', elapsed: millis(1_000), total: millis(3_000) });
    expect(loadProgress(SEEN, warming, POSITION)).toMatchObject({
      doing: 'warming-up',
      left: { time: 22_000 },
    });
    expect(loadProgress(SEEN, told(), POSITION)).toMatchObject({ doing: 'loading', left: { time: 15_000 } });
    const second = { ...SEEN, before: millis(7_000), warmUp: millis(0) };
    expect(loadProgress(second, told(), POSITION).left?.time).toBe(11_000);
  });

  it('is where it is, and on a build', () => {
    const position: Position = { phase: 'explore', block: { number: 1, most: null }, left: () => null };
    expect(idleProgress('starting', position, 'base')).toMatchObject({
      doing: 'starting',
      phase: 'explore',
      side: 'base',
      scenario: null,
      left: null,
    });
  });
});

describe('a trail', () => {
  it('has each second once, and begins anew with each phase and each load', () => {
    const trailOf = openTrail();
    const at = (second: number, throughput: number) =>
      trailOf(told({ second: secondOf(second, throughput) }));
    expect(trailOf(told({ phase: 'warm-up', second: secondOf(0, 5) }))).toEqual([5]);
    expect(trailOf(told())).toEqual([]);
    at(0, 10);
    at(0, 10);
    expect(at(1, 20)).toEqual([10, 20]);
    // Measured again, by another engine.
    expect(trailOf(told())).toEqual([]);
    expect(at(0, 30)).toEqual([30]);
  });

  it('does not grow without end', () => {
    const trailOf = openTrail();
    for (let second = 0; second < 600; second += 1) trailOf(told({ second: secondOf(second, second) }));
    const trail = trailOf(told({ second: secondOf(600, 600) }));
    expect(trail.length).toBeLessThan(100);
    expect(trail.at(-1)).toBe(600);
  });
});

const turn = (ok: number, p95: number | null, httpError = 0): MeasuredTurn =>
  ({
    ok,
    elapsed: millis(100),
    p95: p95 === null ? null : millis(p95),
    result: { counts: { ...NOTHING, ok, httpError } },
  }) as unknown as MeasuredTurn;

const NOTHING = { sent: 0, httpError: 0, connectionError: 0, timeout: 0, lost: 0, inFlight: 0, refused: 0 };

describe('the moment after a turn', () => {
  it('shows what each build showed in all of its turns', () => {
    const taken = new Map([
      ['head', [turn(100, 4), turn(120, 8, 2), turn(110, 5)]],
      ['base', [turn(90, null)]],
    ] as const);
    const position: Position = { phase: 'main', block: { number: 2, most: 9 }, left: () => null };
    const moment = turnProgress({ scenario: 'browse', side: 'head', taken, number: 4, of: 40 }, position);
    expect(moment.glimpses).toEqual([
      { side: 'head', throughput: 1_100, p95: 5 },
      { side: 'base', throughput: 900, p95: null },
    ]);
    expect(moment).toMatchObject({
      part: { kind: 'turn', number: 4, of: 40 },
      block: { number: 2, most: 9 },
      trail: [1_000, 1_200, 1_100],
      errors: 2,
      elapsed: 400,
      total: 4_000,
    });
  });
});

describe('what is complete', () => {
  it('is summed up on one line', () => {
    expect(sliceLine(sliceOf({ failures: { httpError: 1 } }))).toMatch(
      /^browse: 20\.0 s, 1,\d{3}\/s, p95 \d+\.\d ms, one error$/u,
    );
    const { blocks } = besideRun({ main: 4 });
    expect(blocksLine(blocks.filter(({ phase }) => phase === 'main'))).toMatch(
      /^4 blocks: [\d,]+ requests in \d+ s of load, no errors$/u,
    );
  });
});
