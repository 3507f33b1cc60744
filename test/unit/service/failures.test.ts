/** Words of failures, and the page that lists them. */
import { phrase } from '../../../src/domain/phrase.ts';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { PASSED } from '../../../src/platform/environment.ts';
import { signalOf } from '../../../src/platform/process.ts';
import {
  answeredByOther,
  cancelled,
  neverReady,
  portTaken,
  serviceExited,
} from '../../../src/service/failures.ts';
import { faultService } from '../../services/worlds.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/service.md'), 'utf8');
const plan = faultService('npm start');

describe('docs/service.md', () => {
  it('names every variable that passes', () => {
    const missing = PASSED.filter(
      (name) => !PAGE.includes(`\`${name}\``) && !PAGE.includes(`\`${name.toUpperCase()}\``),
    );
    expect(missing).toEqual([]);
  });

  it('names every code, with its exit code', () => {
    const sources = ['src/platform/process.ts', ...globSync('src/service/*.ts', { cwd: ROOT })].map((path) =>
      readFileSync(join(ROOT, path), 'utf8'),
    );
    const found = sources.flatMap((text) => [...text.matchAll(/kind: '([a-z-]+)',\s+code: '([a-z-]+)'/g)]);
    expect(found.length).toBeGreaterThanOrEqual(10);
    const rows = PAGE.split('\n').filter((line) => line.startsWith('| `'));
    const wrong = found.filter(([, kind = '', code = '']) => {
      const exit = kind === 'usage' ? '| 3 |' : '| 2 |';
      return kind !== 'cancelled' && !rows.some((row) => row.includes(`\`${code}\``) && row.includes(exit));
    });
    expect(wrong.map(([, , code]) => code)).toEqual([]);
  });
});

describe('words', () => {
  const ended = { elapsed: millis(1_234), readyAfter: null, lines: ['last'] };

  it('tell code, time and lines', () => {
    const failure = serviceExited(plan, { ...ended, exit: { code: 3, signal: null } });
    expect(failure.message).toBe(
      'The service exited with code 3 1.2 s after its start, before it was ready.',
    );
    expect(failure.detail.lines).toEqual(['last']);
    expect(failure.exitCode).toBe(2);
  });

  it('take 127 for a missing command before it was ready, and for a code after it', () => {
    const exit = { code: 127, signal: null };
    expect(serviceExited(plan, { ...ended, exit }).detail.code).toBe('start-not-found');
    expect(serviceExited(plan, { ...ended, exit, readyAfter: millis(1) }).detail.code).toBe('service-exited');
  });

  it('name who has a port, as far as it is known', () => {
    expect(portTaken(80, [{ pid: 7, command: 'nginx' }]).message).toContain('process 7 (nginx)');
    expect(portTaken(80, []).message).toContain('another process');
    expect(answeredByOther('http://localhost:80', { pid: null, command: null }, []).message).toContain(
      'a process of another user',
    );
  });

  it('say where the service listens instead', () => {
    const what = {
      url: 'http://127.0.0.1:1',
      last: phrase('look-no-time'),
      elapsed: millis(30_000),
      lines: [],
    };
    expect(neverReady(plan, { ...what, heard: ['[::1]:3000'] }).detail.advice).toContain('[::1]:3000');
    expect(neverReady(plan, { ...what, heard: [] }).detail.advice).toContain('service.ready-timeout');
    expect(neverReady(plan, { ...what, heard: [] }).message).toContain('within 30 s');
  });

  it('keep the reason of whoever stopped us', () => {
    expect(cancelled(AbortSignal.abort()).exitCode).toBe(130);
    const reason = portTaken(80, []);
    expect(cancelled(AbortSignal.abort(reason))).toBe(reason);
  });
});

describe('signalOf', () => {
  it.each([
    [{ code: null, signal: 'SIGTERM' }, 'SIGTERM'],
    [{ code: 137, signal: null }, 'SIGKILL'],
    [{ code: 128, signal: null }, null],
    [{ code: 1, signal: null }, null],
    [{ code: 255, signal: null }, null],
  ] as const)('%j is %s', (exit, name) => {
    expect(signalOf(exit)).toBe(name);
  });
});
