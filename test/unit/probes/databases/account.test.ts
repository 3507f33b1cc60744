/** Differences of counters: what they add up to, and when nothing is known. */
import { describe, expect, it } from 'vitest';
import { openAccount } from '../../../../src/probes/databases/account.ts';
import type { Counted, Counters } from '../../../../src/probes/databases/server.ts';

const counted = (calls: number, time: number, rows: number | null = null): Counted => ({
  calls,
  time,
  rows,
  examined: null,
  blocks: null,
});

function counters(statements: Readonly<Record<string, Counted>>, changes: Partial<Counters> = {}): Counters {
  const all = Object.values(statements);
  return {
    statements: new Map(Object.entries(statements)),
    complete: true,
    calls: all.reduce((sum, { calls }) => sum + calls, 0),
    time: all.reduce((sum, { time }) => sum + time, 0),
    cache: null,
    forgotten: 0,
    ...changes,
  };
}

describe('an account', () => {
  it('knows nothing before it has a pair of looks', () => {
    expect(openAccount().read(new Map(), false)).toEqual({
      queries: null,
      time: null,
      statements: [],
      rest: { statements: 0, calls: 0, time: 0 },
      cacheHits: null,
    });
  });

  it('adds up the differences of all pairs, and nothing between them', () => {
    const account = openAccount();
    account.add(counters({ a: counted(10, 5, 7) }), counters({ a: counted(12, 6, 9), b: counted(1, 4, 0) }));
    account.add(
      counters({ a: counted(50, 60, 70), b: counted(9, 9, 9) }),
      counters({ a: counted(51, 60.5, 73), b: counted(9, 9, 9) }),
    );
    expect(account.top()).toEqual(['b', 'a']);
    expect(account.read(new Map([['a', 'select\n  $1']]), false)).toMatchObject({
      queries: 4,
      time: 5.5,
      statements: [
        { id: 'b', text: 'a statement whose text is not known', calls: 1, time: 4, rows: 0 },
        { id: 'a', text: 'select $1', calls: 3, time: 1.5, rows: 5 },
      ],
      rest: { statements: 0, calls: 0, time: 0 },
    });
  });

  it('shows the twenty with the most time, and counts the others', () => {
    const account = openAccount();
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, each) => [`s${each}`, counted(2, each)]));
    account.add(counters({}), counters(many));
    const { queries, statements, rest } = account.read(new Map(), false);
    expect(queries).toBe(100);
    expect(statements.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, each) => `s${49 - each}`));
    expect(rest).toEqual({ statements: 30, calls: 60, time: 435 });
  });

  it('leaves what nobody listed before to the rest', () => {
    const account = openAccount();
    account.add(
      counters({ a: counted(5, 5) }, { complete: false, calls: 1_000, time: 100 }),
      counters({ a: counted(6, 6), b: counted(900, 90) }, { complete: false, calls: 1_010, time: 120 }),
    );
    expect(account.read(new Map(), false)).toMatchObject({
      queries: 10,
      time: 20,
      statements: [{ id: 'a', calls: 1, time: 1 }],
      rest: { statements: 0, calls: 9, time: 19 },
    });
    expect(account.doubts()).toEqual([]);
  });

  it('has the share of look-ups that memory answered; null without one', () => {
    const account = openAccount();
    const cache = (hits: number, misses: number) => counters({}, { cache: { hits, misses } });
    account.add(cache(100, 10), cache(100, 10));
    expect(account.read(new Map(), false).cacheHits).toBeNull();
    account.add(cache(100, 10), cache(190, 20));
    expect(account.read(new Map(), false).cacheHits).toBe(0.9);
  });

  it.each<[string, Counters, Counters, string]>([
    ['counters were reset', counters({ a: counted(10, 5) }), counters({ a: counted(1, 1) }), 'reset'],
    ['all are gone', counters({ a: counted(10, 5) }), counters({}), 'reset'],
    [
      'a statement is gone',
      counters({ a: counted(1, 5), b: counted(1, 1) }),
      counters({ b: counted(99, 9) }),
      'forgotten',
    ],
    [
      'a statement counts anew',
      counters({ a: counted(10, 5), b: counted(1, 1) }),
      counters({ a: counted(2, 1), b: counted(99, 9) }),
      'forgotten',
    ],
    [
      'the server says that it forgot some',
      counters({ a: counted(10, 5) }, { forgotten: 3 }),
      counters({ a: counted(1, 1) }, { forgotten: 4 }),
      'forgotten',
    ],
  ])('knows no total when %s', (_, before, after, doubt) => {
    const account = openAccount();
    account.add(counters({}), counters({ z: counted(1, 1) }));
    account.add(before, after);
    account.add(counters({}), counters({ z: counted(1, 1) }));
    expect(account.doubts()).toEqual([doubt]);
    const { queries, time, statements, rest } = account.read(new Map(), false);
    expect([queries, time]).toEqual([null, null]);
    // What was counted before a reset is not to be told from what came after.
    expect(statements.length === 0 && rest.calls === 0).toBe(doubt === 'reset');
  });

  it('knows no number of queries where one look had none', () => {
    const account = openAccount();
    const unknown = counters({}, { statements: null, complete: false, calls: null, time: null });
    account.add(counters({}), counters({ a: counted(1, 1) }));
    account.add(unknown, unknown);
    expect(account.read(new Map(), false)).toMatchObject({ queries: null, time: null });
    expect(account.doubts()).toEqual([]);
  });
});
