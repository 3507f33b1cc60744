/** Two network namespaces with a wire between them: one for the program, and one in which every address in the world answers. */
import { execFileSync, spawnSync } from 'node:child_process';

/** Both. Disposing it removes them by their names. */
export interface Namespaces extends Disposable {
  readonly client: string;
  readonly server: string;
  /** Where the server is. */
  readonly address: string;
  /** The words before a command that is to run in one of them. */
  readonly within: (namespace: string) => readonly string[];
  /** TCP segments that came to the server so far, whatever address and port they were for. */
  segments(): number;
  /** Lets the server's kernel wait so many milliseconds with all that it sends. False where this kernel cannot. */
  delay(ms: number): boolean;
}

const [HERE, THERE] = ['198.18.77.1', '198.18.77.2'];
const [HERE_SIX, THERE_SIX] = ['fd12:3456::1', 'fd12:3456::2'];
/** Any table that is not the kernel's own. */
const TABLE = '100';

/** Opens them. @throws Error saying why there are none here */
export function openNamespaces(): Namespaces {
  if (process.platform !== 'linux') throw new Error('network namespaces are of Linux');
  if (process.getuid?.() !== 0) throw new Error('network namespaces need root');
  if (spawnSync('ip', ['-V']).status !== 0) throw new Error('ip is missing (apt-get install iproute2)');
  const client = `lg-client-${process.pid}`;
  const server = `lg-server-${process.pid}`;
  const remove = (): void => {
    for (const name of [client, server]) spawnSync('ip', ['netns', 'delete', name]);
  };
  try {
    connect(client, server);
  } catch (error) {
    remove();
    throw error;
  }
  const within = (name: string): readonly string[] => ['ip', 'netns', 'exec', name];
  return {
    client,
    server,
    address: THERE,
    within,
    segments: () => segmentsIn(call([...within(server), 'cat', '/proc/net/snmp'])),
    delay: (ms) => {
      const [command, ...args] = [...within(server), 'tc', 'qdisc', 'add', 'dev', 'wire', 'root'];
      return spawnSync(command, [...args, 'netem', 'delay', `${ms}ms`]).status === 0;
    },
    [Symbol.dispose]: remove,
  };
}

/** All addresses lead from the client to the server, which takes every one for its own. */
function connect(client: string, server: string): void {
  const ip = (...words: readonly string[]): void => void call(['ip', ...words]);
  ip('netns', 'add', client);
  ip('netns', 'add', server);
  ip('link', 'add', 'wire', 'netns', client, 'type', 'veth', 'peer', 'name', 'wire', 'netns', server);
  const sides = [
    [client, HERE, HERE_SIX],
    [server, THERE, THERE_SIX],
  ] as const;
  for (const [name, four, six] of sides) {
    ip('-n', name, 'link', 'set', 'lo', 'up');
    ip('-n', name, 'address', 'add', `${four}/24`, 'dev', 'wire');
    ip('-n', name, 'address', 'add', `${six}/64`, 'dev', 'wire', 'nodad');
    ip('-n', name, 'link', 'set', 'wire', 'up');
  }
  ip('-n', client, 'route', 'add', 'default', 'via', THERE);
  ip('-6', '-n', client, 'route', 'add', 'default', 'via', THERE_SIX);
  // The kernel sends by IPv4 only from addresses of its own table of local ones; in there, the client has to be excepted.
  ip('-n', server, 'route', 'add', HERE, 'dev', 'wire', 'table', 'local');
  ip('-n', server, 'route', 'add', 'local', '0.0.0.0/0', 'dev', 'lo', 'table', 'local');
  ip('-6', '-n', server, 'rule', 'add', 'iif', 'wire', 'lookup', TABLE, 'pref', '1');
  ip('-6', '-n', server, 'route', 'add', 'local', '::/0', 'dev', 'lo', 'table', TABLE);
}

/** `InSegs` of the namespace: SYNs to ports at which nobody listens are among them. */
function segmentsIn(snmp: string): number {
  const [names = [], values = []] = snmp
    .split('\n')
    .filter((line) => line.startsWith('Tcp:'))
    .map((line) => line.split(' '));
  return Number(values[names.indexOf('InSegs')]);
}

function call([command = '', ...args]: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
