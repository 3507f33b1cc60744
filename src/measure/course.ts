/** What is measured, and in which order: the head alone, both builds beside each other, or one after the other told us too little. */
import { phrase } from '../domain/phrase.ts';
import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { ComparingPhase, Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { BlocksAhead } from '../domain/progress.ts';
import { checkOutBase } from '../platform/base-checkout.ts';
import type { World } from '../platform/world.ts';
import { measureBeside, type NextBlock } from './beside.ts';
import { blaming, isBaseFailure } from './lane.ts';
import { BASE_LOG, measure, openFolder, SERVICE_LOG } from './measure.ts';
import type { Ahead } from './positions.ts';
import type { Setting } from './setting.ts';

/** The judge's say in what is measured. */
export interface Say {
  /** True when the head alone, held against the stored baseline, is enough to decide. */
  readonly settles: (run: Run) => boolean;
  /** What to measure next when both builds stand beside each other. */
  readonly next: (run: Run) => NextBlock;
  /** How many blocks may still follow, when one of this phase is the next; null when nobody knows yet. */
  readonly ahead: (run: Run, phase: ComparingPhase) => BlocksAhead | null;
}

/** What is to be measured. `baseSha`: null when no base commit is known. */
export interface Course {
  readonly plan: Plan;
  readonly setting: Setting;
  readonly baseSha: string | null;
}

/**
 * Measures what the plan asks for. A base commit that cannot be built or started is never the change's fault: the head is then measured alone, and the run says why.
 * @throws Failure when the head cannot be measured; kind `usage` when a base commit is asked for and none is known, or the service is not ours to boot
 */
export async function measureCourse(course: Course, say: Say, world: World): Promise<Run> {
  const { plan, setting, baseSha } = course;
  if (plan.compare === 'base') {
    if (plan.service.kind !== 'booted') throw notBooted();
    if (baseSha === null) throw noBase();
    return await beside({ ...course, baseSha }, null, say, world);
  }
  const canCompare = plan.compare === 'auto' && plan.service.kind === 'booted' && baseSha !== null;
  const isFollowed = canCompare && !isSameCommit(setting, baseSha);
  const alone = await measure(plan, setting, world, { isFollowed });
  if (!isFollowed || say.settles(alone)) return alone;
  world.log.info('The stored baseline does not settle it: measuring the base commit beside the change.');
  return await beside({ ...course, baseSha }, alone, say, world);
}

/** The head, unchanged by anybody, is the base: there is nothing to compare. */
const isSameCommit = ({ head }: Setting, baseSha: string): boolean => head.commit === baseSha && !head.dirty;

async function beside(
  { plan, setting, baseSha }: Course & { readonly baseSha: string },
  alone: Run | null,
  say: Say,
  world: World,
): Promise<Run> {
  try {
    const directory = await openFolder(world, plan.report.directory);
    world.log.info(`Comparing with the base commit ${baseSha.slice(0, 12)}, seed ${setting.seed}`);
    const workspace = await blaming('base', () => checkOutBase(world, baseSha));
    const sites = {
      head: { side: 'head', world, logFile: join(directory, SERVICE_LOG) },
      base: { side: 'base', world: { ...world, workspace }, logFile: join(directory, BASE_LOG) },
    } as const;
    const base = { side: 'base', commit: baseSha, dirty: false } as const;
    const before = alone?.blocks ?? [];
    const ahead: Ahead = (run, phase) => (run === null || phase === 'explore' ? null : say.ahead(run, phase));
    const job = { plan, setting, sites, base, before, ahead };
    return await measureBeside(job, say.next, world);
  } catch (error) {
    if (!isBaseFailure(error)) throw error;
    world.log.warning(`${error.detail.message} ${error.detail.advice}`);
    const run = alone ?? (await measure(plan, setting, world));
    return { ...run, baseFailure: error.detail };
  }
}

/** Measured beside itself, whatever runs already would always be as good as its base. */
function notBooted(): Failure {
  return new Failure({
    kind: 'usage',
    code: 'not-booted',
    message: phrase('not-booted'),
    advice: phrase('not-booted-advice'),
  });
}

function noBase(): Failure {
  return new Failure({
    kind: 'usage',
    code: 'base-missing',
    message: phrase('base-missing'),
    advice: phrase('base-missing-advice'),
  });
}
