/** The Action from its start to its comment, as the runner runs it: real service, real load, real repository, local GitHub. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FakeGitHub } from '../../github/fake.ts';
import { processesOf } from '../../runner/processes.ts';
import { CONFIG, DELAY, serviceSource } from '../../runner/repository.ts';
import { type Ended, exited, type StepOptions, startStep } from '../../runner/step.ts';
import {
  BOT,
  MARKER,
  openGitHub,
  openShop,
  pullRequest,
  pullRequestStep,
  type Shop,
  TOKENS,
} from './cases.ts';

let shop: Shop;
let github: FakeGitHub;

beforeAll(() => {
  shop = openShop();
});
afterAll(() => shop[Symbol.dispose]());
beforeEach(async () => {
  github = await openGitHub();
});
afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
});

/** Runs a step and its post step, and checks what holds for every one. */
async function run(options: StepOptions): Promise<Ended> {
  using step = startStep(options);
  // S22: whoever is alive when GitHub is asked first.
  let alive: readonly (number | undefined)[] = [step.child.pid];
  const act = (): void => {
    alive = processesOf(step.trackingId);
  };
  github.plan({ method: 'POST', path: '/graphql', fault: { kind: 'before', act } });
  const ended = await step.ended;
  expect(alive).toEqual([step.child.pid]);
  github.heal();
  expect(processesOf(step.trackingId)).toEqual([]);
  exited(ended, Number(ended.outputs['exit-code'] ?? Number.NaN));
  expect(ended.heard.listening).toBe(true);
  const allowed = new Set(['group', 'endgroup', 'warning', 'error', 'notice', 'debug']);
  expect(ended.heard.commands.filter(({ name }) => !allowed.has(name))).toEqual([]);
  const post = await step.post();
  exited(post, 0);
  expect(post.heard.commands).toEqual([]);
  return ended;
}

const ours = (): readonly string[] =>
  github.comments.filter(({ author }) => author === BOT).map(({ body }) => body);
const annotations = ({ heard }: Ended, name: string): readonly string[] =>
  heard.commands.filter((command) => command.name === name).map(({ message }) => message);

describe('a pull request', () => {
  it('without a baseline passes, and says that it is the first run', async () => {
    const ended = await run(pullRequestStep(shop, github, shop.first, shop.first));
    exited(ended, 0);
    expect(ended.outputs.verdict).toBe('no-baseline');
    expect(ours()).toHaveLength(1);
    expect(ours()[0]?.split('\n')[0]).toBe(MARKER);
    expect(ended.outputs['comment-url']).toBe(
      `${github.url}/octo/shop/pull/7#issuecomment-${github.comments[0]?.id}`,
    );
  });

  it('is told in the language that its workflow asks for', async () => {
    const options = pullRequestStep(shop, github, shop.first, shop.first);
    const ended = await run({ ...options, inputs: { language: 'ru' } });
    exited(ended, 0);
    expect(ended.outputs.verdict).toBe('no-baseline');
    expect(ours()[0]).toContain('Первый прогон, сравнивать пока не с чем');
    expect(ended.summary).toContain('#### Ограничения этого замера');
    expect(annotations(ended, 'notice').join('\n')).toContain('Первый прогон');
  });

  it('S22: with a harmless change passes; comment, summary, files and outputs tell the same, when the service is gone', async () => {
    const options = pullRequestStep(shop, github, shop.harmless);
    const ended = await run(options);
    exited(ended, 0);
    expect(ended.outputs.verdict).toBe('pass');
    const path = (name: string): string => join(options.workspace, ended.outputs[name] ?? 'missing');
    const verdict = JSON.parse(readFileSync(path('verdict-file'), 'utf8'));
    expect(verdict.scenarios[0].metrics.p95).toBeCloseTo(Number(ended.outputs.p95), 4);
    expect(Number(ended.outputs.p95)).toBeGreaterThanOrEqual(DELAY.base - 1);
    expect(Number(ended.outputs.throughput)).toBeGreaterThan(50);
    expect(ended.outputs['error-rate']).toBe('0');
    expect(JSON.parse(ended.outputs.metrics ?? '')).toEqual([
      expect.objectContaining({ scenario: 'home', outcome: 'pass', users: 40 }),
    ]);
    expect(JSON.parse(readFileSync(path('run'), 'utf8')).suite).toBe('shop');
    expect(existsSync(path('service-log'))).toBe(true);
    expect(readFileSync(path('junit'), 'utf8')).toContain('failures="0" errors="0"');
    expect(readFileSync(path('openmetrics'), 'utf8')).toContain('loadgate_verdict="pass"} 1');
    expect(readFileSync(path('timeline'), 'utf8')).toContain('throughput_per_second');
    const report = readFileSync(path('report'), 'utf8').trim();
    expect(ended.summary).toContain(report.split('\n')[0]);
    expect(ours()[0]).toContain(report.split('\n')[0]);
    expect(annotations(ended, 'error')).toEqual([]);
    expect(annotations(ended, 'notice')).toHaveLength(1);
  });

  it('that makes the service slower fails with exit 1, after the report is published', async () => {
    const ended = await run(pullRequestStep(shop, github, shop.regression));
    exited(ended, 1);
    expect(ended.outputs.verdict).toBe('fail');
    expect(Number(ended.outputs.p95)).toBeGreaterThanOrEqual(DELAY.regression - 1);
    expect(annotations(ended, 'error')).toHaveLength(1);
    expect(ours()).toHaveLength(1);
    expect(ended.summary.length).toBeGreaterThan(500);
  });

  it('that is meant to make the service slower passes, when somebody who may write says so', async () => {
    const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const lines = ['p95 +5000%', 'throughput -99%', 'cpu-per-request +5000%'].map(
      (amount) => `loadgate accept ${amount} until ${until}: answers are signed now`,
    );
    github.review.people.mona = 'write';
    github.review.remarks.push(
      { body: lines.join('\n'), author: 'mona' },
      { body: lines.join('\n'), author: 'stranger' },
    );
    const ended = await run(pullRequestStep(shop, github, shop.regression));
    exited(ended, 0);
    // Another metric may be too noisy to tell on a busy machine.
    expect(['pass', 'inconclusive']).toContain(ended.outputs.verdict);
    expect(ours()[0]).toContain('🤝');
    expect(ours()[0]).toContain('`mona` accepted that');
    expect(ours()[0]).toContain('`stranger` may not accept changes here');
  });

  it('keeps one comment over pushes, on whatever page it is', async () => {
    for (let count = 0; count < 230; count += 1) github.add('someone', `remark ${count}`);
    await run(pullRequestStep(shop, github, shop.regression));
    const [comment] = github.comments.filter(({ author }) => author === BOT);
    const before = comment?.body;
    await run({ ...pullRequestStep(shop, github, shop.harmless), env: { GITHUB_RUN_ID: '101' } });
    expect(ours()).toHaveLength(1);
    expect(comment?.body).not.toBe(before);
    expect(comment?.body.startsWith(MARKER)).toBe(true);
    expect(github.calls.filter(({ path }) => path.includes('page=3'))).not.toEqual([]);
  });

  it('is held against what GitHub merged it into, and not against the base that the event remembers', async () => {
    shop.git('checkout', '--quiet', '-B', 'moved', shop.base);
    const moved = shop.commit({ 'others.md': 'Merged meanwhile.\n' });
    shop.git('merge', '--quiet', '--no-ff', '--message', 'Merge the change', shop.harmless);
    shop.git('push', '--quiet', '--force', 'origin', 'HEAD');
    const merge = shop.git('rev-parse', 'HEAD');
    const options = pullRequestStep(shop, github, shop.harmless);
    const ended = await run({ ...options, workspace: shop.checkout(merge), env: { GITHUB_SHA: merge } });
    exited(ended, 0);
    expect(ours()[0]).toContain(moved.slice(0, 12));
    expect(ours()[0]).not.toContain(shop.base.slice(0, 12));
  });

  it('S15: that edits the baseline is judged by the base commit', async () => {
    const baseline = JSON.parse(shop.read('.loadgate/baseline.json')) as unknown;
    shop.git('checkout', '--quiet', '-B', 'tampered', shop.regression);
    const slower = multiplied(baseline, 100);
    const head = shop.commit({ '.loadgate/baseline.json': `${JSON.stringify(slower, null, 2)}\n` });
    const ended = await run(pullRequestStep(shop, github, head));
    exited(ended, 1);
    expect(ended.outputs.verdict).toBe('fail');
  });

  it('S15: that loosens the limits is judged by the limits of the base commit', async () => {
    shop.git('checkout', '--quiet', '-B', 'loosened', shop.regression);
    const head = shop.commit({ '.github/loadgate.yml': CONFIG.replace('100%', '900%') });
    const ended = await run(pullRequestStep(shop, github, head));
    exited(ended, 1);
    expect(annotations(ended, 'warning').join('\n')).toContain('limits');
  });

  it('F53: from a fork has its report in the summary, and the verdict it deserves', async () => {
    const fork = { full_name: 'mallory/shop' };
    for (const [head, code] of [
      [shop.harmless, 0],
      [shop.regression, 1],
    ] as const) {
      const options = pullRequestStep(shop, github, head);
      const ended = await run({
        ...options,
        payload: pullRequest(head, shop.base, fork),
        token: TOKENS.reader,
      });
      exited(ended, code);
      expect(ended.outputs['comment-url']).toBe('');
      expect(ended.summary.length).toBeGreaterThan(500);
      expect(annotations(ended, 'warning').join('\n')).toContain('fork');
    }
    expect(github.comments).toEqual([]);
  });

  it('F46: is judged the same when GitHub is away', async () => {
    const away = await openGitHub();
    await away[Symbol.asyncDispose]();
    const ended = await run(pullRequestStep(shop, away, shop.regression));
    exited(ended, 1);
    expect(annotations(ended, 'warning').join('\n')).toContain('No comment');
  });

  it('writes no comment where it shall not', async () => {
    const ended = await run({
      ...pullRequestStep(shop, github, shop.harmless),
      inputs: { comment: 'never' },
    });
    exited(ended, 0);
    // What the pull request accepts is asked for; nothing is written.
    expect(github.calls.filter(({ path }) => path !== '/graphql')).toEqual([]);
    expect(github.comments).toEqual([]);
  });
});

describe('other events', () => {
  it('a push is compared with what was there before, and comments nowhere', async () => {
    const options = pullRequestStep(shop, github, shop.regression);
    const ended = await run({
      ...options,
      event: 'push',
      payload: { before: shop.base, after: shop.regression },
    });
    exited(ended, 1);
    expect(github.calls).toEqual([]);
  });

  it('a manual run reads the baseline that is checked out', async () => {
    const options = pullRequestStep(shop, github, shop.harmless);
    const ended = await run({ ...options, event: 'workflow_dispatch', payload: { inputs: {} } });
    exited(ended, 0);
    expect(ended.outputs.verdict).toBe('pass');
    expect(github.calls).toEqual([]);
  });

  it('S12: pull_request_target from a fork boots nothing', async () => {
    shop.git('checkout', '--quiet', '-B', 'canary', shop.base);
    const canary = "import { writeFileSync } from 'node:fs'; writeFileSync('booted', '');";
    const head = shop.commit({ 'service.mjs': serviceSource(1, canary) });
    const options = pullRequestStep(shop, github, head);
    const payload = pullRequest(head, shop.base, { full_name: 'mallory/shop' });
    const ended = await run({ ...options, event: 'pull_request_target', payload });
    exited(ended, 3);
    expect(ended.outputs.verdict).toBe('failure');
    expect(existsSync(join(options.workspace, 'booted'))).toBe(false);
    expect(github.calls).toEqual([]);
  });

  it('F56: a corrupt event file is wrong usage', async () => {
    const ended = await run({
      ...pullRequestStep(shop, github, shop.harmless),
      payload: '{"pull_request": ',
    });
    exited(ended, 3);
    expect(annotations(ended, 'error').join('\n')).toContain('event file');
  });
});

/** Every number of a tree, so many times as large. */
function multiplied(tree: unknown, times: number): unknown {
  if (Array.isArray(tree)) return tree.map((each) => multiplied(each, times));
  if (typeof tree === 'object' && tree !== null) {
    return Object.fromEntries(
      Object.entries(tree).map(([key, each]) => [
        key,
        key === 'p95' || typeof each === 'object' ? scaled(each, times) : each,
      ]),
    );
  }
  return tree;
}

const scaled = (value: unknown, times: number): unknown =>
  typeof value === 'number' ? value * times : multiplied(value, times);
