/** The formats together: what is asked for is made, once, and a failure is told where it can be. */
import { describe, expect, it } from 'vitest';
import { REPORT_FORMATS } from '../../../src/domain/report-format.ts';
import { formatsOf, formatsOfFailure } from '../../../src/report/formats.ts';
import { tell } from '../../fixtures/told.ts';
import { FAILURES } from '../../golden/report/failures.ts';
import { storyOf } from '../../golden/report/stories.ts';

const told = tell(storyOf('regression'));
const [failure] = Object.values(FAILURES);
const failed = {
  failure: failure ?? expect.fail(),
  suite: 'bookshop',
  exitCode: 2,
  at: '2026-11-23T10:00:00.000Z',
};

describe('formatsOf', () => {
  it('asks for the run once, and only for a text', () => {
    let asked = 0;
    const formats = formatsOf(
      REPORT_FORMATS,
      () => {
        asked += 1;
        return told;
      },
      'en',
    );
    expect(asked).toBe(0);
    const texts = formats.map(({ text }) => text());
    expect(asked).toBe(1);
    expect(formats.map(({ format }) => format)).toEqual(REPORT_FORMATS);
    expect(texts.map((text) => text.slice(0, 8))).toEqual(['<?xml ve', '# TYPE l', 'scenario']);
  });

  it('makes nothing where nothing is asked for', () => {
    expect(formatsOf([], () => told, 'en')).toEqual([]);
    expect(formatsOfFailure([], failed, 'en')).toEqual([]);
  });
});

it('a failure has no timeline', () => {
  const formats = formatsOfFailure(REPORT_FORMATS, failed, 'en');
  expect(formats.map(({ format }) => format)).toEqual(['junit', 'openmetrics']);
  expect(formats[0]?.text()).toContain('<error type="service-exited"');
  expect(formats[1]?.text()).toContain('loadgate_verdict="failure"} 1');
});
