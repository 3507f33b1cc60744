/** Locust and the engine of our own, with the same users on the same service, see the same. */
import { expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import type { LoadResult } from '../../../src/engines/load-job.ts';
import { GET, loadOf, measured, quantile } from '../engines/measure.ts';
import { openWireServer } from '../engines/wire-server.ts';
import { describeWithLocust, locustOn } from './rig.ts';

const USERS = 8;
const DURATION = 6_000;
const THINK = millis(50);
/** Answers take so long, some of them longer. */
const SERVICE_MS = 20;
/** Of a busy machine with two cores, on which Python waits longer for one than Node.js; `npm run bench:locust` asks for 5 % on a quiet one. */
const TOLERANCE = { rate: 0.3, p95: 0.6 };

const LOCUSTFILE = `from locust import FastHttpUser, constant, task

class Visitor(FastHttpUser):
    wait_time = constant(${THINK / 1_000})

    @task
    def get(self):
        self.client.get("/")
`;

const rate = ({ counts, elapsed }: LoadResult): number => (1_000 * counts.ok) / elapsed;

describeWithLocust()('two engines', () => {
  it('agree on throughput and p95', async () => {
    await using server = await openWireServer(({ number, answer }) => {
      setTimeout(answer, number % 10 === 0 ? 2 * SERVICE_MS : SERVICE_MS);
    });
    const locust = await locustOn(server.url, LOCUSTFILE, {
      users: USERS,
      duration: DURATION,
      warmUp: 1_000,
    });
    const own = await measured(
      server.url,
      loadOf({
        engine: 'undici',
        warmUp: millis(1_000),
        requests: [GET],
        executor: {
          kind: 'constant-users',
          users: USERS,
          thinkTime: { kind: 'uniform', from: THINK, to: THINK },
          duration: millis(DURATION),
        },
      }),
    );
    const [rates, p95s] = [
      [rate(locust), rate(own)],
      [quantile(locust, 0.95), quantile(own, 0.95)],
    ].map(([of = 0, by = 1]) => ({ of, by, ratio: of / by }));
    console.log(
      `Locust beside our own engine: throughput ${rates?.of.toFixed(1)} and ${rates?.by.toFixed(1)} a second (ratio ${rates?.ratio.toFixed(3)}), p95 ${p95s?.of.toFixed(2)} and ${p95s?.by.toFixed(2)} ms (ratio ${p95s?.ratio.toFixed(3)})`,
    );
    expect(Math.abs((rates?.ratio ?? 0) - 1)).toBeLessThan(TOLERANCE.rate);
    expect(Math.abs((p95s?.ratio ?? 0) - 1)).toBeLessThan(TOLERANCE.p95);
  });
});
