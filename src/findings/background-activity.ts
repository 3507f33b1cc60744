/** Other programs worked while the service was measured. */
import { finding, type Rule } from './evidence.ts';

/** A tenth of the machine is as much as the usual limit of a regression: from there on others can make one. */
export const OTHERS_SHARE = 0.1;

/** Fires when processes that are neither service, generator nor gate used more than a tenth of the machine. */
export const backgroundActivity: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, host }) =>
    host !== null && host.otherCores > OTHERS_SHARE * host.cores
      ? [
          finding('background-activity', 'limitation', 'certain', {
            scenario: name,
            otherCores: host.otherCores,
            cores: host.cores,
          }),
        ]
      : [],
  );
