/** Of which slices the page shows resources. */
import type { Side, Slice } from '../../domain/measurement.ts';
import type { Resources } from '../../domain/resources.ts';
import { isBeside, summarise } from '../../stats/summary.ts';
import type { Sheet } from './sheet.ts';

/** One build's slice with what was read of it. */
export interface Watched {
  readonly side: Side;
  readonly slice: Slice;
  readonly resources: Resources | null;
}

/** Of the head, and of the base where it was measured beside: the slice of each that was watched for longest. */
export function watchedIn(scenario: string, { run }: Pick<Sheet, 'run'>): readonly Watched[] {
  const sides: readonly Side[] = isBeside(run) ? ['head', 'base'] : ['head'];
  return sides.flatMap((side): readonly Watched[] => {
    const { slices } = summarise(run, scenario, side);
    const [slice] = slices.toSorted(
      (left, right) => (right.resources?.watched ?? 0) - (left.resources?.watched ?? 0),
    );
    return slice === undefined ? [] : [{ side, slice, resources: slice.resources }];
  });
}
