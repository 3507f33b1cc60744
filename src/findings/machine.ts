/** Which machine this was, and what it does not tell about itself. */
import type { FindingEvidence } from '../domain/finding.ts';
import type { Machine } from '../domain/measurement.ts';
import { finding, type Rule } from './evidence.ts';

/** Fires for every run that was measured here: no number means anything without its machine. */
export const machine: Rule = ({ run }) =>
  run.machine === null
    ? []
    : [finding('machine', 'limitation', 'certain', { machine: run.machine, unread: unreadOf(run.machine) })];

function unreadOf(read: Machine): FindingEvidence['machine']['unread'] {
  const unread = [
    read.governor === null ? 'governor' : null,
    read.power === null ? 'power' : null,
    read.thermalThrottles === null ? 'throttling' : null,
  ] as const;
  return unread.filter((name) => name !== null);
}
