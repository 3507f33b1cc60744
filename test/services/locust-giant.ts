/** Hears a giant stream as the engine for Locust does, from a socket, and prints what it came to as JSON. Arguments: what is told (`true`, `lies`, `line`), bytes. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { micros } from '../../src/domain/units.ts';
import { listen } from '../../src/engines/locust/listening.ts';
import { openProcesses } from '../../src/engines/locust/processes.ts';
import { openUsage } from '../../src/engines/locust/usage.ts';
import { type Account, openAccount } from '../../src/engines/programs/account.ts';

const [what = '', size = '0'] = process.argv.slice(2);
const SECOND = 1_000_000;
/** As the engine looks. */
const LOOK_MS = 100;
/** Requests between two beats, each a tenth of a millisecond after the one before. */
const REQUESTS = 1_000;

const folder = mkdtempSync(join(tmpdir(), 'loadgate-locust-giant-'));
const seen = { account: null as Account | null };
const usage = openUsage(() => seen.account?.window ?? null);
const processes = openProcesses({
  onAll(at) {
    seen.account = openAccount({ begin: at, end: micros(at + 86_400 * SECOND) }, usage.usersAt);
  },
  onStop: () => undefined,
  onBeat: (beat, { key }) => usage.take(key, beat),
  onTask: () => undefined,
});
const broken = Promise.withResolvers<string>();
const server = await listen(join(folder, 's'), processes, {
  onHeard: () => undefined,
  onBroken: ({ message }) => broken.resolve(message),
});
const looking = setInterval(() => seen.account?.take(processes.next()), LOOK_MS);
const socket = connect(join(folder, 's'));
// Nobody listens any more to one that is not believed.
socket.on('error', () => undefined);
await once(socket, 'connect');

const told = await Promise.race([tell().then(() => server.quiet()), broken.promise]);
seen.account?.take(processes.next());
clearInterval(looking);
const { counts, latency } = seen.account?.close() ?? { counts: null, latency: null };
const why = told ?? (await Promise.race([broken.promise, Promise.resolve(null)]));
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  JSON.stringify({ why, ok: counts?.ok, count: latency?.count, told: processes.total(), memory }),
);
socket.destroy();
await server[Symbol.asyncDispose]();
rmSync(folder, { recursive: true, force: true });

/** Tells so many bytes: true ones, ones that end with a count that does not fit, or one line without an end. */
async function tell(): Promise<void> {
  let [written, at, requests] = [0, SECOND, 0];
  await write('hello\t1\t77\tlocal\t2.47.0\nall\t1000000\t1\nname\t0\t"GET /"\n');
  while (written < Number(size) && !socket.destroyed) {
    const lines: string[] = [];
    for (let each = 0; each < REQUESTS; each += 1) {
      at += 100;
      lines.push(`r\t0\t${at}\t90\t200\t11\tok\t-`);
    }
    const block = what === 'line' ? 'x'.repeat(2 ** 20) : `${lines.join('\n')}\nbeat\t${at}\t1\t0\t0\t1\t0\n`;
    requests += REQUESTS;
    written += block.length;
    await write(block);
  }
  if (!socket.destroyed) socket.end(`end\t${what === 'lies' ? requests - 1 : requests}\n`);
}

/** Resolves when it has left this process, or never will. */
async function write(text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    socket.write(text, () => resolve());
  });
}
