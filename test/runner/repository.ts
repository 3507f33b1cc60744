/** A repository with a service to gate: a clone beside its bare remote, with a baseline, and branches that change the service. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The clone and what is in it. */
export interface Repository extends Disposable {
  readonly workspace: string;
  /** Writes files and commits them. Returns the commit. */
  commit(files: Readonly<Record<string, string>>, message?: string): string;
  git(...args: readonly string[]): string;
  read(path: string): string;
  /** A clone of its own at one commit, as actions/checkout leaves it: depth 1, detached. */
  checkout(sha: string): string;
}

/** A service that answers after `delay` milliseconds; `start` runs once at its start. */
export const serviceSource = (delay: number, start = ''): string => `
import { createServer } from 'node:http';
${start}
createServer((request, response) => {
  setTimeout(() => response.end('{"ok":true}'), request.url === '/health' ? 0 : ${delay});
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** Limits wide enough for a busy machine, and far below the change that the regression makes. The stored baseline decides. */
export const CONFIG = `suite: shop
compare: baseline
baseline:
  min-runs: 5
service:
  start: node service.mjs
  ready: /health
  stop-timeout: 1s
scenarios:
  home:
    users: 40
    duration: 2s
    warm-up: 300ms
    requests: [GET /]
    limits:
      p95: { max-increase: 100% }
      throughput: off
      cpu-per-request: off
      error-rate: { max: 1% }
`;

/** Milliseconds of the service as it is on the main branch, and as the bad change makes it. */
export const DELAY = { base: 25, regression: 200 } as const;

/** Makes the repository: a bare remote, a clone, the service and its configuration on main. */
export function createRepository(): Repository {
  const root = mkdtempSync(join(tmpdir(), 'shop-'));
  const workspace = join(root, 'clone');
  const remote = join(root, 'remote.git');
  let clones = 0;
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  // As GitHub does: any commit that a ref reaches can be fetched by its name.
  git(remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(root, 'clone', '--quiet', remote, workspace);
  const repository: Repository = {
    workspace,
    git: (...args) => git(workspace, ...args),
    read: (path) => readFileSync(join(workspace, path), 'utf8'),
    commit(files, message = 'A change') {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(workspace, path)), { recursive: true });
        writeFileSync(join(workspace, path), text);
      }
      git(workspace, 'add', '--all');
      git(workspace, 'commit', '--quiet', '--allow-empty', '--message', message);
      // Branches of tests begin anew.
      git(workspace, 'push', '--quiet', '--force', 'origin', 'HEAD');
      return git(workspace, 'rev-parse', 'HEAD');
    },
    checkout(sha) {
      clones += 1;
      const clone = join(root, `checkout-${clones}`);
      git(root, 'init', '--quiet', clone);
      git(clone, 'remote', 'add', 'origin', `file://${remote}`);
      git(clone, 'fetch', '--quiet', '--depth=1', 'origin', sha);
      git(clone, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
      return clone;
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
  git(workspace, 'checkout', '--quiet', '-b', 'main');
  repository.commit({
    'service.mjs': serviceSource(DELAY.base),
    '.github/loadgate.yml': CONFIG,
    '.gitignore': 'loadgate-report/\n',
  });
  return repository;
}

const IDENTITY = { NAME: 'A Person', EMAIL: 'person@example.test' };

function git(cwd: string, ...args: readonly string[]): string {
  const author = Object.entries(IDENTITY).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const env = { PATH: process.env.PATH, HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', ...Object.fromEntries(author) };
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}
