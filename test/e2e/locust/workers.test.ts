/** A master of Locust with workers in processes of their own: all that they send is counted, and one that is lost is noticed. */
import { expect, it } from 'vitest';
import type { LocustWorkers } from '../../../src/domain/engine-plan.ts';
import { millis } from '../../../src/domain/units.ts';
import { openWireServer } from '../engines/wire-server.ts';
import { describeWithLocust, failureOf, freePort, LOCUST, locustOn } from './rig.ts';

const withLocust = describeWithLocust();

const WORKER = `exec ${LOCUST} -f - --worker --master-host {host} --master-port {port}`;

async function workersOf(changes: Partial<LocustWorkers> = {}): Promise<LocustWorkers> {
  return {
    count: 2,
    joinWithin: millis(60_000),
    bind: '127.0.0.1',
    port: await freePort(),
    start: [WORKER, WORKER],
    mayLose: 0,
    ...changes,
  };
}

const FIFTY = `import time
from locust import FastHttpUser, task

class Fifty(FastHttpUser):
    @task
    def all_of_them(self):
        time.sleep(3)
        for number in range(50):
            self.client.get("/%d" % number, name="/number")
        time.sleep(60)
`;

withLocust('workers', () => {
  it('are counted as the service counts', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const result = await locustOn(server.url, FIFTY, { users: 4, duration: 6_000, workers: await workersOf() });
    expect(server.received()).toBe(200);
    expect(result.counts).toMatchObject({ sent: 200, ok: 200, inFlight: 0 });
    console.log(JSON.stringify(result.engine), JSON.stringify(result.generator));
  });
  it('that never join', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const failure = await failureOf(locustOn(server.url, FIFTY, { users: 4, duration: 6_000, workers: await workersOf({ count: 3, joinWithin: millis(8_000) }) }));
    console.log(failure);
  });
});
