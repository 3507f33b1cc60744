/** What disturbed the measurement and can be switched off. */
import type { FindingEvidence } from '../domain/finding.ts';
import type { Machine } from '../domain/measurement.ts';
import { type Advice, finding, named } from './evidence.ts';

/** Governors that slow the cores down when there is little to do. */
const SAVING = /powersave|conservative|ondemand/;

/** Fires for others at work, stolen time, a battery, or a governor that saves power. */
export const quietMachine: Advice = ({ run }, findings) => {
  const because = [
    named(findings, 'background-activity').length > 0 ? ('background' as const) : null,
    named(findings, 'stolen-cpu').length > 0 ? ('stolen' as const) : null,
    ...powerOf(run.machine),
  ].filter((reason) => reason !== null);
  return because.length === 0 ? [] : [finding('quiet-machine', 'recommendation', 'likely', { because })];
};

const powerOf = ({ power, governor }: Machine): FindingEvidence['quiet-machine']['because'] => [
  ...(power === 'battery' ? (['battery'] as const) : []),
  ...(governor !== null && SAVING.test(governor) ? (['power-saving'] as const) : []),
];
