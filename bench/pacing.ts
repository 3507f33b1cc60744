/** Whether an arrival rate is kept: how late requests are sent, how many of those asked for, and what that costs. */
import { millis } from '../src/domain/units.ts';
import { openPacer, type Pace } from '../src/engines/pacer.ts';
import { arrivalsOf } from '../src/engines/shape.ts';
import { type Claim, loadgate, median, openService, say, table } from './field.ts';

const RATES = [100, 1_000, 5_000] as const;
/** The rate that claims are made of. */
const CLAIMED = 1_000;
const LATE_SHARE = 0.01;
const OFF_SHARE = 0.005;
const MAX_USERS = 200;

interface Paced {
  readonly lateShare: number;
  readonly lagP99: number;
  /** Sent against asked, less one. */
  readonly off: number;
  readonly dropped: number;
  readonly cpu: number;
}

/** How late the pacer alone wakes: nothing is sent, so that what is late is the machine's. */
async function wokenAt(
  pace: Pace,
  rate: number,
  seconds: number,
): Promise<Pick<Paced, 'lateShare' | 'lagP99'>> {
  const executor = {
    kind: 'constant-arrival-rate',
    rate,
    maxUsers: 1,
    duration: millis(1_000 * seconds),
  } as const;
  const following = arrivalsOf(executor);
  const lags: number[] = [];
  const start = performance.now();
  let next = following();
  const stop = pace(executor, () => {
    const elapsed = performance.now() - start;
    for (; next !== null && next <= elapsed; next = following()) lags.push(elapsed - next);
  });
  await new Promise((resolve) => setTimeout(resolve, 1_000 * seconds + 100));
  stop();
  const sorted = lags.toSorted((left, right) => left - right);
  return {
    lateShare: lags.filter((lag) => lag > 1).length / lags.length,
    lagP99: sorted[Math.floor(0.99 * sorted.length)] ?? Number.NaN,
  };
}

/** Sends at several rates to a service that answers at once, so that whatever is late is the generator's. */
export async function benchPacing(rounds: number, seconds: number): Promise<readonly Claim[]> {
  say(`Pacing: ${rounds} rounds of ${seconds} s at each rate; late is more than 1 ms after its time`);
  await using service = await openService();
  const seen = new Map(RATES.map((rate) => [rate as number, [] as Paced[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const rate of RATES) seen.get(rate)?.push(await pacedAt(rate, service.url, seconds));
  }
  const middle = (rate: number, read: (paced: Paced) => number): number =>
    median((seen.get(rate) ?? []).map(read));
  const rows = RATES.map((rate) => [
    `${rate.toLocaleString('en')}/s`,
    `${(100 * middle(rate, ({ lateShare }) => lateShare)).toFixed(2)} %`,
    `${middle(rate, ({ lagP99 }) => lagP99).toFixed(2)} ms`,
    `${(100 * middle(rate, ({ off }) => off)).toFixed(3)} %`,
    String(middle(rate, ({ dropped }) => dropped)),
    `${(100 * middle(rate, ({ cpu }) => cpu)).toFixed(0)} %`,
  ]);
  say(table([['', 'late', 'lag p99', 'off the rate', 'dropped', 'of a core'], ...rows]));
  const pace = await openPacer(new URL('../src/pacer.ts', import.meta.url));
  const alone = await wokenAt(pace, CLAIMED, seconds);
  say(
    `  the pacer alone, at ${CLAIMED.toLocaleString('en')}/s: ${(100 * alone.lateShare).toFixed(2)} % late, lag p99 ${alone.lagP99.toFixed(2)} ms`,
  );
  say();
  const late = middle(CLAIMED, ({ lateShare }) => lateShare);
  const off = Math.max(...(seen.get(CLAIMED) ?? []).map((paced) => Math.abs(paced.off)));
  return [
    {
      text: `at ${CLAIMED.toLocaleString('en')}/s ${(100 * late).toFixed(2)} % are sent more than 1 ms after their time (at most ${100 * LATE_SHARE} %)`,
      holds: late <= LATE_SHARE,
    },
    {
      text: `the sustained rate is ${(100 * off).toFixed(3)} % off the asked one (at most ${100 * OFF_SHARE} %)`,
      holds: off <= OFF_SHARE,
    },
  ];
}

async function pacedAt(rate: number, url: string, seconds: number): Promise<Paced> {
  const { arrivals, counts, generator } = await loadgate('undici', {
    url,
    path: '/',
    seconds,
    shape: { kind: 'constant-arrival-rate', rate, maxUsers: MAX_USERS },
  });
  if (arrivals === null) throw new Error('an arrival rate has arrivals');
  return {
    lateShare: arrivals.late / arrivals.planned,
    lagP99: arrivals.lagP99 ?? Number.NaN,
    off: counts.sent / (rate * seconds) - 1,
    dropped: arrivals.dropped,
    cpu: generator.cpu,
  };
}
