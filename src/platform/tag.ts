/** The mark that every process of a run carries in its environment, by which what is left of it can be found and stopped. */
import { basename } from 'node:path';
import type { World } from './world.ts';

/** Name of the variable in the environment of every process that we start. */
export const TAG_VARIABLE = 'LOADGATE_TAG';

/** The mark of a run: the name of its temporary folder, which no other run on this machine has. */
export const tagOf = ({ temporary }: Pick<World, 'temporary'>): string => basename(temporary);
