/** The hardware slowed itself down because it was hot. */
import { finding, type Rule } from './evidence.ts';

/** Fires when it happened since the machine booted: when exactly, it does not tell. */
export const throttledCpu: Rule = ({ run: { machine } }) => {
  const times = machine.thermalThrottles ?? 0;
  return times > 0 ? [finding('throttled-cpu', 'limitation', 'possible', { times })] : [];
};
