/** The Action when it is stopped, killed or attacked by the service it measures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FakeGitHub } from '../../github/fake.ts';
import { processesOf } from '../../runner/processes.ts';
import { CONFIG, createRepository, type Repository, serviceSource } from '../../runner/repository.ts';
import { exited, RUNNER_SECRETS, type StepOptions, startStep, waitFor } from '../../runner/step.ts';
import { openGitHub, pullRequest, TOKENS } from './cases.ts';

let shop: Repository;
let base: string;
let github: FakeGitHub;

beforeAll(() => {
  shop = createRepository();
  base = shop.git('rev-parse', 'HEAD');
});
afterAll(() => shop[Symbol.dispose]());
beforeEach(async () => {
  github = await openGitHub();
});
afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
});

/** A pull request step whose service runs `start` first. */
function step(
  start: string,
  { duration = '2s', config = CONFIG }: { duration?: string; config?: string } = {},
): StepOptions {
  shop.git('checkout', '--quiet', '-B', 'case', base);
  const head = shop.commit({
    'service.mjs': serviceSource(5, start),
    '.github/loadgate.yml': config.replace('duration: 2s', `duration: ${duration}`),
  });
  return {
    workspace: shop.checkout(head),
    event: 'pull_request',
    payload: pullRequest(head, base),
    token: TOKENS.writer,
    apiUrl: github.url,
    env: { GITHUB_SHA: head, SOME_API_KEY: 'sentinel-api-key-3f3f' },
  };
}

/** A service with a child in a session of its own that ignores TERM: the hardest to get rid of. */
const WITH_DAEMON = `
import { spawn } from 'node:child_process';
spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); setInterval(() => {}, 1000)"], { detached: true, stdio: 'ignore' }).unref();
`;

const serving = (options: StepOptions): boolean =>
  existsSync(join(options.workspace, 'loadgate-report', 'service.log'));

describe('a step that is stopped', () => {
  it('S32, F25: by SIGINT leaves nothing, soon, and comments nothing', async () => {
    const options = step(WITH_DAEMON, { duration: '60s' });
    using run = startStep(options);
    await waitFor(
      () => serving(options) && processesOf(run.trackingId).length >= 4,
      'the load',
      () => run.printed(),
    );
    const signalled = performance.now();
    run.child.kill('SIGINT');
    const ended = await run.ended;
    exited(ended, 130);
    // The runner kills after 7.5 s + 2.5 s; the promise is 5 s, the rest is for a busy machine.
    expect(performance.now() - signalled).toBeLessThan(7_500);
    expect(processesOf(run.trackingId)).toEqual([]);
    expect(ended.outputs['exit-code']).toBe('130');
    expect(github.calls).toEqual([]);
    expect(readdirSync(run.temporary).filter((name) => name.startsWith('loadgate-'))).toEqual([]);
  });

  it('F25: by two signals ends at once, and leaves nothing either', async () => {
    const options = step(WITH_DAEMON, { duration: '60s' });
    using run = startStep(options);
    await waitFor(
      () => serving(options) && processesOf(run.trackingId).length >= 4,
      'the load',
      () => run.printed(),
    );
    run.child.kill('SIGINT');
    await run.until('SIGINT received');
    run.child.kill('SIGTERM');
    const ended = await run.ended;
    exited(ended, 130);
    await waitFor(() => processesOf(run.trackingId).length === 0, 'an empty machine');
    expect(github.calls).toEqual([]);
  });

  it('F26: by SIGKILL is cleaned up after by the post step', async () => {
    const options = step(WITH_DAEMON, { duration: '60s' });
    using run = startStep(options);
    await waitFor(
      () => serving(options) && processesOf(run.trackingId).length >= 4,
      'the load',
      () => run.printed(),
    );
    run.child.kill('SIGKILL');
    const ended = await run.ended;
    expect(ended.signal).toBe('SIGKILL');
    expect(processesOf(run.trackingId)).not.toEqual([]);
    const post = await run.post();
    exited(post, 0);
    expect(processesOf(run.trackingId)).toEqual([]);
    expect(readdirSync(run.temporary).filter((name) => name.startsWith('loadgate-'))).toEqual([]);
  });
});

describe('a step whose log nobody reads any more', () => {
  it('F33: ends with the exit code and the report it would have', async () => {
    const options = step('');
    using run = startStep(options);
    await run.until('The service answers');
    run.child.stdout?.destroy();
    run.child.stderr?.destroy();
    const ended = await run.ended;
    exited(ended, 0);
    expect(ended.outputs.verdict).toBe('no-baseline');
    expect(ended.summary).toContain('</details>');
    expect(github.comments).toHaveLength(1);
    expect(processesOf(run.trackingId)).toEqual([]);
  });
});

describe('a hostile service', () => {
  it('S1, S8: finds no secret, and none is published', async () => {
    const dump = `
import { readFileSync, writeFileSync } from 'node:fs';
const parent = readFileSync('/proc/' + process.ppid + '/stat', 'utf8').replace(/^.*\\) . /, '').split(' ')[0];
const seen = [process.env, ...[process.pid, process.ppid, parent].map((pid) => { try { return readFileSync('/proc/' + pid + '/environ', 'utf8'); } catch { return ''; } })];
writeFileSync('seen.json', JSON.stringify(seen));
console.log('my token is ${TOKENS.writer}');
process.exit(7);
`;
    const options = step(dump);
    using run = startStep(options);
    const ended = await run.ended;
    exited(ended, 2);
    const secrets = [TOKENS.writer, ...Object.values(RUNNER_SECRETS)];
    const seen = readFileSync(join(options.workspace, 'seen.json'), 'utf8');
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
    const report = readFileSync(join(options.workspace, 'loadgate-report', 'report.md'), 'utf8');
    const places = {
      log: ended.log,
      summary: ended.summary,
      report,
      outputs: JSON.stringify(ended.outputs),
      comments: JSON.stringify(github.comments),
    };
    // The service's words arrive, so that this test sees something.
    expect(ended.log).toContain('my token is ***');
    for (const [place, text] of Object.entries(places)) {
      const found = [...secrets, 'sentinel-api-key-3f3f'].filter((secret) => text.includes(secret));
      expect({ place, found }).toEqual({ place, found: [] });
    }
  });

  it('S5: cannot give the runner a command', async () => {
    const shout = `
for (const line of ['::error::forged', '##[error]forged', 'x ##[set-output name=verdict]pass', 'a\\r::set-output name=verdict::pass', '\\u2003::add-mask::a', '::stop-commands::x'])
  console.log(line);
process.exit(7);
`;
    const options = step(shout);
    using run = startStep(options);
    const ended = await run.ended;
    exited(ended, 2);
    expect(ended.log).toContain('forged');
    expect(ended.heard.commands.filter(({ message }) => message === 'forged' || message === 'pass')).toEqual(
      [],
    );
    const foreign = ended.heard.commands.filter(
      ({ name }) => !['group', 'endgroup', 'error', 'warning', 'notice'].includes(name),
    );
    expect(foreign).toEqual([]);
    expect(ended.heard.listening).toBe(true);
  });

  it('S4: cannot speak to the runner through its files', async () => {
    const forge = `
import { appendFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
const folder = readdirSync(tmpdir()).filter((name) => name.startsWith('loadgate-runner-')).map((name) => tmpdir() + '/' + name + '/_runner_file_commands');
for (const each of folder) { try { for (const file of readdirSync(each)) appendFileSync(each + '/' + file, 'verdict=pass\\n'); } catch {} }
`;
    const options = step(forge);
    using run = startStep(options);
    const ended = await run.ended;
    exited(ended, 3);
    expect(ended.outputs.verdict).toBe('failure');
    expect(readFileSync(run.files.ENV, 'utf8')).toBe('');
    expect(readFileSync(run.files.PATH, 'utf8')).toBe('');
    expect(ended.state.verdict).toBeUndefined();
  });
});

describe('wrong usage', () => {
  it.each([
    ['an unknown key', CONFIG.replace('users:', 'usres:'), 'usres'],
    ['no users', CONFIG.replace('users: 40', 'users: 0'), 'users'],
  ])('is told with its place: %s', async (_, config, word) => {
    using run = startStep(step('', { config }));
    const ended = await run.ended;
    exited(ended, 3);
    expect(ended.log).toContain(word);
    expect(ended.log).toMatch(/loadgate\.yml:\d+:\d+/);
    expect(ended.outputs.verdict).toBe('failure');
  });

  it('without anything to start or to load says what to give', async () => {
    using run = startStep({ ...step(''), inputs: { config: 'nowhere.yml' } });
    const ended = await run.ended;
    exited(ended, 3);
    expect(ended.heard.commands.find(({ name }) => name === 'error')?.message).toContain('nowhere.yml');
  });
});
