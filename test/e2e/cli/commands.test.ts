/** The commands on the way that users take: a config, a baseline, a gate, a record judged again; and being stopped on it. */
import { describe, expect, test } from 'vitest';
import { waitFor } from '../../runner/step.ts';
import { CONFIG, type Ended, type Folder, openFolder, service } from './rig.ts';

function ended({ code, stderr }: Ended, exitCode: number): void {
  expect(code, stderr).toBe(exitCode);
}

/** Of each format, the file that holds it. */
const FILES = { json: 'verdict.json', junit: 'junit.xml', openmetrics: 'metrics.txt', csv: 'timeline.csv' };

const verdictOf = (folder: Folder) => JSON.parse(folder.read('loadgate-report/verdict.json'));

describe('a gate', () => {
  test('takes its first run, its baseline, and compares', async () => {
    using folder = openFolder();
    folder.git('init', '--quiet');
    const first = await folder.run(['run']);
    ended(first, 0);
    expect(first.stdout).toContain('First run');
    expect(first.stderr).toContain(
      'Written to loadgate-report: report.md, report.html, run.json, verdict.json, service.log',
    );
    expect(verdictOf(folder).outcome).toBe('no-baseline');

    const updated = await folder.run(['baseline', 'update', '--runs', '2']);
    ended(updated, 0);
    expect(updated.stderr).toContain('2 accepted runs of this machine');
    const shown = await folder.run(['baseline', 'show']);
    ended(shown, 0);
    expect(shown.stdout).toContain('home');
    expect(shown.stdout).toContain('2 runs');

    ended(await folder.run(['run']), 0);
    const verdict = verdictOf(folder);
    expect(['pass', 'inconclusive']).toContain(verdict.outcome);
    expect(verdict.scenarios[0].reference.runs).toHaveLength(2);
    expect(folder.read('loadgate-report/report.md')).toContain('| p95 |');
  });

  test('judges a record again, and by other limits', async () => {
    using folder = openFolder();
    ended(await folder.run(['measure', '--output', 'records/run.json']), 0);
    expect(folder.has('loadgate-report/verdict.json')).toBe(false);
    ended(await folder.run(['judge', 'records/run.json']), 0);
    const before = verdictOf(folder);
    folder.write({ '.github/loadgate.yml': CONFIG.replace('max-increase: 300%', 'max: 1ms') });
    const again = await folder.run(['judge', 'records/run.json']);
    ended(again, 1);
    expect(again.stdout).toContain('max 1 ms');
    expect(verdictOf(folder).scenarios[0].metrics).toEqual(before.scenarios[0].metrics);
  });

  test('prints a record for other programs, and writes their files', async () => {
    using folder = openFolder();
    ended(await folder.run(['measure']), 0);
    for (const [format, file] of Object.entries(FILES)) {
      const judged = await folder.run(['judge', 'run.json', '--format', format]);
      ended(judged, 0);
      expect(judged.stdout).toBe(folder.read(`loadgate-report/${file}`));
      expect(judged.stderr).toContain(file);
    }
    folder.write({ '.github/loadgate.yml': `${CONFIG}report: { formats: [csv] }\n` });
    const fewer = await folder.run(['judge', 'run.json']);
    ended(fewer, 0);
    expect(fewer.stderr).toContain('timeline.csv');
    expect(folder.has('loadgate-report/timeline.csv')).toBe(true);
    expect(folder.has('loadgate-report/junit.xml')).toBe(false);
    ended(await folder.run(['judge', 'run.json', '--format', 'pdf']), 3);
  });

  test('measures with the seed of another run, as the report asks for', async () => {
    using folder = openFolder();
    folder.git('init', '--quiet');
    ended(await folder.run(['run', '--duration', '2s']), 0);
    const again = /^npx loadgate (?<rest>run .*)$/mu.exec(folder.read('loadgate-report/report.md'));
    const before = JSON.parse(folder.read('loadgate-report/run.json'));
    ended(await folder.run((again?.groups?.['rest'] ?? '').split(' ')), 0);
    const after = JSON.parse(folder.read('loadgate-report/run.json'));
    expect([after.seed, after.configHashes]).toEqual([before.seed, before.configHashes]);
    expect(again?.[0]).toBe(`npx loadgate run --duration 2s --seed ${before.seed}`);
  });

  test('accepts a recorded run into the baseline', async () => {
    using folder = openFolder();
    ended(await folder.run(['run']), 0);
    ended(await folder.run(['baseline', 'update', '--from', 'loadgate-report/run.json']), 0);
    expect(JSON.parse(folder.read('.loadgate/baseline.json')).scenarios.home.histories[0].runs).toHaveLength(
      1,
    );
  });

  test('without a file works from flags alone', async () => {
    using folder = openFolder();
    folder.remove('.github/loadgate.yml');
    const flags = [
      '--start',
      'node service.mjs',
      '--ready',
      '/health',
      '--users',
      '2',
      '--duration',
      '1s',
      '--warm-up',
      '0s',
    ];
    ended(await folder.run(['run', ...flags, '--p95-max', '10s']), 0);
    expect(verdictOf(folder).scenarios[0]).toMatchObject({ scenario: 'default', users: 2 });
    ended(await folder.run(['run', ...flags, '--p95-max', '1ms']), 1);
  });

  test('is judged by the base commit, and says what the change may not decide', async () => {
    using folder = openFolder();
    folder.git('init', '--quiet');
    folder.git('add', '.');
    folder.git('commit', '--quiet', '-m', 'base');
    const loose = CONFIG.replace('error-rate: { max: 1% }', 'error-rate: { max: 100% }').concat(
      'policy: { on-no-baseline: fail }\n',
    );
    folder.write({
      '.github/loadgate.yml': loose,
      'service.mjs': service('', 'response.writeHead(500).end("no")'),
    });
    const done = await folder.run(['run', '--base', 'main']);
    ended(done, 1);
    expect(done.stderr).toContain(
      'This change edits the limits of home; the limits of the base commit apply.',
    );
    expect(done.stderr).toContain('This change edits `policy`; what the base commit says applies.');
  });

  test('where every answer is a 500 fails by the error rate, and blames no latency', async () => {
    using folder = openFolder({ 'service.mjs': service('', 'response.writeHead(500).end("no")') });
    const done = await folder.run(['run']);
    ended(done, 1);
    expect(done.stdout).toMatch(/error rate 100 %/iu);
    expect(done.stdout).toContain('HTTP 500');
    expect(verdictOf(folder).outcome).toBe('fail');
  });

  test('that cannot measure leaves no verdict of an earlier run beside it', async () => {
    using folder = openFolder();
    ended(await folder.run(['run']), 0);
    folder.write({ 'service.mjs': service('setTimeout(() => process.exit(5), 900);') });
    ended(await folder.run(['run']), 2);
    expect(folder.has('loadgate-report/verdict.json')).toBe(false);
    expect(folder.has('loadgate-report/run.json')).toBe(false);
    expect(folder.read('loadgate-report/report.md')).toContain('exited with code 5');
    expect(folder.has('loadgate-report/timeline.csv')).toBe(false);
    expect(folder.read('loadgate-report/junit.xml')).toContain('<error type="service-exited"');
    expect(folder.read('loadgate-report/metrics.txt')).toContain('loadgate_verdict="failure"} 1');
  });

  test('reports in the language that is asked for, by a configuration that is wrong, too', async () => {
    using folder = openFolder();
    const done = await folder.run(['run', '--language', 'ru']);
    ended(done, 0);
    expect(done.stdout).toMatch(/^· Первый прогон, сравнивать пока не с чем: p95 /u);
    expect(folder.read('loadgate-report/report.md')).toContain('#### Ограничения этого замера');
    expect(verdictOf(folder).outcome).toBe('no-baseline');
    const judged = await folder.run(['judge', 'loadgate-report/run.json']);
    expect(judged.stdout).toContain('First run, nothing to compare with yet');

    folder.write({
      '.github/loadgate.yml': `language: ru\n${CONFIG}`,
      'service.mjs': service('process.exit(5);'),
    });
    const failed = await folder.run(['run']);
    ended(failed, 2);
    expect(failed.stderr).toContain('Не удалось измерить: ');
    expect(folder.read('loadgate-report/report.md')).toContain('Что делать: ');

    folder.write({ '.github/loadgate.yml': `language: ru\nlanguor: 1\n${CONFIG}` });
    const refused = await folder.run(['run']);
    ended(refused, 3);
    expect(refused.stderr).toContain('Не удалось начать: ');
  });

  test('S1: shows its service no secret, and prints none', async () => {
    const secret = 'sentinel-7d0c1f';
    using folder = openFolder({
      'service.mjs': service(
        "import { readFileSync, writeFileSync } from 'node:fs'; writeFileSync('seen.txt', JSON.stringify(process.env) + readFileSync(`/proc/${process.ppid}/environ`));",
      ),
      '.github/loadgate.yml': CONFIG.replace(
        'requests: [GET /]',
        `requests: [{ path: /, headers: { authorization: Bearer ${secret}-header } }]`,
      ),
    });
    const done = await folder.run(['run', '--verbose'], { DEPLOY_TOKEN: secret });
    ended(done, 0);
    expect(folder.read('seen.txt')).not.toContain(secret);
    for (const text of [
      done.stdout,
      done.stderr,
      folder.read('loadgate-report/report.md'),
      folder.read('loadgate-report/run.json'),
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('init', () => {
  test('writes a configuration that stands, and never over another', async () => {
    using folder = openFolder();
    const refused = await folder.run(['init']);
    ended(refused, 3);
    expect(refused.stderr).toContain('.github/loadgate.yml exists already');
    expect(folder.read('.github/loadgate.yml')).toBe(CONFIG);
  });
});

describe('help', () => {
  test.each([
    [],
    ['run'],
    ['measure'],
    ['judge'],
    ['baseline'],
    ['baseline', 'update'],
    ['baseline', 'show'],
    ['init'],
  ])('of %s', async (...command) => {
    using folder = openFolder();
    const done = await folder.run([...command, '--help']);
    ended(done, 0);
    expect(done.stdout).toContain('Usage: loadgate');
    expect(done.stdout).not.toContain('undefined');
  });

  test('version', async () => {
    using folder = openFolder();
    expect((await folder.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});

describe('a command whose output nobody reads', () => {
  test('F33: ends with the exit code it would, and its files', async () => {
    using folder = openFolder();
    const running = folder.start(['run']);
    running.child.stdout?.destroy();
    const { code, stderr } = await running.ended;
    expect(code, stderr).toBe(0);
    expect(stderr).not.toContain('EPIPE');
    expect(verdictOf(folder).outcome).toBe('no-baseline');
  });
});

/** A child in a session of its own that is deaf to polite signals. */
const FAMILY = `import { spawn } from 'node:child_process';
spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); setInterval(() => {}, 1000)"], { detached: true, stdio: 'ignore' }).unref();`;

const PHASES: readonly {
  readonly name: string;
  readonly config: string;
  readonly source: string;
  readonly said: string;
}[] = [
  {
    name: 'the build',
    config: CONFIG.replace('start:', 'build: sleep 60\n  start:'),
    source: service(),
    said: 'Building the service',
  },
  {
    name: 'the boot',
    config: CONFIG.replace('start: node', 'build: echo built\n  start: node'),
    source: `${FAMILY}\nsetInterval(() => {}, 1000);`,
    said: 'Building the service',
  },
  {
    name: 'the load',
    config: CONFIG.replace('duration: 1s', 'duration: 60s'),
    source: service(FAMILY),
    said: 'home: ',
  },
];

describe.each(PHASES)('F25: stopped in $name', ({ name, config, source, said }) => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends soon, with everything it started, and writes no baseline',
    async (signal) => {
      using folder = openFolder({ '.github/loadgate.yml': config, 'service.mjs': source });
      const running = folder.start(['baseline', 'update']);
      await running.until(said);
      await waitFor(() => folder.processes().length >= (name === 'the load' ? 4 : 2), 'its processes');
      const signalled = performance.now();
      running.child.kill(signal);
      const done = await running.ended;
      ended(done, 130);
      // The promise is 5 s; the rest is for a busy machine.
      expect(performance.now() - signalled).toBeLessThan(7_500);
      expect(done.stderr).toContain(`stopped by ${signal}`);
      expect(folder.processes()).toEqual([]);
      expect(folder.has('.loadgate/baseline.json')).toBe(false);
    },
  );
});

describe('a second signal', () => {
  test('S28: ends at once, and leaves nothing either', async () => {
    using folder = openFolder({
      '.github/loadgate.yml': CONFIG.replace('duration: 1s', 'duration: 60s').replace(
        'stop-timeout: 1s',
        'stop-timeout: 30s',
      ),
      'service.mjs': service(`${FAMILY}\nprocess.on('SIGTERM', () => {}); process.on('SIGINT', () => {});`),
    });
    const running = folder.start(['run']);
    await running.until('home: ');
    running.child.kill('SIGINT');
    await running.until('SIGINT received');
    running.child.kill('SIGINT');
    ended(await running.ended, 130);
    await waitFor(() => folder.processes().length === 0, 'an empty machine');
  });
});

describe('F26: a gate that is killed', () => {
  test('takes its load with it', async () => {
    using folder = openFolder({ '.github/loadgate.yml': CONFIG.replace('duration: 1s', 'duration: 60s') });
    const running = folder.start(['run']);
    await running.until('home: load');
    const before = folder.processes().length;
    running.child.kill('SIGKILL');
    await running.ended;
    // The service is left, for which the Action has its post step; the generator ends by itself.
    await waitFor(() => folder.processes().length < before - 1, 'the generator to end');
    for (const pid of folder.processes()) process.kill(pid, 'SIGKILL');
    await waitFor(() => folder.processes().length === 0, 'an empty machine');
  });
});
