/** F46: every fault of GitHub at every call that the Action makes. The verdict stands, there is one comment at most, and nobody waits longer than a minute. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { openConversation } from '../../../src/platform/github.ts';
import { memoryLog } from '../../../src/platform/log.ts';
import { PATIENCE } from '../../../src/platform/patience.ts';
import type { Runner } from '../../../src/platform/runner.ts';
import { openVault } from '../../../src/platform/vault.ts';
import { markerOf } from '../../../src/publish/comment.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import { publishAll } from '../../../src/publish/publish.ts';
import { type FakeGitHub, type Fault, startFakeGitHub } from '../../github/fake.ts';
import { faults } from '../../github/faults.ts';
import type { Injury } from '../../github/injuries.ts';
import { openVirtualClock, type VirtualClock } from '../../github/virtual-clock.ts';

const BOT = 'github-actions[bot]';
const APP = 'perf-app[bot]';
const MARKER = markerOf('api');
const TLS = join(import.meta.dirname, '..', '..', 'fixtures', 'tls');

let github: FakeGitHub;
let secure: Server;
let clock: VirtualClock;
let workspace: string;

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'loadgate-faults-'));
  github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: { bot: { login: BOT, mayWrite: true }, app: { login: APP, mayWrite: true } },
    onStall: () => clock.pushOn(),
  });
  secure = createServer(
    { key: readFileSync(join(TLS, 'key.pem')), cert: readFileSync(join(TLS, 'self-signed.pem')) },
    (_, response) => response.end('[]'),
  ).listen(0, '127.0.0.1');
  await once(secure, 'listening');
});
afterAll(async () => {
  secure.close();
  await github[Symbol.asyncDispose]();
  rmSync(workspace, { recursive: true });
});

/** A call that the Action makes, and the conversation in which it comes to it. */
interface Called {
  readonly name: string;
  readonly where: Pick<Fault, 'method' | 'path' | 'after'>;
  /** Our comments that are there before. */
  readonly ours: number;
  /** Remarks of others before them. */
  readonly others: number;
  readonly token: 'bot' | 'app';
}

const LIST = { method: 'GET', path: '/issues/7/comments' };
const WHO = { method: 'POST', path: '/graphql' };
const CALLS: readonly Called[] = [
  { name: 'who we are, first run', where: WHO, ours: 0, others: 0, token: 'app' },
  { name: 'who we are, later run', where: WHO, ours: 1, others: 0, token: 'app' },
  { name: 'the list', where: LIST, ours: 1, others: 0, token: 'bot' },
  { name: 'its second page', where: { ...LIST, path: 'page=2' }, ours: 1, others: 100, token: 'bot' },
  {
    name: 'the creation',
    where: { method: 'POST', path: '/issues/7/comments' },
    ours: 0,
    others: 0,
    token: 'bot',
  },
  { name: 'the list after it', where: { ...LIST, after: 1 }, ours: 0, others: 0, token: 'bot' },
  {
    name: 'the update',
    where: { method: 'PATCH', path: '/issues/comments/' },
    ours: 1,
    others: 0,
    token: 'bot',
  },
  {
    name: 'the removal',
    where: { method: 'DELETE', path: '/issues/comments/' },
    ours: 2,
    others: 0,
    token: 'bot',
  },
];

const publication: Publication = {
  suite: 'api',
  occasion: {
    kind: 'pull-request',
    repository: 'octo/shop',
    headSha: null,
    baseSha: null,
    pullRequest: { number: 7, fromFork: false },
    runUrl: null,
  },
  outcome: 'fail',
  exitCode: 1,
  headline: 'Slower',
  comment: 'auto',
  directory: null,
  run: null,
  verdict: null,
  markdown: () => 'the report',
  formats: [],
  page: null,
};

/** Publishes with a clock of its own. Returns what the readers of the step see. */
async function publish(token: string) {
  clock = openVirtualClock();
  const log = memoryLog();
  const outputs = new Map<string, string>();
  const summaries: string[] = [];
  const { signal } = new AbortController();
  const runner: Runner = {
    ...log,
    notice: () => undefined,
    output: (name, value) => void outputs.set(name, value),
    summary: async (text) => void summaries.push(text),
    hide: () => undefined,
    saveState: () => undefined,
  };
  const vault = openVault({ env: {}, secrets: {} });
  const world = {
    workspace,
    temporary: workspace,
    env: {},
    signal,
    vault,
    log,
    now: () => millis(clock.now()),
    date: () => new Date(0),
    generator: ['node'] as const,
  };
  await publishAll(publication, world, {
    mask: vault.mask,
    runner,
    run: { id: 20, attempt: 1 },
    conversation: () =>
      openConversation({
        token,
        apiUrl: github.url,
        repository: 'octo/shop',
        pullRequest: 7,
        signal,
        clock,
      }),
  });
  return { outputs, summaries, waited: clock.now() };
}

const ours = (): readonly string[] =>
  github.comments
    .filter(({ author, body }) => [BOT, APP].includes(author) && body.startsWith(MARKER))
    .map(({ body }) => body);

/** One fault at one call, so many times: what became of the step, and of the next run when all is well again. */
async function meet(call: Called, fault: Injury, times: number) {
  github.reset();
  for (let count = 0; count < call.others; count += 1) github.add('someone', `remark ${count}`);
  const author = call.token === 'app' ? APP : BOT;
  for (let count = 0; count < call.ours; count += 1) github.add(author, `${MARKER}\nold ${count}`);
  github.plan({ ...call.where, times, fault });
  const { outputs, summaries, waited } = await publish(call.token);
  const comments = ours().length;
  github.heal();
  await publish(call.token);
  return { outputs, summaries, waited, comments, after: ours() };
}

const NAMES = Object.keys(faults({ untrusted: '', refusing: '' }));

describe.each(NAMES)('F46: %s', (name) => {
  it.each(CALLS)('at $name', async (call) => {
    const { port } = secure.address() as AddressInfo;
    const fault = faults({ untrusted: `https://127.0.0.1:${port}/`, refusing: 'http://127.0.0.1:1/' })[name];
    if (fault === undefined) throw new Error(`no fault ${name}`);
    for (const times of [1, 2, 99]) {
      const met = await meet(call, fault, times);
      const most = Math.max(1, call.ours);
      expect({ times, verdict: met.outputs.get('verdict'), exitCode: met.outputs.get('exit-code') }).toEqual({
        times,
        verdict: 'fail',
        exitCode: '1',
      });
      expect(met.summaries).toEqual(['the report']);
      expect(met.comments, `${times} times`).toBeLessThanOrEqual(most);
      expect(met.waited).toBeLessThanOrEqual(PATIENCE.total);
      // The next run, with a GitHub that is well, finds what there is and leaves one.
      expect(met.after).toEqual([expect.stringContaining('the report')]);
    }
  });
});
