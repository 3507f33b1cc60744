/** The account of a tree's CPU time, against trees whose truth is known. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  memoryOf,
  openTreeAccount,
  type ProcessReading,
  readProcess,
} from '../../../src/probes/process-tree.ts';
import { recordTree } from './recorded-tree.ts';

const at = (pid: number, startTime: number, own: number, reaped = 0, memory = 0): ProcessReading => ({
  pid,
  startTime,
  own,
  reaped,
  memory,
  anonymous: memory,
});

describe('openTreeAccount', () => {
  it('counts from the first look on', () => {
    const account = openTreeAccount();
    account.look([at(1, 10, 500, 40)]);
    expect(account.ticks()).toBe(0);
    account.look([at(1, 10, 530, 40)]);
    expect(account.ticks()).toBe(30);
  });

  it('counts a process that comes from its start, and one that goes only once', () => {
    const account = openTreeAccount();
    account.look([at(1, 10, 100)]);
    account.look([at(1, 10, 110), at(2, 99, 5)]);
    account.look([at(1, 10, 120), at(2, 99, 25)]);
    // It used 30 in all, and its parent waited for it.
    account.look([at(1, 10, 121, 30)]);
    expect(account.ticks()).toBe(21 + 30);
  });

  it('finds processes that nobody saw in what their parent waited for', () => {
    const account = openTreeAccount();
    account.look([at(1, 10, 100, 7)]);
    account.look([at(1, 10, 101, 57)]);
    expect(account.ticks()).toBe(1 + 50);
  });

  it('does not take back what an ended process used before the first look', () => {
    const account = openTreeAccount();
    account.look([at(1, 10, 100), at(2, 11, 40)]);
    account.look([at(1, 10, 100), at(2, 11, 60)]);
    account.look([at(1, 10, 100, 65)]);
    expect(account.ticks()).toBe(25);
  });

  it('keeps what a process used that went without being waited for', () => {
    const account = openTreeAccount();
    account.look([at(1, 10, 100), at(2, 11, 0)]);
    account.look([at(1, 10, 100), at(2, 11, 60)]);
    account.look([at(1, 10, 105)]);
    expect(account.ticks()).toBe(65);
  });

  it('tells a reused pid by its start', () => {
    const account = openTreeAccount();
    account.look([at(1, 10, 0), at(2, 11, 90)]);
    account.look([at(1, 10, 0, 95), at(2, 400, 3)]);
    expect(account.ticks()).toBe(5 + 3);
  });

  it('remembers the most memory of all at once', () => {
    const account = openTreeAccount();
    account.look([at(1, 10, 0, 0, 100)]);
    account.look([at(1, 10, 0, 0, 90), at(2, 11, 0, 0, 70)]);
    account.look([at(1, 10, 0, 0, 120)]);
    expect(account.peakMemory()).toBe(160);
  });

  it('equals the truth of any parent with children that work, end and are waited for', () => {
    const child = fc.record({
      born: fc.integer({ min: 1, max: 9 }),
      life: fc.integer({ min: 0, max: 9 }),
      work: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(child, { maxLength: 8 }), fc.nat(20), (children, parentWork) => {
        const account = openTreeAccount();
        for (let time = 0; time <= 20; time += 1) {
          const alive = children.flatMap(({ born, life, work }, index) =>
            time >= born && time < born + life
              ? [at(100 + index, 1_000 + born, work * (time - born + 1))]
              : [],
          );
          const reaped = children
            .filter(({ born, life }) => time >= born + life)
            .reduce((sum, { life, work }) => sum + work * (life + 1), 0);
          account.look([at(1, 500, 77 + parentWork * time, reaped), ...alive]);
        }
        const truth = children.reduce((sum, { life, work }) => sum + work * (life + 1), parentWork * 20);
        expect(account.ticks()).toBe(truth);
      }),
    );
  });
});

describe('readProcess', () => {
  it('finds the fields behind a name with blanks and brackets', () => {
    using tree = recordTree({
      'proc/42/stat':
        '42 (a) b (c)) S 1 42 42 0 -1 4194560 900 10 0 0 111 22 33 4 20 0 7 0 98765 1000000 2500 18446744073709551615 1 1 0\n',
      'proc/42/status': 'Name:\ta) b (c)\nVmPeak:\t 99 kB\nVmRSS:\t    2048 kB\n',
    });
    expect(readProcess(tree.root, 42, (pid) => memoryOf(tree.root, pid))).toEqual({
      pid: 42,
      startTime: 98_765,
      own: 133,
      reaped: 37,
      memory: 2_097_152,
      anonymous: null,
    });
    expect(readProcess(tree.root, 43, (pid) => memoryOf(tree.root, pid))).toBeNull();
    tree.write({ 'proc/42/stat': '42 (cut' });
    expect(readProcess(tree.root, 42, (pid) => memoryOf(tree.root, pid))).toBeNull();
  });
});
