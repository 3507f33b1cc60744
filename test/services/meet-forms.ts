/** Tries to load every form of a target that is not allowed, for real, and prints what came of each: `node meet-forms.ts`. For {@link FORMS}, in a namespace. */
import type { DeployedService } from '../../src/domain/plan.ts';
import { asFailure } from '../../src/domain/failure.ts';
import { millis } from '../../src/domain/units.ts';
import { meetDeployed } from '../../src/service/deployed.ts';
import { meetAt } from '../../src/service/running.ts';
import { ALLOWED, FORMS, REACHED, resolveForms } from '../fixtures/target-forms.ts';
import { openTestWorld } from './worlds.ts';

const plan = (url: string): DeployedService => ({
  kind: 'deployed',
  url,
  tls: null,
  ready: { kind: 'tcp' },
  readyTimeout: millis(2_000),
  allowed: ALLOWED,
  allowedBy: 'configuration',
  monitoring: null,
});

/** `ready`, or the code of the failure; forms that are no URL of the web are `none`. */
async function meet(text: string): Promise<string> {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return 'none';
  using world = openTestWorld();
  try {
    await meetDeployed(plan(url.href), world, { resolve: resolveForms, meet: meetAt });
    return 'ready';
  } catch (error) {
    return asFailure(error).detail.code;
  }
}

const [which] = process.argv.slice(2);
// One whose spelling leads to what is allowed is refused by the configuration, and not tried here.
const forms = FORMS.filter((text) => URL.parse(text)?.hostname !== 'api.example.com');
const texts =
  which === 'reached' ? REACHED.map(([url]) => url).filter((url) => !url.includes('127.')) : forms;
const outcomes: Record<string, string> = {};
for (const text of texts) outcomes[text] = await meet(text);
console.log(JSON.stringify(outcomes));
