/**
 * The engine beside plain autocannon and wrk, in one run. `npm run bench:engine -- [--quick] [--memory [--minutes 5]]`
 * A benchmark is no timed test: it says what it saw, and fails only when something did not work.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAccuracy } from './accuracy.ts';
import { type Claim, say } from './field.ts';
import { benchMemory } from './memory.ts';
import { benchPacing } from './pacing.ts';
import { benchThroughput } from './throughput.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '5' },
  },
});
const quick = values.quick;

say(`Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}\n`);
const claims: Claim[] = [];
claims.push(...(await benchThroughput(quick ? 4 : 12, quick ? 2 : 3)));
claims.push(...(await benchAccuracy(quick ? 1 : 5, quick ? 3 : 5)));
claims.push(...(await benchPacing(quick ? 1 : 5, quick ? 3 : 5)));
claims.push(...(await benchMemory(values.memory ? Number(values.minutes) * 60 : 12)));
for (const { text, holds } of claims) say(`${holds ? '✓' : '✗'} ${text}`);
const held = claims.filter(({ holds }) => holds).length;
say(`\n${held} of ${claims.length} claims held on this machine, now`);
