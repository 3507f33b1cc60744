/** What the runner hears of us: our commands, and no others. */
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMask } from '../../../src/platform/mask.ts';
import { openRunner, type Runner } from '../../../src/platform/runner.ts';
import { watchRunnerFiles } from '../../../src/platform/runner-files.ts';
import { readState, removeTemporary, resumeLine } from '../../../src/platform/runner-state.ts';
import { progressLine, progressTitle } from '../../../src/report/progress-line.ts';
import { momentOf, turnMoment } from '../../fixtures/moments.ts';
import { type Heard, hear } from '../../runner/commands.ts';
import { readKeyValues } from '../../runner/file-commands.ts';

const WORDS = { line: progressLine, title: progressTitle };

let folder: string;
let printed: string;
let clock: number;
let runner: Runner;
const path = (name: string): string => join(folder, name);
const FILES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loadgate-files-'));
  for (const name of FILES) {
    writeFileSync(path(name), '');
    vi.stubEnv(name, path(name));
  }
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  clock = 0;
  const parts = {
    mask: createMask({}, ['top-secret']),
    neutralise: (line: string) => line.replaceAll(/::|##\[/g, ' '),
    now: () => clock,
    words: WORDS,
  };
  runner = openRunner({ ...parts, files: watchRunnerFiles(process.env) });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const heard = (): Heard => hear(printed);

describe('the runner', () => {
  it('gets every line masked', async () => {
    runner.info('a top-secret');
    runner.warning('b top-secret');
    runner.error('c top-secret');
    runner.notice('d top-secret');
    runner.debug('e top-secret');
    runner.progress(momentOf({ scenario: 'f top-secret' }));
    runner.foreign('g top-secret', ['h top-secret']);
    await runner.summary('i top-secret');
    expect(printed + readFileSync(path('GITHUB_STEP_SUMMARY'), 'utf8')).not.toContain('top-secret');
    expect(heard().commands.map(({ name, message }) => [name, message])).toEqual([
      ['warning', 'b ***'],
      ['error', 'c ***'],
      ['notice', 'd ***'],
      ['debug', 'e ***'],
      ['group', 'Load: f ***'],
      ['endgroup', ''],
      ['group', 'g ***'],
      ['endgroup', ''],
    ]);
  });

  it('S5: takes no command from our own lines, nor from an annotation', () => {
    runner.info('::error::forged');
    runner.warning('x\n::error::forged\r##[error]forged');
    expect(heard().commands.map(({ name }) => name)).toEqual(['warning']);
  });

  it('S5, S6: is deaf while foreign lines pass, whatever they are, and hears again', () => {
    // Nothing is neutralised here, so that the stop token alone protects.
    const plain = openRunner({
      mask: (text) => text,
      neutralise: (line) => line,
      files: watchRunnerFiles(process.env),
      now: () => 0,
      words: WORDS,
    });
    const piece = fc.constantFrom(
      '::',
      '##[',
      ']',
      'error',
      'set-output name=verdict',
      'stop-commands',
      '\r',
      '\n',
      '\u2003',
      '\0',
      'x',
      ' ',
      '::stop-commands::a',
      '::error::',
    );
    const line = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        printed = '';
        plain.foreign('service', lines);
        expect(heard().commands.map(({ name }) => name)).toEqual(['group', 'endgroup']);
        expect(heard().listening).toBe(true);
      }),
    );
  });

  it('S6: uses a new token each time, which the clean-up step knows only while it is needed', () => {
    const tokens = new Set<string>();
    for (let time = 0; time < 20; time += 1) runner.foreign('service', ['x']);
    for (const [, token = ''] of printed.matchAll(/::stop-commands::(\w+)/g)) tokens.add(token);
    expect(tokens.size).toBe(20);
    expect([...tokens].every((token) => resumeLine(token) === `::${token}::`)).toBe(true);
    const state = readFileSync(path('GITHUB_STATE'), 'utf8');
    expect([...tokens].every((token) => state.includes(token))).toBe(true);
    expect(readKeyValues(state)['resume-token']).toBe('');
  });

  it('F52: gets annotations that it does not cut, and no summary that it would drop', async () => {
    runner.error('x'.repeat(9_000));
    expect(heard().commands[0]?.message).toHaveLength(4_096);
    await expect(runner.summary('x'.repeat(901 * 1024))).rejects.toThrow(RangeError);
    expect(readFileSync(path('GITHUB_STEP_SUMMARY'), 'utf8')).toBe('');
  });

  it('gets progress now and then', () => {
    for (clock = 0; clock < 60_000; clock += 500) runner.progress(momentOf());
    expect(heard().lines.filter((line) => line.startsWith('browse: loading'))).toHaveLength(6);
  });

  it('gets progress in groups that fold, with what sums them up outside', () => {
    runner.progress(momentOf({ doing: 'starting', scenario: null }));
    runner.info('The service answers.');
    for (const scenario of ['browse', 'buy']) {
      for (let count = 0; count < 3; count += 1) runner.progress(momentOf({ scenario }));
      runner.info(`${scenario}: done`);
    }
    runner.progress(turnMoment());
    clock = 20_000;
    runner.progress(turnMoment({ scenario: 'buy', block: { number: 4, most: 29 } }));
    runner.progress(turnMoment({ phase: 'confirm' }));
    runner.settle();
    runner.settle();
    const folded = printed
      .replaceAll(/^::group::(.*)\n(?:[^:\n].*\n)*::endgroup::\n/gmu, '> $1\n')
      .trimEnd()
      .split('\n');
    expect(folded).toEqual([
      'The service answers.',
      '> Load: browse',
      'browse: done',
      '> Load: buy',
      'buy: done',
      '> Both builds, in turns',
      '> Both builds again, to confirm an alarm',
    ]);
    expect(heard().lines.filter((line) => line.startsWith('block 4'))).toHaveLength(1);
  });

  it('S5: takes no command from the name of a scenario', () => {
    for (const scenario of ['::error::forged', 'x\n::error::forged', '\r##[error]forged'])
      runner.progress(momentOf({ scenario }));
    runner.settle();
    expect(new Set(heard().commands.map(({ name }) => name))).toEqual(new Set(['group', 'endgroup']));
  });

  it('S7: gets exactly our outputs, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        writeFileSync(path('GITHUB_OUTPUT'), '');
        const fresh = openRunner({
          mask: (text) => text,
          neutralise: (line) => line,
          files: watchRunnerFiles(process.env),
          now: () => 0,
          words: WORDS,
        });
        fresh.output('report', value);
        fresh.output('verdict', 'fail');
        const outputs = readKeyValues(readFileSync(path('GITHUB_OUTPUT'), 'utf8'));
        expect(Object.keys(outputs)).toEqual(['report', 'verdict']);
        expect(outputs.verdict).toBe('fail');
      }),
    );
  });

  it('F29: a state that cannot be kept is a warning', () => {
    rmSync(path('GITHUB_STATE'));
    mkdirSync(path('GITHUB_STATE'));
    runner.saveState('tag', 'x');
    expect(heard().commands.map(({ name }) => name)).toEqual(['warning']);
  });
});

describe('S4: the files of the runner', () => {
  it('are put back when somebody else wrote to them, and named', () => {
    const files = watchRunnerFiles(process.env);
    files.write(() => appendFileSync(path('GITHUB_STATE'), 'tag=ours\n'));
    appendFileSync(path('GITHUB_ENV'), 'LD_PRELOAD=evil.so\n');
    writeFileSync(path('GITHUB_STATE'), 'tag=theirs\n');
    expect([...files.restore()].sort()).toEqual(['GITHUB_ENV', 'GITHUB_STATE']);
    expect(readFileSync(path('GITHUB_ENV'), 'utf8')).toBe('');
    expect(readFileSync(path('GITHUB_STATE'), 'utf8')).toBe('tag=ours\n');
  });

  it('are put back before our own words are added, and stay named', () => {
    const files = watchRunnerFiles(process.env);
    appendFileSync(path('GITHUB_OUTPUT'), 'verdict=pass\n');
    files.write(() => appendFileSync(path('GITHUB_OUTPUT'), 'verdict=fail\n'));
    expect(readFileSync(path('GITHUB_OUTPUT'), 'utf8')).toBe('verdict=fail\n');
    expect(files.restore()).toEqual(['GITHUB_OUTPUT']);
  });

  it('are put back when somebody deleted one', () => {
    const files = watchRunnerFiles(process.env);
    rmSync(path('GITHUB_PATH'));
    expect(files.restore()).toEqual(['GITHUB_PATH']);
    expect(readFileSync(path('GITHUB_PATH'), 'utf8')).toBe('');
  });

  it('F29: are ours even where we wrote half a line and failed', () => {
    const files = watchRunnerFiles(process.env);
    const half = (): void => {
      appendFileSync(path('GITHUB_STATE'), 'ta');
      throw new Error('ENOSPC');
    };
    expect(() => files.write(half)).toThrow('ENOSPC');
    expect(files.restore()).toEqual([]);
  });

  it('are left alone when nobody touched them, and when there are none', () => {
    expect(watchRunnerFiles(process.env).restore()).toEqual([]);
    expect(watchRunnerFiles({}).restore()).toEqual([]);
  });
});

describe('what the clean-up step believes', () => {
  it('is the state of the runner', () => {
    expect(readState({ STATE_tag: 'loadgate-x' }, 'tag')).toBe('loadgate-x');
    expect(readState({}, 'tag')).toBe('');
  });

  it.each(['', 'error', '::error::x', 'a'.repeat(31), `${'a'.repeat(32)}\n`, 'A'.repeat(32)])(
    'S6: is no token like %j',
    (token) => {
      expect(resumeLine(token)).toBeNull();
    },
  );

  it('is no folder but one that we could have made', async () => {
    const env = { RUNNER_TEMP: folder };
    for (const name of ['loadgate-abc', 'other', 'loadgate-abc/inner'])
      mkdirSync(path(name), { recursive: true });
    expect(await removeTemporary(path('other'), env)).toBe(false);
    expect(await removeTemporary(path('loadgate-abc/inner'), env)).toBe(false);
    expect(await removeTemporary(`${folder}/loadgate-abc/..`, env)).toBe(false);
    expect(await removeTemporary('', env)).toBe(false);
    expect(await removeTemporary(path('loadgate-abc'), env)).toBe(true);
    expect(await removeTemporary(path('loadgate-abc'), env)).toBe(false);
  });
});
