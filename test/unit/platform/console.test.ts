/** The log of the command line: live in a terminal, plain everywhere else. */
import { Writable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { consoleLog } from '../../../src/platform/console.ts';
import { later, liveStatus } from '../../../src/report/live-status.ts';
import { progressLine, progressTitle } from '../../../src/report/progress-line.ts';
import { widthOf } from '../../../src/report/terminal-text.ts';
import { momentOf, turnMoment } from '../../fixtures/moments.ts';
import { openScreen } from '../../fixtures/screen.ts';

/** Longer than any draw is away, on a busy machine. */
const SOON_MS = 15_000;

function opened({ live = true, colour = false, columns = 80, quiet = false } = {}) {
  const screen = openScreen(columns);
  let written = '';
  const stream = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        written += chunk;
        screen.write(chunk);
        done();
      },
    }),
    { columns },
  );
  const clock = { now: 0 };
  const log = consoleLog({
    stream,
    colour,
    live,
    verbose: false,
    quiet,
    mask: (text) => text.replaceAll('top-secret', '***'),
    now: () => clock.now,
    words: { line: progressLine, title: progressTitle, live: liveStatus, later, widthOf },
  });
  return { log, screen, clock, stream, written: () => written };
}

describe('in a terminal', () => {
  it('the status stands below what was said, and goes when it is settled', () => {
    const { log, screen } = opened();
    log.info('The service answers.');
    log.progress(momentOf());
    expect(screen.lines()).toEqual([
      'The service answers.',
      'browse: loading, 10.0 of 20.0 s',
      `${'━'.repeat(20)}${'╌'.repeat(20)}  30 s left`,
      '1,234/s · p95 4.2 ms · no errors  ▆██',
    ]);
    log.warning('look here');
    expect(screen.lines()).toEqual(['The service answers.', 'Warning: look here']);
    log.progress(momentOf());
    log.settle();
    log.info('done');
    expect(screen.lines()).toEqual(['The service answers.', 'Warning: look here', 'done']);
  });

  it('is drawn again by its own clock, a moment later each time', async () => {
    const { log, screen, clock } = opened();
    log.progress(momentOf());
    clock.now = 4_000;
    await vi.waitFor(() => expect(screen.lines()[0]).toBe('browse: loading, 14.0 of 20.0 s'), SOON_MS);
    expect(screen.lines()[1]).toContain('26 s left');
    log.settle();
    expect(screen.lines()).toEqual(['']);
  });

  it('is not drawn whenever somebody tells something', () => {
    const { log, written } = opened();
    log.progress(momentOf());
    const before = written();
    for (let count = 0; count < 1_000; count += 1) log.progress(momentOf({ errors: count }));
    expect(written()).toBe(before);
    log.settle();
  });

  it('fits into one that is made narrower', async () => {
    const { log, screen, stream } = opened();
    log.progress(turnMoment());
    stream.columns = 40;
    screen.resize(40);
    await vi.waitFor(() => expect(screen.lines()).toHaveLength(3), SOON_MS);
    for (const line of screen.lines()) expect(widthOf(line)).toBeLessThan(40);
    log.settle();
    expect(screen.lines()).toEqual(['']);
  });

  it('shows no secret, also not a part of one', () => {
    const { log, written } = opened({ columns: 20 });
    log.progress(momentOf({ scenario: 'a top-secret name' }));
    log.settle();
    expect(written()).toContain('a ***');
    expect(written()).not.toContain('top');
  });

  it('obeys no control that is in a line', () => {
    const { log, screen } = opened();
    log.info('a\u001b[2J\u001b]0;title\u0007b\nc');
    log.foreign('service', ['x\ty\u001b[5A']);
    expect(screen.lines()).toEqual(['ab c', 'service', '  | x\ty']);
  });
});

it('says nothing but warnings and errors to whoever wants it quiet', () => {
  const { log, written } = opened({ quiet: true });
  log.info('The service answers.');
  log.progress(momentOf());
  log.warning('look');
  log.error('no');
  expect(written()).toBe('Warning: look\nError: no\n');
});

describe('without one', () => {
  it('progress is a plain line now and then, and nothing before there is load', () => {
    const { log, clock, written } = opened({ live: false });
    log.progress(momentOf({ doing: 'starting', scenario: null }));
    expect(written()).toBe('');
    for (clock.now = 0; clock.now < 60_000; clock.now += 500) log.progress(momentOf());
    log.settle();
    const lines = written().split('\n').slice(0, -1);
    expect(lines).toHaveLength(12);
    expect(new Set(lines)).toEqual(
      new Set(['browse: loading, 10.0 of 20.0 s · 1,234/s · p95 4.2 ms · no errors · 30 s left']),
    );
  });

  it('colours are for whoever asks for them', () => {
    const { log, written } = opened({ live: false, colour: true });
    log.warning('look');
    expect(written()).toBe('\u001b[33mWarning: look\u001b[39m\n');
  });
});
