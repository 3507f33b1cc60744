/** A repository with a service whose cost stands in its commits, and the command line that measures two of them beside each other. */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { CONFIRM_BLOCKS_MIN } from '../../../src/judge/looks.ts';
import { DESIGN } from '../../../src/measure/design.ts';
import { processesOf } from '../../runner/processes.ts';
import { git, initRepository } from '../baseline/scratch.ts';
import { type Ended, type Running, startCommand } from '../cli/rig.ts';

/** What a service wrote when it was started. */
export interface Started {
  /** The folder it ran in. */
  readonly directory: string;
  /** Names of the variables it was given. */
  readonly names: readonly string[];
}

/** A repository with a service, and everything that a run of it touches. Disposing it removes it, and throws when processes or temporary files were left. */
export interface Shop extends Disposable {
  /** Holds the repository, and beside it what a test wants to keep out of it. */
  readonly root: string;
  readonly repository: string;
  /** Where commands make their temporary folders. */
  readonly temporary: string;
  /** A file of the repository's working tree. */
  read(path: string): string;
  /** Writes files and commits them; the commit's id. */
  commit(files: Readonly<Record<string, string>>): string;
  /** Runs the command line in a folder: the repository unless another is given. */
  start(args: readonly string[], options?: StartOptions): Running;
  run(args: readonly string[], options?: StartOptions): Promise<Ended>;
  /** Every start of a service so far, in their order. */
  starts(): readonly Started[];
  processes(): readonly number[];
}

/** Where a command runs, and with what beside the usual environment. */
export interface StartOptions {
  readonly directory?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another user than this process's. */
  readonly user?: number | undefined;
}

/** Rounds of a request's work: about a third of a millisecond of CPU time. */
export const ROUNDS = 100_000;
/** The same of a service that is much slower. */
export const MANY_ROUNDS = 3 * ROUNDS;
/** Load of one block: a warm-up shorter than one of its turns, and the measured time, on both builds. */
const BLOCK_MS = 2 * (DESIGN.slice + DESIGN.warmUpTurn);
/** A measurement that hangs is ended after this long. */
const DEADLINE_MS = 240_000;

/** A budget that pays for so many blocks of the main phase, and as many as confirm an alarm at the least. */
export const budgetOf = (blocks: number): string =>
  `${Math.round((blocks + CONFIRM_BLOCKS_MIN + 0.5) * BLOCK_MS)}ms`;

/** The smallest budget there is: after one block nothing is left for confirming an alarm, so that it was the last. */
export const ONE_BLOCK = '10s';

/** A service that does so many rounds of work for each answer. `first` is run at its start, before it listens; `answer` for each request. */
export const service = (first = '', answer = ANSWER): string => `
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const rounds = Number(readFileSync(new URL('rounds.txt', import.meta.url), 'utf8'));
const started = { directory: process.cwd(), names: Object.keys(process.env) };
appendFileSync(process.env.STARTS, JSON.stringify(started) + '\\n');
${first}
function work() {
  let state = 1;
  for (let round = 0; round < rounds; round += 1) state = Math.imul(state ^ round, 0x9e3779b1);
  return state;
}
createServer((request, response) => {
  if (request.url === '/health') return response.end('ok');
  ${answer}
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** How the service answers. */
export const ANSWER = "response.end(work() === 0 ? 'nought' : 'number');";

/** The same service waiting so many milliseconds for each answer, whatever else this machine does: it leaves the cores idle. */
export const waiting = (delay: number, first = ''): string =>
  service(first, `setTimeout(() => response.end('number'), ${delay});`);

/** A gate of that service: a wide limit on the metric that a busy machine moves least, so that few blocks are enough. `starts`: the file that starts are written to. */
export const configOf = (starts: string): string => `suite: shop
service:
  start: exec node service.mjs
  ready: /health
  ready-timeout: 20s
  stop-timeout: 1s
  env:
    STARTS: ${starts}
scenarios:
  home:
    users: 2
    duration: 1s
    warm-up: 300ms
    requests: [GET /]
    limits:
      p50: { max-increase: 50% }
      p95: off
      throughput: off
      cpu-per-request: off
      error-rate: { max: 1% }
`;

/** Opens a repository whose main branch has one commit: the service and its configuration. */
export function openShop(files: Readonly<Record<string, string>> = {}): Shop {
  const root = mkdtempSync(join(tmpdir(), 'loadgate-beside-'));
  const temporary = join(root, 'temporary');
  const startsFile = join(root, 'starts.jsonl');
  const trackingId = `beside_${randomUUID()}`;
  mkdirSync(temporary);
  const repository = initRepository(join(root, 'repository'));
  const shop: Shop = {
    root,
    repository,
    temporary,
    read: (path) => readFileSync(join(repository, path), 'utf8'),
    commit: (given) => commit(repository, given),
    start: (args, { directory = repository, env = {}, user } = {}) =>
      startCommand(
        args,
        { cwd: directory, deadline: DEADLINE_MS, ...(user !== undefined && { user }) },
        {
          TMPDIR: temporary,
          RUNNER_TEMP: temporary,
          RUNNER_TRACKING_ID: trackingId,
          // Remotes of these tests are folders.
          GIT_ALLOW_PROTOCOL: 'file',
          ...env,
        },
      ),
    run: (args, options) => shop.start(args, options).ended,
    starts: () => (existsSync(startsFile) ? linesOf(startsFile) : []),
    processes: () => processesOf(trackingId),
    [Symbol.dispose]() {
      const left = processesOf(trackingId);
      for (const pid of left) process.kill(pid, 'SIGKILL');
      const kept = readdirSync(temporary);
      rmSync(root, { recursive: true, force: true });
      if (left.length > 0) throw new Error(`processes were left running: ${left.join(', ')}`);
      if (kept.length > 0) throw new Error(`temporary files were left: ${kept.join(', ')}`);
    },
  };
  shop.commit({
    'service.mjs': service(),
    'rounds.txt': String(ROUNDS),
    '.github/loadgate.yml': configOf(startsFile),
    '.gitignore': 'loadgate-report/\nignored.txt\n',
    ...files,
  });
  return shop;
}

/** As people commit: without what is ignored. */
function commit(repository: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '--allow-empty', '-m', 'A commit');
  return git(repository, 'rev-parse', 'HEAD');
}

const linesOf = (path: string): readonly Started[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The exit code, with what was said when it is another. */
export function exited({ code, signal, stdout, stderr }: Ended, wanted: number): void {
  expect(code ?? signal, `${stdout}\n${stderr}`).toBe(wanted);
}
