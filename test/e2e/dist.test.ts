/** The built program: reproducible, what is committed, and able to run where there is nothing but itself. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Run } from '../../src/domain/measurement.ts';
import { VERSION } from '../../src/domain/version.ts';

const ROOT = join(import.meta.dirname, '../..');
const ENTRIES = ['action.js', 'cli.js', 'generator.js', 'pacer.js', 'post.js'];
const folder = mkdtempSync(join(tmpdir(), 'loadgate-dist-'));
const [built, again] = [join(folder, 'built'), join(folder, 'again')];

/** Builds as `npm run build` does, from another folder and into another folder. */
function build(into: string, cwd: string): void {
  const config = join(ROOT, 'rolldown.config.mjs');
  const rolldown = join(ROOT, 'node_modules', '.bin', 'rolldown');
  const { status, stderr } = run(rolldown, ['--config', config, '--dir', into], cwd);
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
}

function run(command: string, args: readonly string[], cwd: string) {
  return spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function contents(directory: string): Readonly<Record<string, string>> {
  const names = readdirSync(directory).toSorted();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}

beforeAll(() => {
  build(built, ROOT);
  build(again, tmpdir());
});
afterAll(() => rmSync(folder, { recursive: true }));

it('S30: is byte for byte the same from another folder, and names none', () => {
  expect(contents(again)).toEqual(contents(built));
  const naming = Object.entries(contents(built)).filter(
    ([, text]) => text.includes(ROOT) || text.includes(folder),
  );
  expect(naming.map(([name]) => name)).toEqual([]);
});

it('F57: tells an older Node.js which one it needs', () => {
  const older = join(folder, 'older.cjs');
  writeFileSync(
    older,
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.19.0' } });",
  );
  const { status, stdout, stderr } = run(
    process.execPath,
    ['--require', older, join(built, 'cli.js'), '--version'],
    ROOT,
  );
  expect(stderr).toContain('needs Node.js 24 or later, and this is 22.19.0');
  expect([status, stdout]).toEqual([3, '']);
});

it('is what is committed (npm run build writes it)', () => {
  const committed = contents(join(ROOT, 'dist'));
  const fresh = contents(built);
  const names = [...new Set([...Object.keys(committed), ...Object.keys(fresh)])].toSorted();
  expect(names.filter((name) => committed[name] !== fresh[name])).toEqual([]);
});

it('is flat: five entries, their chunks, the observer, the listener, the program of the page, the licences, and a mark that these are modules', () => {
  const names = readdirSync(built).filter((name) => !name.startsWith('chunk-'));
  expect(names.toSorted()).toEqual(
    [
      ...ENTRIES,
      'licenses.txt',
      'loadgate_listener.py',
      'observer.cjs',
      'package.json',
      'page.js',
    ].toSorted(),
  );
  expect(contents(built)['package.json']).toBe('{ "type": "module" }\n');
  expect(contents(built)['cli.js']?.split('\n')[0]).toBe('#!/usr/bin/env node');
});

it('has the licence of every package that is in it, and of no other', () => {
  const licences = contents(built)['licenses.txt'] ?? '';
  for (const name of [
    'autocannon',
    'hdr-histogram-js',
    'undici',
    'yaml',
    'zod',
    '@actions/core',
    'jstat',
    'echarts',
    'zrender',
  ]) {
    expect(licences).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'mu'));
  }
  expect(licences).not.toMatch(/^(?:vitest|typescript|loadgate) /mu);
});

describe('away from node_modules', () => {
  const away = join(folder, 'away', 'program');
  const workspace = join(folder, 'away', 'workspace');
  const cli = join(away, 'cli.js');

  beforeAll(() => {
    cpSync(built, away, { recursive: true });
    mkdirSync(workspace, { recursive: true });
    cpSync(join(ROOT, 'examples', 'bookshop'), join(workspace, 'bookshop'), { recursive: true });
  });

  it('the command line says its version and its commands', () => {
    expect(run(process.execPath, [cli, '--version'], workspace).stdout.trim()).toBe(VERSION);
    expect(run(process.execPath, [cli, '--help'], workspace).stdout).toContain('baseline');
  });

  it.each(['autocannon', 'undici'])('measures a service with %s', (engine) => {
    writeFileSync(join(workspace, 'gate.yml'), gate(engine));
    const { stderr } = run(
      process.execPath,
      [cli, 'measure', '--config', 'gate.yml', '-o', `${engine}.json`],
      workspace,
    );
    if (!existsSync(join(workspace, `${engine}.json`))) throw new Error(`nothing was measured:\n${stderr}`);
    const measured: Run = JSON.parse(readFileSync(join(workspace, `${engine}.json`), 'utf8'));
    const slices = measured.blocks.flatMap(({ slices: each }) => each);
    expect(slices.map((slice) => slice.engine.name)).toEqual([engine]);
    expect(slices[0]?.counts.ok).toBeGreaterThan(10);
    expect(slices[0]?.resources?.runtimes.map(({ version }) => version)).toEqual([process.version]);
    expect(slices[0]?.resources?.unread).toEqual([]);
  });
});

function gate(engine: string): string {
  return `service:
  start: node bookshop/server.ts --port {port}
  ready: /health
scenarios:
  stats:
    engine: ${engine}
    users: 2
    duration: 1s
    warm-up: 200ms
    requests: [GET /stats]
`;
}
