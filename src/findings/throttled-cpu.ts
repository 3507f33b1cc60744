/** The hardware slowed itself down because it was hot. */
import { finding, type Rule } from './evidence.ts';

/**
 * Fires when it happened while load was on. Where that was not counted, it fires when it happened at all since the machine booted: when exactly, is not told
 * then.
 */
export const throttledCpu: Rule = ({ run }) => {
  const slices = run.blocks.flatMap((block) => block.slices);
  const counted = slices.flatMap(({ host }) => host?.thermalThrottles ?? []);
  if (counted.length === 0) {
    const times = run.machine?.thermalThrottles ?? 0;
    return times > 0 ? [finding('throttled-cpu', 'limitation', 'possible', { times, during: false })] : [];
  }
  // Slices of one block that took turns have the same minutes, and the same reading.
  const times = Math.max(...counted);
  return times > 0 ? [finding('throttled-cpu', 'limitation', 'certain', { times, during: true })] : [];
};
