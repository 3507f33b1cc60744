/** Which processes of another machine are the service: those that were named, and all that descend from them. */
import type { SshWatchPlan } from '../../domain/service-plan.ts';
import { withDescendants } from '../../platform/process-list.ts';
import { parseStat, type ProcessEntry } from '../../platform/procfs.ts';
import { readTimes } from '../process-tree.ts';
import type { FarSample } from './sample.ts';

/** As many characters of a name as a kernel keeps. */
const NAME_MAX = 15;

/** Their numbers in a sample that has the `stat` of every process; none where there are none. The script that tells and what it starts are not among them. */
export function membersOf(sample: FarSample, of: SshWatchPlan['of']): readonly number[] {
  const all = sample
    .list('proc')
    .map((name) => parseStat(sample.read(`proc/${name}/stat`) ?? ''))
    .filter((entry) => entry !== null);
  const own = new Set(
    withDescendants(
      all.filter(({ pid }) => pid === sample.script),
      all,
    ),
  );
  const roots = all.filter((entry) => !own.has(entry) && isNamed(entry, sample, of));
  return withDescendants(roots, all)
    .filter((entry) => !own.has(entry) && !entry.zombie)
    .map(({ pid }) => pid)
    .toSorted((left, right) => left - right);
}

const isNamed = ({ pid }: ProcessEntry, sample: FarSample, of: SshWatchPlan['of']): boolean =>
  of.kind === 'pid-file' ? pid === sample.pid : readTimes(sample, pid)?.name === of.name.slice(0, NAME_MAX);
