/** A server of SSH of the tests' own: on a port of 127.0.0.1, with keys and a configuration in a folder that goes with it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';
import { findMarked } from '../../src/platform/process-list.ts';

/** A running server. Disposing it ends it, and throws when something that it started still runs. */
export interface Sshd extends AsyncDisposable {
  readonly port: number;
  /** Whom it lets in: the user of the tests. */
  readonly user: string;
  /** Files of the client: a key that it accepts, one that it does not, who it is, and nobody. */
  readonly key: string;
  readonly wrongKey: string;
  readonly knownHosts: string;
  readonly noHosts: string;
  /** Pids of everything that it started for its clients and that still runs. */
  readonly left: () => readonly number[];
  readonly lines: () => string;
}

const SERVER = ['/usr/sbin/sshd', '/usr/local/sbin/sshd'].find((path) => existsSync(path)) ?? null;

/** `describe`, or the same skipped where there is no server. @throws Error where it must be there */
export function describeWithSshd(): typeof describe | typeof describe.skip {
  const hasClient = spawnSync('ssh', ['-V']).status === 0;
  if (SERVER !== null && hasClient) return describe;
  const how = 'SSH: there is no sshd and ssh (apt-get install openssh-server openssh-client)';
  if (process.env['LOADGATE_REQUIRE_SSH'] === '1') throw new Error(how);
  console.warn(`\n*** SKIPPED ${how}\n`);
  return describe.skip;
}

/** Starts one. `path`: folders in which the commands of its clients are looked for, before the system's; `env`: what they find in their environment. */
export async function openSshd(
  path: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Sshd> {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-sshd-'));
  const mark = randomUUID();
  const file = (name: string): string => join(folder, name);
  for (const key of ['host', 'user', 'stranger']) makeKey(file(key));
  const port = await freePort();
  const publicKey = (name: string): string => readFileSync(file(`${name}.pub`), 'utf8');
  writeFileSync(file('authorized'), publicKey('user'));
  writeFileSync(file('known'), `[127.0.0.1]:${port} ${publicKey('host')}`);
  writeFileSync(file('nobody'), '');
  writeFileSync(file('config'), configOf(file, { ...env, LOADGATE_FAR: mark, PATH: pathOf(path) }));
  // Where the server separates privileges, it asks for this folder, which the system makes when it starts.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const child = spawn(SERVER ?? 'sshd', ['-D', '-e', '-f', file('config'), '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  await listening(child, () => printed);
  const left = (): readonly number[] => findMarked(`LOADGATE_FAR=${mark}`);
  return {
    port,
    user: userInfo().username,
    key: file('user'),
    wrongKey: file('stranger'),
    knownHosts: file('known'),
    noHosts: file('nobody'),
    left,
    lines: () => printed,
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
      const still = left();
      for (const pid of still) process.kill(pid, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
      if (still.length > 0) throw new Error(`left on the far side: ${still.join(', ')}`);
    },
  };
}

/** The options of `ssh` with which its clients reach it, in the form of `ssh_config`. */
export function clientConfig(
  host: string,
  { port, user, key, knownHosts }: Pick<Sshd, 'port' | 'user' | 'key' | 'knownHosts'>,
): string {
  return `Host ${host}
  HostName 127.0.0.1
  Port ${port}
  User ${user}
  IdentityFile ${key}
  IdentitiesOnly yes
  IdentityAgent none
  UserKnownHostsFile ${knownHosts}
  GlobalKnownHostsFile none
`;
}

const configOf = (
  file: (name: string) => string,
  env: Readonly<Record<string, string>>,
): string => `ListenAddress 127.0.0.1
HostKey ${file('host')}
AuthorizedKeysFile ${file('authorized')}
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
PrintMotd no
SetEnv ${Object.entries(env)
  .map(([name, value]) => `${name}=${value}`)
  .join(' ')}
`;

const pathOf = (path: readonly string[]): string =>
  [...path, '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter);

function makeKey(path: string): void {
  const { status, stderr } = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`ssh-keygen: ${stderr}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(child: ChildProcess, printed: () => string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.stderr?.on('data', () => {
    if (printed().includes('Server listening on')) resolve();
  });
  child.once('error', reject);
  child.once('exit', () => reject(new Error(`sshd ended: ${printed()}`)));
  await promise;
}
