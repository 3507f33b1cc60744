/** What cannot be measured: each with its exit code, what went wrong, where, and what to do; and nothing is left behind. */
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG, type Ended, type Folder, openFolder, service } from './rig.ts';

/** The exit code, and every text on stderr, in this order. */
function refused({ code, stdout, stderr }: Ended, exitCode: number, ...texts: readonly string[]): void {
  expect(code, stderr).toBe(exitCode);
  expect(stdout).toBe('');
  const words = stderr.replaceAll(/\s+/gu, ' ');
  let from = 0;
  for (const text of texts) {
    const at = words.indexOf(text, from);
    expect(at, `"${text}" after the ${from} first characters of:\n${stderr}`).toBeGreaterThanOrEqual(0);
    from = at;
  }
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/mu);
}

/** The part of the configuration that starts the service. */
const RUNNING = /service:[^]*stop-timeout: 1s\n/u;

const changed = (from: string | RegExp, to: string): Readonly<Record<string, string>> => ({
  '.github/loadgate.yml': CONFIG.replace(from, to),
});

async function run(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  using folder = openFolder(files);
  return await folder.run(['run', ...args]);
}

describe('a configuration', () => {
  test('that is missing', async () => {
    refused(
      await run({}, '--config', 'no/such.yml'),
      3,
      'no/such.yml does not exist',
      'What to do',
      'loadgate init',
    );
  });

  test('with an unknown key', async () => {
    const ended = await run(changed('ready:', 'reddy:'));
    refused(
      ended,
      3,
      '1 problem',
      '.github/loadgate.yml:3:3',
      'unknown key `reddy` in `service`',
      'did you mean `ready`?',
    );
  });

  test('with a wrong type', async () => {
    const ended = await run(changed('duration: 1s', 'duration: [1s]'));
    refused(ended, 3, '.github/loadgate.yml:9:15', '`scenarios.home.duration` must be a duration');
  });

  test('with no users', async () => {
    const ended = await run(changed('users: 4', 'users: 0'));
    refused(
      ended,
      3,
      '.github/loadgate.yml:8:12',
      '`scenarios.home.users` must be a whole number from 1',
      'got 0',
    );
  });

  test('with several problems, all at once', async () => {
    const ended = await run({
      '.github/loadgate.yml': CONFIG.replace('users: 4', 'users: 0').replace('300%', 'lots'),
    });
    refused(ended, 3, '2 problems', ':8:12', ':13:28', 'lots');
  });

  test('given as flags, with the flag named', async () => {
    refused(await run({}, '--users', 'many'), 3, 'users', 'many');
  });
});

describe('a command line', () => {
  test('with an unknown command or flag says the nearest', async () => {
    using folder = openFolder();
    const flag = await folder.run(['run', '--user', '3']);
    expect(flag.code).toBe(3);
    expect(flag.stderr).toContain('--users');
    const command = await folder.run(['basline']);
    expect(command.code).toBe(3);
  });

  test('that wants to judge no run, or something else than a run', async () => {
    using folder = openFolder({ 'text.json': 'hello', 'other.json': '{"schema":1}' });
    refused(await folder.run(['judge', 'none.json']), 3, 'Cannot read none.json', 'loadgate measure');
    refused(await folder.run(['judge', 'text.json']), 3, 'text.json');
    refused(await folder.run(['judge', 'other.json']), 3, 'other.json');
  });
});

describe('a service', () => {
  test('that is not there', async () => {
    using folder = openFolder({
      '.github/loadgate.yml': CONFIG.replace(
        RUNNING,
        'service:\n  url: http://127.0.0.1:9\n  ready-timeout: 1s\n',
      ),
    });
    refused(
      await folder.run(['run']),
      2,
      'Nothing was ready at http://127.0.0.1:9',
      'nothing listens',
      'check `url`',
    );
  });

  test('on another machine', async () => {
    using folder = openFolder({
      '.github/loadgate.yml': CONFIG.replace(RUNNING, ''),
    });
    refused(await folder.run(['run', '--url', 'http://192.0.2.1:80']), 3, '192.0.2.1');
  });

  test('whose start command exits, shown with its exit code and its last words', async () => {
    const ended = await run({ 'service.mjs': 'console.error("no such table: books"); process.exit(7);' });
    refused(ended, 2, 'exited with code 7', 'no such table: books');
  });

  test('whose build fails', async () => {
    const ended = await run(changed('start:', 'build: echo compiling; exit 4\n  start:'));
    refused(ended, 2, 'build exited with code 4', 'compiling');
  });

  test('that is never ready', async () => {
    const ended = await run({
      ...changed('ready-timeout: 20s', 'ready-timeout: 1s'),
      'service.mjs': 'console.log("waiting for the database"); setInterval(() => {}, 1000);',
    });
    refused(ended, 2, 'was not ready within 1 s', 'waiting for the database');
  });

  test('F4: whose port is taken', async () => {
    await using other = await openOther();
    const ended = await run(changed('start:', `port: ${other.port}\n  start:`));
    refused(ended, 2, String(other.port));
    expect(other.asked()).toBe(0);
  });

  test('F9: that dies in the middle of the load', async () => {
    const ended = await run({
      ...changed('duration: 1s', 'duration: 20s'),
      'service.mjs': service("setTimeout(() => { console.error('out of memory'); process.exit(9); }, 2000);"),
    });
    refused(ended, 2, 'exited with code 9', 'out of memory');
  });
});

/** A server that is not ours, and how often it was asked. */
async function openOther(): Promise<AsyncDisposable & { readonly port: number; asked(): number }> {
  let asked = 0;
  const server: Server = createServer((_request, response) => {
    asked += 1;
    response.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('a baseline', () => {
  test.each([
    ['corrupt', '{"schema": 1, "suite":', '.loadgate/baseline.json'],
    ['of a newer schema', '{"schema": 99, "suite": "default", "scenarios": {}}', '99'],
    ['of nonsense', '{"schema": 1, "suite": "default", "scenarios": {"home": 3}}', 'scenarios'],
  ])('that is %s is no first run, and is left as it is', async (_, text, said) => {
    using folder = openFolder({ '.loadgate/baseline.json': text });
    refused(await folder.run(['run']), 2, '.loadgate/baseline.json', said);
    refused(await folder.run(['baseline', 'update']), 2, '.loadgate/baseline.json');
    expect(folder.read('.loadgate/baseline.json')).toBe(text);
  });
});

describe('the surroundings', () => {
  test('without git measure all the same, and say that there is no commit', async () => {
    using folder = openFolder();
    const ended = await folder.run(['run'], { PATH: nodeOnly(folder) });
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toContain('First run');
  });

  test('without git cannot compare with a commit', async () => {
    using folder = openFolder();
    refused(await folder.run(['run', '--base', 'main'], { PATH: nodeOnly(folder) }), 3, 'git');
  });

  test('without a repository cannot compare with a commit', async () => {
    using folder = openFolder();
    refused(await folder.run(['run', '--base', 'main']), 3, 'repository');
  });

  test('without the commit say which', async () => {
    using folder = openFolder();
    folder.git('init', '--quiet');
    folder.git('add', '.');
    folder.git('commit', '--quiet', '-m', 'all');
    refused(await folder.run(['run', '--base', 'no-such-branch']), 3, 'no-such-branch');
  });

  test('without permission for the report folder refuse before the load', async () => {
    // Root may write anywhere, but not a folder where a file is.
    using folder = openFolder({ 'loadgate-report': 'a file' });
    refused(await folder.run(['run']), 2, 'loadgate-report');
  });

  test('outside the workspace are not written', async () => {
    using folder = openFolder();
    refused(await folder.run(['run', '--report-directory', '../elsewhere']), 3, '../elsewhere');
  });
});

/** A PATH on which there is node and no git. */
function nodeOnly(folder: Folder): string {
  const bin = join(folder.path, 'bin');
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, 'node'));
  return bin;
}
