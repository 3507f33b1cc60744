/** What the Action does with a run once it is reported: it enters it into the baseline, where it belongs there, with what was accepted by the pull requests that brought it. */
import type { Acceptance } from '../domain/acceptance.ts';
import { bareAcceptance } from '../domain/acceptance.ts';
import { enterRun } from '../baseline/enter.ts';
import { recordAlone } from '../baseline/record-alone.ts';
import { asFailure } from '../domain/failure.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { World } from '../platform/world.ts';
import type { Told } from './tell.ts';

/** A run that cannot be entered is a warning: what it measured stands. */
export async function enterTold(
  { occasion, result }: Pick<Told, 'occasion' | 'result'>,
  world: World,
): Promise<void> {
  if (result.kind !== 'judged') return;
  if (world.signal.aborted) {
    world.log.info('Not entered into the baseline: the job was cancelled.');
    return;
  }
  const acceptances = acceptedBy(result.verdict);
  try {
    const { isIn, said } = await enterRun(result, occasion, world, { release: null, acceptances });
    world.log.info(said);
    if (isIn || acceptances.length === 0) return;
    const alone = await recordAlone(result, occasion, acceptances, world);
    if (alone !== null) world.log.info(alone);
  } catch (error) {
    const { message, advice, lines } = asFailure(error).detail;
    world.log.warning(
      ['The run was not entered into the baseline:', message, advice, ...lines.slice(0, 2)].join(' '),
    );
  }
}

/** What the pull requests gave that were asked when it was judged. */
const acceptedBy = ({ acceptances }: Verdict): readonly Acceptance[] =>
  acceptances.filter(({ from }) => from !== 'baseline').map(bareAcceptance);
