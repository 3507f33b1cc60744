/** The base commit was to be measured beside the change and could not be: that is not the change's fault. */
import { finding, type Rule } from './evidence.ts';

/** Fires once for the run. */
export const baseFailed: Rule = ({ run, plan }) =>
  run.baseFailure === null
    ? []
    : [
        finding('base-failed', 'limitation', 'certain', {
          failure: run.baseFailure,
          decided: plan.compare === 'base' ? 'nothing' : 'baseline',
        }),
      ];
