/** What the Action does with a run once it is reported: it enters it into the baseline, where it belongs there. */
import { enterRun } from '../baseline/enter.ts';
import { asFailure } from '../domain/failure.ts';
import type { World } from '../platform/world.ts';
import { mergedAcceptances } from './recorded-with.ts';
import type { Told } from './tell.ts';

/** A run that cannot be entered is a warning: what it measured stands. `token`: empty where there is none. */
export async function enterTold(
  { occasion, result }: Pick<Told, 'occasion' | 'result'>,
  asked: Parameters<typeof mergedAcceptances>[1],
  world: World,
): Promise<void> {
  if (result.kind !== 'judged') return;
  if (world.signal.aborted) {
    world.log.info('Not entered into the baseline: the job was cancelled.');
    return;
  }
  try {
    const beside = async () => ({
      release: null,
      acceptances: await mergedAcceptances(result.plan, asked, world),
    });
    world.log.info(await enterRun(result, occasion, world, beside));
  } catch (error) {
    const { message, advice, lines } = asFailure(error).detail;
    world.log.warning(
      ['The run was not entered into the baseline:', message, advice, ...lines.slice(0, 2)].join(' '),
    );
  }
}
