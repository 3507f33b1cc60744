/** Where the runs lie that a verdict was compared with. */
import type { Kept } from '../domain/finding-baseline.ts';
import type { Plan } from '../domain/plan.ts';
import type { Verdict } from '../domain/verdict.ts';

/** The branch that a reference was read from, else the file of the plan. */
export function keptIn({ baseline }: Plan, { scenarios }: Verdict): Kept {
  for (const { reference } of scenarios) {
    if (!('source' in reference)) continue;
    const { path, branch } = reference.source;
    if (branch !== undefined) return { path, branch };
  }
  return { path: baseline.path };
}
