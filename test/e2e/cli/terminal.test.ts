/** What somebody at a terminal sees: a live status while it runs, the report and nothing else after it, and a terminal in order when it is stopped. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { widthOf, WIDTH_MIN } from '../../../src/report/terminal-text.ts';
import { noTerminal, startInTerminal } from './pseudo-terminal.ts';
import { CONFIG, openFolder } from './rig.ts';

const none = noTerminal();
if (none !== null) process.stderr.write(`\nSKIPPED: the command line in a terminal, since ${none}.\n\n`);

const BAR = /[━╌]/u;
/** Whatever hides the cursor would have to show it again, whichever way the program ends. */
const HIDE_CURSOR = '\u001b[?25l';
const linesOf = (written: string): readonly string[] => stripVTControlCharacters(written).split('\r\n');
const seconds = (count: number): string => CONFIG.replace('duration: 1s', `duration: ${count}s`);

describe.skipIf(none !== null)('in a terminal', () => {
  test.each([80, 60, 40])('of %d columns the status makes room for the report', async (columns) => {
    using folder = openFolder({ '.github/loadgate.yml': seconds(3) });
    const terminal = startInTerminal(['run'], { cwd: folder.path, columns });
    await terminal.until(BAR);
    await terminal.until(/\d\/s/u);
    await terminal.until(' left');
    const status = terminal.screen.lines().filter((line) => BAR.test(line) || line.includes(' left'));
    expect(status).toHaveLength(1);
    expect(status[0]?.length).toBeLessThan(columns);
    expect(await terminal.code, terminal.written()).toBe(0);
    const shown = terminal.screen.lines().join('\n');
    expect(shown).toContain('First run');
    expect(shown).not.toMatch(BAR);
    expect(shown).not.toMatch(/\d s left/u);
    expect(shown.match(/The service answers/gu)).toHaveLength(1);
    const written = linesOf(terminal.written());
    const end = written.findIndex((line) => line.startsWith('Written to'));
    const report = written.slice(written.indexOf('Overview'), end);
    expect(report.length).toBeGreaterThan(20);
    for (const line of report) expect(widthOf(line)).toBeLessThanOrEqual(Math.max(WIDTH_MIN, columns));
    expect(terminal.written()).not.toContain(HIDE_CURSOR);
  });

  test('stopped by Ctrl-C leaves its last words on a clean screen', async () => {
    using folder = openFolder({ '.github/loadgate.yml': seconds(60) });
    const terminal = startInTerminal(['run'], { cwd: folder.path, columns: 80 });
    await terminal.until(/\d\/s/u);
    terminal.type('\u0003');
    expect(await terminal.code, terminal.written()).toBe(130);
    const shown = terminal.screen.lines().join('\n');
    expect(shown).toContain('SIGINT received');
    expect(shown).toContain('stopped by SIGINT');
    expect(shown).not.toMatch(BAR);
    expect(terminal.written()).not.toContain(HIDE_CURSOR);
    expect(terminal.written().endsWith('\n')).toBe(true);
  });

  test('has no colour where nobody wants one, and no moving lines where they cannot move', async () => {
    using folder = openFolder();
    const plain = startInTerminal(['run'], { cwd: folder.path, columns: 80, env: { NO_COLOR: '1' } });
    expect(await plain.code).toBe(0);
    expect(plain.written()).toMatch(BAR);
    // oxlint-disable-next-line no-control-regex
    expect(plain.written()).not.toMatch(/\u001b\[[\d;]*m/u);
    const dumb = startInTerminal(['run'], { cwd: folder.path, columns: 80, env: { TERM: 'dumb' } });
    expect(await dumb.code).toBe(0);
    expect(dumb.written()).not.toContain('\u001b');
    expect(dumb.written()).toContain('home: warming up');
  });
});

test('in a pipe, FORCE_COLOR gives colours and moves nothing', async () => {
  using folder = openFolder();
  const { code, stdout, stderr } = await folder.run(['run'], { FORCE_COLOR: '1' });
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('\u001b[1m');
  // oxlint-disable-next-line no-control-regex
  expect(stdout + stderr).not.toMatch(/\u001b\[[\d;]*[A-LN-Za-ln-z]/u);
});
