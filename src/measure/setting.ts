/** Everything that is known before the first request: machine, commit, seed, and what makes runs comparable. */
import { randomInt } from 'node:crypto';
import { type BuildInfo, type Machine, SEED_MAX } from '../domain/measurement.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { Plan, Scenario, ServicePlan } from '../domain/plan.ts';
import { resolveHead } from '../platform/git.ts';
import { stableHash } from '../platform/hash.ts';
import type { World } from '../platform/world.ts';
import { describeMachine } from '../probes/machine.ts';

/** The circumstances of a run. */
export interface Setting {
  readonly machine: Machine;
  readonly head: BuildInfo;
  readonly seed: number;
  readonly configHashes: Readonly<Record<string, string>>;
}

/** Looks at the machine and the commit, and draws a seed where none is given. @throws Failure when git is asked for and fails */
export async function prepare(
  plan: Plan,
  occasion: Occasion,
  world: World,
  seed: number | null = null,
): Promise<Setting> {
  const [machine, head] = await Promise.all([describeMachine(world), headBuild(occasion, world)]);
  return { machine, head, seed: seed ?? randomInt(1, SEED_MAX), configHashes: configHashes(plan) };
}

/** For each scenario a hash over what its numbers depend on: its load and how the service is started, not its limits. */
export function configHashes(plan: Plan): Readonly<Record<string, string>> {
  const service = comparableService(plan.service);
  return Object.fromEntries(
    plan.scenarios.map((scenario: Scenario) => [
      scenario.name,
      stableHash(comparableScenario(service, scenario)),
    ]),
  );
}

/** A scenario without a search has the hash that it had before there were searches: its stored baseline is still its own. */
const comparableScenario = (service: unknown, { load, search }: Scenario): unknown =>
  search === null ? { service, load } : { service, load, search };

function comparableService(service: ServicePlan): unknown {
  // How a certificate is verified costs a handshake at most; that there is one costs every byte.
  const tls = service.tls !== null && { tls: true };
  if (service.kind !== 'booted') return { kind: service.kind, ...tls };
  return { kind: service.kind, start: service.start, build: service.build, env: service.env, ...tls };
}

async function headBuild(occasion: Occasion, world: World): Promise<BuildInfo> {
  const { commit, dirty } = await resolveHead(world);
  return { side: 'head', commit: occasion.headSha ?? commit, dirty };
}
