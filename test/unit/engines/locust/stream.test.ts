/** What is told from within Locust is read strictly: nothing that cannot be becomes a number. */
import { array, assert, constantFrom, nat, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStream, toldBy } from '../../../../src/engines/locust/stream.ts';
import { Untrue } from '../../../../src/engines/programs/untrue.ts';

const GOOD: Readonly<Record<string, unknown>> = {
  'hello\t1\t77\tlocal\t2.47.0': { kind: 'hello', pid: 77, role: 'local', locust: '2.47.0' },
  'name\t0\t"GET /\\u00e4"': { kind: 'name', number: 0, text: 'GET /ä' },
  'error\t3\t"no books"': { kind: 'error', number: 3, text: 'no books' },
  'r\t0\t5000\t672\t200\t5\tok\t-': {
    kind: 'ended',
    name: 0,
    end: 5_000,
    latency: 672,
    status: 200,
    bytes: 5,
    way: 'ok',
    error: null,
  },
  'r\t0\t5000\t672\t-\t0\tlost\t2': {
    kind: 'ended',
    name: 0,
    end: 5_000,
    latency: 672,
    status: null,
    bytes: 0,
    way: 'lost',
    error: 2,
  },
  'beat\t9\t4\t300\t-\t1000\t0': {
    kind: 'beat',
    at: 9,
    users: 4,
    cpu: 300,
    queue: null,
    memory: 1_000,
    lag: 0,
  },
  'all\t9\t4': { kind: 'all', at: 9, users: 4 },
  'stop\t9': { kind: 'stop', at: 9 },
  'end\t12': { kind: 'end', requests: 12 },
  'task\t"KeyError"': { kind: 'task', text: 'KeyError' },
  'none\t"WS x"': { kind: 'none', text: 'WS x' },
};

const BAD = [
  '',
  'r',
  '__proto__\t1',
  'constructor\t1',
  'hello\t2\t77\tlocal\t2.47.0',
  'hello\t1\t1\tlocal\t2.47.0',
  'hello\t1\t77\tking\t2.47.0',
  'hello\t1\t77\tlocal\t<b>',
  'r\t0\t5000\tNaN\t200\t5\tok\t-',
  'r\t0\t5000\t-3\t200\t5\tok\t-',
  'r\t0\t5000\t1e3\t200\t5\tok\t-',
  'r\t0\t5000\tInfinity\t200\t5\tok\t-',
  'r\t0\t99999999999999999\t3\t200\t5\tok\t-',
  'r\t0\t9999999999\t9999999999\t200\t5\tok\t-',
  'r\t0\t5\t672\t200\t5\tok\t-',
  'r\t0\t5000\t672\t99\t5\tok\t-',
  'r\t0\t5000\t672\t200\t5\tfine\t-',
  'r\t0\t5000\t672\t200\t5\tok\t1',
  'r\t0\t5000\t672\t404\t5\thttp\t-',
  'r\t0\t5000\t672\t-\t5\thttp\t1',
  'r\t0\t5000\t672\t200\t5\tok',
  'name\t0\tGET',
  'name\t0\t7',
  'name\t999\t"x"',
  'beat\t9\t4\t300\tx\t1000\t0',
  'end\t',
  `task\t"${'x'.repeat(5_000)}"`,
];

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** What was made, or that it was refused. @throws any other error */
function orUntrue<Made>(make: () => Made): Made | 'untrue' {
  try {
    return make();
  } catch (error) {
    if (error instanceof Untrue) return 'untrue';
    throw error;
  }
}

describe('a line', () => {
  it.each(Object.entries(GOOD))('%j is read', (line, told) => expect(toldBy(line)).toEqual(told));

  it.each(BAD)('%j is none', (line) => expect(() => toldBy(line)).toThrow(Untrue));
});

describe('a stream', () => {
  const whole = `${Object.keys(GOOD).join('\n')}\n`;

  it('is the same however it is cut into pieces', () => {
    assert(
      property(array(nat(whole.length), { maxLength: 20 }), (cuts) => {
        const stream = openStream();
        const places = [0, ...cuts.toSorted((one, other) => one - other), whole.length];
        const told = places
          .slice(1)
          .flatMap((end, index) => stream.take(bytesOf(whole.slice(places[index], end))));
        stream.end();
        expect(told).toEqual(Object.values(GOOD));
      }),
    );
  });

  it('that is cut anywhere but between lines is not whole', () => {
    const isRefused = (end: number): boolean => {
      const stream = openStream();
      stream.take(bytesOf(whole.slice(0, end)));
      return orUntrue(() => stream.end()) === 'untrue';
    };
    const ends = Array.from({ length: whole.length }, (_, index) => index + 1);
    expect(ends.filter((end) => !isRefused(end))).toEqual(ends.filter((end) => whole[end - 1] === '\n'));
  });

  it('of anything is read, or refused by name', () => {
    const pieces = oneof(string(), constantFrom(...Object.keys(GOOD), '\n', '\t', '-'));
    assert(
      property(array(pieces), (parts) => {
        const told = orUntrue(() => openStream().take(bytesOf(parts.join(''))));
        const numbers = told === 'untrue' ? [] : told.flatMap((each) => Object.values(each));
        const wrong = numbers.filter(
          (value) => typeof value === 'number' && (!Number.isSafeInteger(value) || value < 0),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('of a gigabyte without a line is refused at its first piece', () => {
    const piece = Buffer.alloc(65_536, 'x');
    const stream = openStream();
    let taken = 0;
    expect(() => {
      for (; taken < 1_024 * 1_024 * 1_024; taken += piece.length) stream.take(piece);
    }).toThrow('too long');
    expect(taken).toBe(0);
  });
});
