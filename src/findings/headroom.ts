/** What was still free under this load. */
import type { FindingEvidence } from '../domain/finding.ts';
import type { Resources } from '../domain/resources.ts';
import { finding, type Rule } from './evidence.ts';
import { believableIn } from './watched.ts';

/** A tenth of the machine is the least that is worth the word. */
const IDLE_SHARE = 0.1;

/** Fires where the machine was watched and had room. Beside a bottleneck it does not appear, and a search tells the capacity itself. */
export const headroom: Rule = (scene) =>
  believableIn(scene)
    .filter(({ scenario: { plan } }) => plan.search === null)
    .flatMap(({ name, resources, host }) => {
      if (host === null || resources.service === null) return [];
      const idleCores = Math.max(0, host.cores - host.busyCores);
      if (idleCores < IDLE_SHARE * host.cores) return [];
      return [
        finding('headroom', 'potential', 'likely', {
          scenario: name,
          idleCores,
          cores: host.cores,
          thread: resources.service.busiestThread,
          connections: connectionsOf(resources),
          memory: memoryOf(resources),
        }),
      ];
    });

/** Of the database that is closest to its limit. */
function connectionsOf({ databases }: Resources): FindingEvidence['headroom']['connections'] {
  const [nearest] = databases
    .flatMap(({ name: database, connections }) => {
      const { most = 0, limit = null } = connections ?? {};
      return limit === null || limit <= 0 ? [] : [{ database, most, limit }];
    })
    .toSorted((left, right) => right.most / right.limit - left.most / left.limit);
  return nearest ?? null;
}

function memoryOf({ cgroup }: Resources): FindingEvidence['headroom']['memory'] {
  if (cgroup === null || cgroup.memory === null || cgroup.memoryLimit === null) return null;
  return { used: cgroup.memory, limit: cgroup.memoryLimit };
}
