/** An improvement that is not accepted can be lost again without anybody noticing. */
import { acceptCommand } from './accept-command.ts';
import { type Advice, finding } from './evidence.ts';
import { keptIn } from './kept.ts';

/** Fires when a limited metric improved against the stored baseline and the whole run passed. The base commit moves by itself, and so does a baseline on a branch. */
export const holdTheGain: Advice = ({ plan, verdict }) => {
  const improved = verdict.scenarios.some(({ judgements }) =>
    judgements.some(
      ({ comparison }) =>
        comparison?.against === 'baseline' &&
        comparison.outcome === 'improvement' &&
        comparison.limit !== null,
    ),
  );
  const { path, branch } = keptIn(plan, verdict);
  const evidence = { command: acceptCommand(plan), path };
  return improved && branch === undefined && verdict.outcome === 'pass'
    ? [finding('hold-the-gain', 'recommendation', 'certain', evidence)]
    : [];
};
