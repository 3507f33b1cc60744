/** `calibrate` on a service of a few lines: what it prints, what it writes, and what it refuses. */
import { lstatSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Calibration } from '../../../src/judge/calibration.ts';
import { CONFIG, type Ended, type Folder, openFolder } from './rig.ts';

const COMMENTED = `# What is gated here.
service:
  build: node -e "require('fs').appendFileSync('built.txt', 'once ')" # in no time
  start: node service.mjs
  ready: /health
  ready-timeout: 20s
  stop-timeout: 1s
scenarios:
  home: # the first page
    users: 4
    warm-up: 500ms
    requests: [GET /]
    limits:
      p95: { max: "20s" } # whatever the base
      cpu-per-request: off
      error-rate: { max: 50% }
`;

const calibration = (folder: Folder) => JSON.parse(folder.read('loadgate-report/calibration.json'));

/** The limit that is proposed, as a configuration has it. */
function limitIn(found: Calibration, name: string): string | undefined {
  const proposal = found.scenarios[0]?.metrics.find(({ metric }) => metric === name)?.proposal;
  return proposal?.kind === 'limit' ? `${Number((100 * proposal.change).toFixed(1))}%` : undefined;
}

const fileOf = (text: string): Readonly<Record<string, string>> => ({ '.github/loadgate.yml': text });

/** The exit code, and every text in the words on stderr. */
function refused({ code, stderr }: Ended, exitCode: number, ...texts: readonly string[]): void {
  expect(code, stderr).toBe(exitCode);
  const words = stderr.replaceAll(/\s+/gu, ' ');
  for (const text of texts) expect(words).toContain(text);
}

describe('calibrate', () => {
  test('says how noisy it is here, and writes limits into the configuration', async () => {
    using folder = openFolder({ 'perf/gate.yml': COMMENTED });
    // Linked, as some keep all their configurations in one place: the link has to stay one.
    const link = join(folder.path, '.github/loadgate.yml');
    folder.remove('.github/loadgate.yml');
    symlinkSync('../perf/gate.yml', link);
    const done = await folder.run(['calibrate', '--blocks', '4', '--write']);
    expect(folder.read('built.txt')).toBe('once ');
    expect(folder.has('loadgate-report/service.log')).toBe(true);
    expect(folder.has('loadgate-report/base-service.log')).toBe(true);
    expect(done.stderr).toContain('Written to loadgate-report: calibration.json');
    expect(done.stdout).toContain('one commit beside itself in 4 blocks');
    expect(done.stdout).toMatch(/^throughput +\d/mu);
    expect(done.stdout).not.toMatch(/undefined|NaN/u);
    const found = calibration(folder);
    expect([found.schema, found.blocks, found.scenarios.length, found.builds.length]).toEqual([1, 4, 1, 2]);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    // A machine that others use may well be too loud: then it has to say so, and to leave the file alone.
    const isBelieved = found.doubts.length === 0;
    const [p95, throughput] = isBelieved ? ['p95', 'throughput'].map((name) => limitIn(found, name)) : [];
    const isWritten = p95 !== undefined || throughput !== undefined;
    expect(done.code, done.stderr).toBe(isWritten ? 0 : isBelieved ? 3 : 2);
    expect(done.stdout).toContain(isBelieved ? 'Proposed limits' : 'Not to be believed');
    expect(done.stderr.includes('Wrote the limits into .github/loadgate.yml')).toBe(isWritten);
    const bound = p95 === undefined ? '' : `, max-increase: ${p95}`;
    const added = throughput === undefined ? '' : `      throughput: { max-decrease: ${throughput} }\n`;
    expect(folder.read('perf/gate.yml')).toBe(
      COMMENTED.replace('{ max: "20s" }', `{ max: "20s"${bound} }`).concat(added),
    );
    // The configuration stands: the next command reads it.
    const shown = await folder.run(['baseline', 'show']);
    expect(shown.code, shown.stderr).toBe(0);
  });

  test('prints what to write where nobody asked for more, and needs a file to write into', async () => {
    using folder = openFolder();
    folder.remove('.github/loadgate.yml');
    const flags = ['--start', 'node service.mjs', '--ready', '/health', '--users', '4', '--warm-up', '500ms'];
    const done = await folder.run(['calibrate', '--blocks', '4', '--write', ...flags]);
    expect(done.stderr).toContain('There is no .github/loadgate.yml to write limits into');
    expect(folder.has('.github/loadgate.yml')).toBe(false);
    // The whole of it on stdout, as a configuration has it.
    const isBelieved = calibration(folder).doubts.length === 0;
    expect(done.stdout).toMatch(
      isBelieved
        ? /^scenarios:\n {2}default:\n {4}limits:\n {6}[\w-]+: \{ max-\w+: \d[\d.]*% \}$/mu
        : /Not to be believed/u,
    );
    refused(done, isBelieved ? 3 : 2, ...(isBelieved ? ['does not exist', 'loadgate init', 'default:'] : []));
  });

  test('has help', async () => {
    using folder = openFolder();
    const done = await folder.run(['calibrate', '--help']);
    expect(done.code).toBe(0);
    expect(done.stdout).toContain('--blocks');
    expect(done.stdout).not.toContain('undefined');
  });
});

describe('calibrate refuses, before any load,', () => {
  test.each(['3', '61', '4.5', 'many', ''])('--blocks "%s"', async (typed) => {
    using folder = openFolder();
    refused(
      await folder.run(['calibrate', '--blocks', typed]),
      3,
      `whole number from 4 to 60, not "${typed}"`,
    );
    expect(folder.has('loadgate-report')).toBe(false);
  });

  test('a service that somebody else started', async () => {
    using folder = openFolder(
      fileOf(CONFIG.replace(/service:[^]*stop-timeout: 1s\n/u, 'service:\n  url: http://127.0.0.1:9\n')),
    );
    refused(await folder.run(['calibrate']), 3, 'http://127.0.0.1:9', 'booted twice', '--start');
    expect(folder.has('loadgate-report')).toBe(false);
  });

  test('to calibrate nothing', async () => {
    using folder = openFolder();
    folder.remove('.github/loadgate.yml');
    refused(await folder.run(['calibrate', '--write']), 3, 'does not exist', 'loadgate init');
  });

  test('a service that dies, in its own name', async () => {
    using folder = openFolder({ 'service.mjs': 'console.error("no such table"); process.exit(7);' });
    const done = await folder.run(['calibrate', '--blocks', '4']);
    refused(done, 2, 'exited with code 7', 'no such table');
    expect(done.stderr).not.toContain('base commit');
    expect(folder.has('loadgate-report/calibration.json')).toBe(false);
  });
});
