/** All probes of a build as one: they begin with its load, end with it, and tell what it used. */
import type { ResourceSecond, Resources } from '../domain/resources.ts';
import { type Millis, millis } from '../domain/units.ts';
import type { World } from '../platform/world.ts';
import { openCgroup } from './cgroup.ts';
import { openContainers } from './containers.ts';
import { openCurve } from './curve.ts';
import { openDatabases } from './databases.ts';
import { type Far, type FarReading, openFar } from './far/far.ts';
import { openMonitoring } from './monitoring.ts';
import type { Part, WatchPlan, Watched } from './part.ts';
import { type MemoryLooks, openMemoryLooks } from './memory-looks.ts';
import { openRuntime } from './runtime.ts';
import { openServiceTree } from './service-tree.ts';
import { thisMoment } from './look-sources.ts';
import { openTreeLooks } from './tree-looks.ts';

/** Probes of a whole run, with what lasts as long as it: connections to databases and to the container engine. */
export interface Probes extends AsyncDisposable {
  /** What they know of the memory of processes, for others that want it at the same moment. */
  readonly memory: MemoryLooks;
  /** Opens a watch for one build and one scenario. */
  watch(watched: Watched): Part<Resources>;
}

/** Opens what lasts. Never throws. */
export async function openProbes(plan: WatchPlan, world: World): Promise<Probes> {
  const databases = await openDatabases(plan, world);
  const containers = await openContainers(plan, world);
  const monitoring = await openMonitoring(plan.service, world);
  const far = await openFar(plan.service, world);
  const memory = openMemoryLooks();
  return {
    memory,
    watch: (watched) =>
      watchAll(
        watched,
        {
          databases: databases.watch(),
          containers: containers.watch(watched),
          monitoring: monitoring.watch(),
          far: far.watch(),
          memory,
        },
        world.now,
      ),
    async [Symbol.asyncDispose]() {
      await Promise.all([databases, containers, far].map((each) => each[Symbol.asyncDispose]()));
    },
  };
}

type Shared = {
  readonly memory: MemoryLooks;
  readonly databases: ReturnType<Awaited<ReturnType<typeof openDatabases>>['watch']>;
  readonly containers: ReturnType<Awaited<ReturnType<typeof openContainers>>['watch']>;
  readonly monitoring: ReturnType<Awaited<ReturnType<typeof openMonitoring>>['watch']>;
  readonly far: ReturnType<Far['watch']>;
};

function watchAll(watched: Watched, shared: Shared, now: () => Millis): Part<Resources> {
  const looks = openTreeLooks(watched, thisMoment, shared.memory);
  const service = openServiceTree(looks, thisMoment, shared.memory);
  const cgroup = openCgroup(watched);
  const runtime = openRuntime(watched);
  const curve = openCurve(looks, watched);
  /** What is asked by a question has its answer before the clock runs. */
  const asked = [runtime, shared.databases, shared.containers, shared.far];
  const read = [service, cgroup, curve, shared.monitoring];
  let since: Millis | null = null;
  let time = 0;
  return {
    async begin() {
      await Promise.all(asked.map((part) => part.begin()));
      since = now();
      await Promise.all(read.map((part) => part.begin()));
    },
    async end() {
      if (since === null) return;
      time += now() - since;
      since = null;
      await Promise.all([...read, ...asked].map((part) => part.end()));
    },
    read() {
      const { databases, unread } = shared.databases.read();
      const { containers, unread: unreadContainers } = shared.containers.read();
      const { runtimes, unread: unreadRuntimes } = runtime.read();
      const monitoring = shared.monitoring.read();
      const far = shared.far.read();
      return {
        watched: millis(time),
        service: far?.service ?? service.read(),
        cgroup: cgroup.read(),
        runtimes,
        databases,
        containers,
        curve: far === null ? curve.read() : curveWith(curve.read(), far),
        unread: [...unreadRuntimes, ...unread, ...unreadContainers, ...(far?.unread ?? [])],
        ...(monitoring !== null && { monitoring }),
        ...(far !== null && { elsewhere: far.elsewhere }),
      };
    },
  };
}

/** What the service used is another machine's; the generator and everybody else are this one's. */
function curveWith(rows: readonly ResourceSecond[], { curve }: FarReading): readonly ResourceSecond[] {
  const far = new Map(curve.map((row) => [row.second, row]));
  return rows.map((row) => {
    const { service = null, memory = null, read = null, written = null } = far.get(row.second) ?? {};
    return { ...row, service, memory, read, written };
  });
}
