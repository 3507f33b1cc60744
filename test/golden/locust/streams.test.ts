/** What the listener told beside several releases of Locust, recorded, against what was measured of it: no Locust is needed. `npm run golden` writes the files anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { micros } from '../../../src/domain/units.ts';
import { openUsage } from '../../../src/engines/locust/usage.ts';
import { type Account, openAccount } from '../../../src/engines/programs/account.ts';
import { openProcesses } from '../../../src/engines/locust/processes.ts';
import { Untrue } from '../../../src/engines/programs/untrue.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/locust/streams');
const STREAMS = readdirSync(FOLDER).toSorted();

/** Of three seconds that Locust ran, these are measured. */
const MEASURED = 2_500_000;

const UNHEARD = {
  onAll: () => undefined,
  onStop: () => undefined,
  onBeat: () => undefined,
  onTask: () => undefined,
};

/** A stream in pieces of so many bytes, as the engine takes them in. */
function measured(stream: Buffer, piece: number) {
  const seen = { account: null as Account | null, stopped: null as number | null, tasks: [] as string[] };
  const usage = openUsage(() => seen.account?.window ?? null);
  const processes = openProcesses({
    onAll(at) {
      seen.account ??= openAccount({ begin: at, end: micros(at + MEASURED) }, usage.usersAt);
    },
    onStop(at) {
      seen.stopped ??= at;
    },
    onBeat: (beat, { key }) => usage.take(key, beat),
    onTask: (message) => void seen.tasks.push(message),
  });
  const process = processes.open();
  for (let at = 0; at < stream.length; at += piece) {
    process.take(stream.subarray(at, at + piece));
    seen.account?.take(processes.next());
  }
  process.end();
  const { account, stopped, tasks } = seen;
  if (account === null || stopped === null) throw new Error('all users, or the stop, were not told');
  account.take(processes.next());
  const { latency, requests, ...tallied } = account.close(micros(stopped));
  const quantiles = [0.5, 0.95, 0.99, 1].map((share) => latency.quantile(share));
  return {
    locust: processes.seen().map(({ role, locust }) => ({ role, locust })),
    isComplete: processes.complete(),
    told: processes.total(),
    ...tallied,
    latency: { count: latency.count, quantiles },
    requests: requests.map(({ name, counts }) => ({ name, counts })),
    tasks,
    usage: usage.read(account.window),
  };
}

describe.each(STREAMS)('the stream of %s', (name) => {
  const stream = readFileSync(join(FOLDER, name));

  it('comes to these numbers', async () => {
    const result = measured(stream, stream.length);
    const { counts } = result;
    expect(result.locust).toEqual([{ role: 'local', locust: /\d+\.\d+\.\d+/.exec(name)?.[0] }]);
    expect(result.isComplete).toBe(true);
    // Its load fails in every way that there is.
    for (const way of ['ok', 'httpError', 'timeout', 'lost', 'connectionError', 'refused'] as const)
      expect(counts[way], way).toBeGreaterThan(0);
    await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot(name.replace(/\.txt$/, '.json'));
  });

  it('comes to the same in pieces of any size', () => {
    const whole = measured(stream, stream.length);
    for (const piece of [1, 7, 64, 1_000]) expect(measured(stream, piece)).toEqual(whole);
  });

  it('S29: cut off anywhere, is no measurement', () => {
    for (let end = 0; end < stream.length; end += 1) {
      const process = openProcesses(UNHEARD).open();
      const hear = (): void => {
        process.take(stream.subarray(0, end));
        process.end();
      };
      expect(hear, `${end} bytes`).toThrow(Untrue);
    }
  });
});
