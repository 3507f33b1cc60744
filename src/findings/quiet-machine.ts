/** What disturbed the measurement and can be switched off. */
import type { FindingEvidence } from '../domain/finding.ts';
import type { Machine } from '../domain/measurement.ts';
import { type Advice, finding, named } from './evidence.ts';
import { savesPower } from './power-saving.ts';

/** Fires for others at work, stolen time, a battery, or a governor that saves power. */
export const quietMachine: Advice = ({ run }, findings) => {
  const others = ['background-activity', 'neighbour'] as const;
  const because = [
    others.some((name) => named(findings, name).length > 0) ? ('background' as const) : null,
    named(findings, 'stolen-cpu').length > 0 ? ('stolen' as const) : null,
    ...(run.machine === null ? [] : powerOf(run.machine)),
  ].filter((reason) => reason !== null);
  return because.length === 0 ? [] : [finding('quiet-machine', 'recommendation', 'likely', { because })];
};

const powerOf = (machine: Machine): FindingEvidence['quiet-machine']['because'] => [
  ...(machine.power === 'battery' ? (['battery'] as const) : []),
  ...(savesPower(machine) ? (['power-saving'] as const) : []),
];
