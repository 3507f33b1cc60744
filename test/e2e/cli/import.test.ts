/** `import` as a user starts it: exit codes, files, baselines. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Folder, openFolder } from './rig.ts';

const OUTPUTS = join(import.meta.dirname, '../../fixtures/imported');

const config = (p95 = '50ms'): Readonly<Record<string, string>> => ({
  '.github/loadgate.yml': `service:
  url: http://127.0.0.1:9
scenarios:
  browse:
    limits:
      p95: { max: ${p95} }
      throughput: { min: 10 }
      error-rate: { max: 1% }
  buy:
    limits:
      p95: { max: 50ms }
      throughput: off
`,
});

/** A folder with outputs of tools beside the configuration. */
function withOutputs(names: readonly string[], files = config()): Folder {
  const folder = openFolder(files);
  for (const name of names) cpSync(join(OUTPUTS, name), join(folder.path, name));
  return folder;
}

describe('import', () => {
  test('passes, fails and is void as any other run', async () => {
    using folder = withOutputs(['hey-0.1.5.txt', 'hey-0.1.5-errors.txt', 'wrk-4.1.0-latency.txt']);
    const as = ['--scenario', 'browse'];
    const good = await folder.run(['import', 'hey-0.1.5.txt', ...as, '--output', 'run.json']);
    expect([good.code, good.stderr]).toEqual([0, expect.stringContaining('as hey')]);
    expect(good.stdout).toContain('Measured by another tool');
    expect(folder.has('loadgate-report/report.md')).toBe(true);
    const again = await folder.run(['judge', 'run.json', '--format', 'json']);
    // The configuration has another scenario, of which there was no file.
    expect([again.code, again.stderr]).toEqual([0, expect.any(String)]);
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(folder.read('loadgate-report/verdict.json')));
    const accepted = await folder.run(['baseline', 'update', '--from', 'run.json']);
    expect([accepted.code, accepted.stderr]).toEqual([0, expect.any(String)]);
    expect((await folder.run(['import', 'hey-0.1.5-errors.txt', ...as])).code).toBe(1);
    const untold = await folder.run(['import', 'wrk-4.1.0-latency.txt', ...as]);
    expect([untold.code, untold.stdout]).toEqual([2, expect.stringContaining('p95 has a limit')]);
  });

  test('takes a file for each scenario, and no file without one', async () => {
    using folder = withOutputs(['hey-0.1.5.txt', 'ab-2.3.txt']);
    const both = ['--scenario', 'browse', '--scenario', 'buy'];
    const done = await folder.run(['import', 'hey-0.1.5.txt', 'ab-2.3.txt', ...both, '--format', 'json']);
    expect([done.code, done.stderr]).toEqual([0, expect.any(String)]);
    const scenarios = JSON.parse(done.stdout).scenarios as readonly {
      scenario: string;
      counts: { sent: number };
    }[];
    expect(scenarios.map(({ scenario, counts }) => [scenario, counts.sent])).toEqual([
      ['browse', 1667],
      ['buy', 1132],
    ]);
    for (const args of [[], ['--scenario', 'other'], both, ['--scenario', 'buy', '--from', 'gatling']])
      expect((await folder.run(['import', 'ab-2.3.txt', ...args])).code).toBe(3);
    expect((await folder.run(['import', 'missing.txt', '--scenario', 'buy'])).code).toBe(3);
  });

  test('refuses what cannot be believed, and leaves no report of before', async () => {
    using folder = withOutputs(['ab-2.3.txt']);
    const as = ['--scenario', 'browse'];
    expect((await folder.run(['import', 'ab-2.3.txt', ...as])).code).toBe(0);
    const whole = folder.read('ab-2.3.txt');
    folder.write({
      'cut.txt': whole.slice(0, -40),
      'nan.txt': whole.replace('3.014 seconds', 'NaN seconds'),
      'other.txt': whole.replace('1132', '2132'),
      'empty.txt': '',
    });
    for (const name of ['cut.txt', 'nan.txt', 'other.txt', 'empty.txt']) {
      const done = await folder.run(['import', name, ...as, '--from', 'ab']);
      expect([name, done.code, done.stdout]).toEqual([name, 2, '']);
      expect(done.stderr).toContain(name);
      expect(folder.has('loadgate-report/report.md')).toBe(false);
    }
  });

  test('has a baseline of its own, which no other format is compared with', async () => {
    using folder = withOutputs(['hey-0.1.5.txt', 'oha-1.9.0.json'], {
      '.github/loadgate.yml':
        'service:\n  url: http://127.0.0.1:9\nscenarios:\n  browse:\n    limits:\n      p95: { max-increase: 10% }\n',
    });
    folder.git('init');
    expect((await folder.run(['import', 'hey-0.1.5.txt'])).code).toBe(0);
    const accepted = await folder.run(['baseline', 'update', '--from', 'loadgate-report/run.json']);
    expect([accepted.code, accepted.stderr]).toEqual([0, expect.any(String)]);
    expect((await folder.run(['baseline', 'show'])).stdout).toContain('imported results, machine not known');
    const same = await folder.run(['import', 'hey-0.1.5.txt', '--format', 'json']);
    expect(JSON.parse(same.stdout).scenarios[0].reference.kind).toBe('baseline');
    const other = await folder.run(['import', 'oha-1.9.0.json', '--format', 'json']);
    expect(JSON.parse(other.stdout).scenarios[0].reference.kind).toBe('other-config');
    const slower = folder.read('hey-0.1.5.txt').replaceAll('0.0140', '0.0260');
    folder.write({ 'slower.txt': slower });
    const worse = await folder.run(['import', 'slower.txt', '--format', 'json']);
    expect(JSON.parse(worse.stdout).scenarios[0].judgements[0]).toMatchObject({
      metric: 'p95',
      comparison: { outcome: 'regression', against: 'baseline' },
    });
  });
});
