/** What the schema cannot say about a load by k6. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import type { Problem } from './problems.ts';
import { checkProgram, type ProgramChecks, type ScenarioKeys } from './program-checks.ts';

const K6: ProgramChecks = {
  engine: 'k6',
  idle: phrase('idle-k6'),
  missing: phrase('needs-k6'),
  idleWith: (key, remedy) => phrase('idle-with-k6', { key, remedy }),
  without: (what) => phrase('k6-without', { what }),
  remedies: {
    requests: phrase('k6-script-sends'),
    flows: phrase('k6-script-sends'),
    variables: phrase('k6-script-variables'),
    order: phrase('k6-script-order'),
    cookies: phrase('k6-cookies'),
    http: phrase('k6-protocol'),
    timeout: phrase('k6-script-timeout'),
    'think-time': phrase('k6-script-pauses'),
  },
};

/** Problems of a scenario that is to be sent by k6, or has keys for it. */
export const checkK6 = (keys: ScenarioKeys): readonly Problem[] => checkProgram(K6, keys);
