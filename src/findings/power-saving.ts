/** The machine saves power: its cores are slow whenever they have had little to do. */
import type { Machine } from '../domain/measurement.ts';
import { finding, type Rule } from './evidence.ts';

/** Governors that slow the cores down when there is little to do. */
const SAVING = /powersave|conservative|ondemand/;

/** True for a governor that saves power; where none can be read, not. */
export const savesPower = ({ governor }: Machine): boolean => governor !== null && SAVING.test(governor);

/** Fires for a battery, or for a governor that saves power. */
export const powerSaving: Rule = ({ run: { machine } }) => {
  if (machine === null) return [];
  const battery = machine.power === 'battery';
  const governor = savesPower(machine) ? machine.governor : null;
  return battery || governor !== null
    ? [finding('power-saving', 'limitation', 'likely', { governor, battery })]
    : [];
};
