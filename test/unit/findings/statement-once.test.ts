/** A statement that is the bottleneck and grew against the base commit is named once in a report. */
import { describe, expect, it } from 'vitest';
import type { Side } from '../../../src/domain/measurement.ts';
import type { Resources } from '../../../src/domain/resources.ts';
import { millis } from '../../../src/domain/units.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { besideRun } from '../../fixtures/beside.ts';
import { databaseOf, resourcesOf, serviceOf, statementOf } from '../../fixtures/resources.ts';
import { tell } from '../../fixtures/told.ts';

const LOOP = 'SELECT * FROM reviews WHERE book = $1';
const LIST = 'SELECT * FROM books ORDER BY title LIMIT $1';

/** So many calls of the one and so many milliseconds of the other, for each request. */
interface Asked {
  readonly calls: number;
  readonly list: number;
}

function asking(answers: number, { calls, list }: Asked): Resources {
  return resourcesOf({
    watched: millis(3_000),
    service: serviceOf({ cores: 0.4, busiestThread: 0.35, processCores: [0.4] }),
    databases: [
      databaseOf({
        queries: answers * (calls + 1),
        time: millis(answers * (0.1 * calls + list)),
        statements: [
          statementOf({ text: LOOP, calls: answers * calls, time: millis(0.1 * answers * calls) }),
          statementOf({ id: '1002', text: LIST, calls: answers, time: millis(answers * list) }),
        ],
      }),
    ],
  });
}

function told(base: Asked, head: Asked) {
  const resources = (side: Side, answers: number) => asking(answers, side === 'head' ? head : base);
  const { findings, report } = tell({
    slices: [],
    beside: besideRun({ wait: 0.16, main: 9, confirm: 5, resources }),
  });
  const attribution = findings.find(({ name }) => name === 'attribution');
  const names = new Set(findings.map(({ name }) => name));
  return { attribution, names, text: renderMarkdown(report, 'en') };
}

const timesIn = (text: string, part: string): number => text.split(part).length - 1;

describe('a statement that grew', () => {
  it('and runs again and again is named by that bottleneck alone', () => {
    const { attribution, names, text } = told({ calls: 1, list: 0.1 }, { calls: 11, list: 0.1 });
    expect(names).toContain('n-plus-one');
    expect(attribution?.evidence).toMatchObject({ namedBelow: true, statement: { text: LOOP } });
    expect(timesIn(text, LOOP)).toBe(1);
    expect(text).toContain('The statement of the bottleneck below runs 11 times a request, not once.');
  });

  it('and takes most of the time is named by that bottleneck alone', () => {
    const { attribution, names, text } = told({ calls: 1, list: 3 }, { calls: 1, list: 6 });
    expect(names).toContain('database-dominant');
    expect(attribution?.evidence).toMatchObject({ namedBelow: true, statement: { text: LIST } });
    expect(timesIn(text, LIST)).toBe(1);
  });

  it('beside another that is the bottleneck is named by the attribution', () => {
    const { attribution, names, text } = told({ calls: 20, list: 0.1 }, { calls: 20, list: 1.1 });
    expect(names).toContain('n-plus-one');
    expect(attribution?.evidence).toMatchObject({ namedBelow: false, statement: { text: LIST } });
    expect([timesIn(text, LOOP), timesIn(text, LIST)]).toEqual([1, 1]);
  });

  it('without any bottleneck is named by the attribution', () => {
    const { attribution, names, text } = told({ calls: 1, list: 0.1 }, { calls: 1, list: 1.1 });
    expect(names).not.toContain('n-plus-one');
    expect(attribution?.evidence).toMatchObject({ namedBelow: false });
    expect(timesIn(text, LIST)).toBe(1);
  });
});
