/** The command that starts a worker of Locust on another machine over SSH. */
import type { LocustWorkers } from '../domain/engine-plan.ts';

/** Nothing that would be asked is answered; a host that does not answer is given up. */
const OPTIONS = [
  'BatchMode=yes',
  'ConnectTimeout=10',
  'ConnectionAttempts=1',
  'ExitOnForwardFailure=yes',
  'ServerAliveInterval=5',
  'ServerAliveCountMax=3',
];
const PORT_MAX = 65_535;

/**
 * A shell command. The worker reaches the master through the connection that started it, so that no port has to be open. It has a terminal of its own, by whose end it is ended when the connection is closed, and a
 * temporary folder that goes with it. `index` is its place among all workers that are started so: each has a port there, so that one machine may have several, also the master's own.
 */
export function overSsh(
  host: string,
  index: number,
  { bind, port }: Pick<LocustWorkers, 'bind' | 'port'>,
): string {
  const here = bind === '*' ? '127.0.0.1' : bind;
  const there = farPort(port, index);
  const forward = `127.0.0.1:${there}:${here.includes(':') ? `[${here}]` : here}:${port}`;
  const options = OPTIONS.map((each) => `-o ${each}`).join(' ');
  // The login shell there need not be one of POSIX.
  const command = `exec sh -c ${quoted(scriptOf(there))}`;
  return `exec ssh -tt ${options} -R ${forward} ${quoted(host)} ${quoted(command)}`;
}

/** The next port after the master's; where there are no more, those before it. */
const farPort = (port: number, index: number): number =>
  port + 1 + index <= PORT_MAX ? port + 1 + index : port - (port + 1 + index - PORT_MAX);

/** When the terminal is gone, the shell alone is told, and only while it waits: what a worker might still say then, nobody hears. */
const scriptOf = (port: number): string =>
  [
    'folder=$(mktemp -d) || exit 1',
    `trap 'rm -rf "$folder"' EXIT`,
    `TMPDIR=$folder PYTHONDONTWRITEBYTECODE=1 locust -f - --worker --master-host 127.0.0.1 --master-port ${port} & worker=$!`,
    `trap 'kill -KILL "$worker"; wait "$worker"; exit 1' HUP INT TERM`,
    'wait "$worker"',
  ].join('; ');

/** As one word of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
