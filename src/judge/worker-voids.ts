/** When a load that workers sent is not the one that was asked for. */
import type { Slice } from '../domain/measurement.ts';
import type { VoidReason } from '../domain/verdict.ts';

/** More workers were lost, or came late, than the configuration allows. */
export function workerVoids(slices: readonly Slice[]): readonly VoidReason[] {
  const uses = slices.flatMap(({ engine }) => (engine.workers === undefined ? [] : [engine.workers]));
  const workers = uses.flatMap((each) => each.workers);
  const lost = workers.filter(({ lostAt }) => lostAt !== null).length;
  const late = workers.filter((worker) => worker.late && worker.lostAt === null).length;
  const mayLose = Math.max(0, ...uses.map((each) => each.mayLose));
  return lost + late > mayLose ? [{ kind: 'workers-unsteady', lost, late, of: workers.length, mayLose }] : [];
}
