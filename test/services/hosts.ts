/** Hosts of their own, as network namespaces on one switch: each has an address that all others reach, and a loopback that nobody else does. */
import { execFileSync, spawnSync } from 'node:child_process';

/** Some hosts. Disposing it removes them. */
export interface Hosts extends Disposable {
  /** The address of one. */
  readonly address: (name: string) => string;
  /** The words before a command that is to run on one of them. */
  readonly within: (name: string) => readonly string[];
}

/** Of a network for benchmarks (RFC 2544). */
const NETWORK = '198.18.78';

/** Opens them. @throws Error saying why there are none here */
export function openHosts(names: readonly string[]): Hosts {
  if (process.platform !== 'linux') throw new Error('network namespaces are of Linux');
  if (process.getuid?.() !== 0) throw new Error('network namespaces need root');
  if (spawnSync('ip', ['-V']).status !== 0) throw new Error('ip is missing (apt-get install iproute2)');
  const spaceOf = (name: string): string => `lg-${name}-${process.pid}`;
  const address = (name: string): string => `${NETWORK}.${names.indexOf(name) + 1}`;
  const remove = (): void => {
    for (const name of ['switch', ...names]) spawnSync('ip', ['netns', 'delete', spaceOf(name)]);
  };
  try {
    connect(names, spaceOf, address);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    address,
    within: (name) => ['ip', 'netns', 'exec', spaceOf(name)],
    [Symbol.dispose]: remove,
  };
}

function connect(
  names: readonly string[],
  spaceOf: (name: string) => string,
  address: (name: string) => string,
): void {
  const ip = (...words: readonly string[]): void =>
    void execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const hub = spaceOf('switch');
  ip('netns', 'add', hub);
  ip('-n', hub, 'link', 'add', 'hub', 'type', 'bridge');
  ip('-n', hub, 'link', 'set', 'hub', 'up');
  for (const [index, name] of names.entries()) {
    const space = spaceOf(name);
    const port = `port${index}`;
    ip('netns', 'add', space);
    ip('link', 'add', 'wire', 'netns', space, 'type', 'veth', 'peer', 'name', port, 'netns', hub);
    ip('-n', hub, 'link', 'set', port, 'master', 'hub');
    ip('-n', hub, 'link', 'set', port, 'up');
    ip('-n', space, 'link', 'set', 'lo', 'up');
    ip('-n', space, 'address', 'add', `${address(name)}/24`, 'dev', 'wire');
    ip('-n', space, 'link', 'set', 'wire', 'up');
  }
}
