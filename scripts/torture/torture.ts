/** `npm run torture`: refuses the Action what it asks of the operating system, one call at a time, and cancels it at random moments. */
import { parseArgs } from 'node:util';
import { CANCEL } from '../../test/runner/cancel.ts';
import { cancelAll } from './cancels.ts';
import { openJob } from './job.ts';
import { record } from './record.ts';
import { refuseAll } from './refusing.ts';

const { values } = parseArgs({
  options: {
    ci: { type: 'boolean', default: false },
    cancels: { type: 'string' },
    refusals: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
});
/** In CI: a sample that takes about a minute on two cores, and for a cancel the time that the runner gives, since such a machine may be busy. */
const bounds = values.ci
  ? { refusals: 8, cancels: 8, within: CANCEL.terminate }
  : { refusals: Number.POSITIVE_INFINITY, cancels: 200, within: 5_000 };
const wanted = {
  refusals: Number(values.refusals ?? (values.cancels === undefined ? bounds.refusals : 0)),
  cancels: Number(
    values.cancels ?? (values.refusals === undefined && values.only === undefined ? bounds.cancels : 0),
  ),
  seed: Number(values.seed),
  within: bounds.within,
};

process.exitCode = await main();

async function main(): Promise<number> {
  await using job = openJob();
  const refused =
    wanted.refusals > 0
      ? await refuseAll(job, { many: wanted.refusals, seed: wanted.seed, only: values.only ?? '' })
      : null;
  const cancelled =
    wanted.cancels > 0
      ? await cancelAll(job, { many: wanted.cancels, seed: wanted.seed, within: wanted.within })
      : null;
  if (values.record) record({ refused, cancelled });
  return (refused?.wrong ?? 0) + (cancelled?.wrong ?? 0) === 0 ? 0 : 1;
}
