/** The measured time began before the service was warm. */
import { toSeconds } from '../domain/units.ts';
import { type Advice, finding, named } from './evidence.ts';

/** Spikes in the first seconds and nowhere else come from a cold service. */
const FIRST_SECONDS = 3;
/** Shortest warm-up that is worth trying. */
const SECONDS_MIN = 5;

/** Fires for a service that got faster while it was measured, or spiked at the beginning alone. */
export const warmUpLonger: Advice = ({ loads }, findings) =>
  loads.flatMap(({ name, plan }) => {
    const cold =
      named(findings, 'drift').some(
        ({ kind, evidence }) => kind === 'limitation' && evidence.scenario === name,
      ) ||
      named(findings, 'spikes').some(
        ({ evidence }) =>
          evidence.scenario === name && evidence.seconds.every((second) => second < FIRST_SECONDS),
      );
    const now = toSeconds(plan.load.warmUp);
    const seconds = Math.max(SECONDS_MIN, Math.ceil(2 * now));
    return cold
      ? [finding('warm-up-longer', 'recommendation', 'likely', { scenario: name, seconds, now })]
      : [];
  });
