/** One scenario's load on one build in one go, with the probes beside it. */
import type { Slice } from '../domain/measurement.ts';
import type { Scenario } from '../domain/plan.ts';
import { millis } from '../domain/units.ts';
import { runLoad } from '../engines/run-load.ts';
import type { World } from '../platform/world.ts';
import { type CpuWatch, openCpuWatch } from '../probes/cpu-time.ts';
import { type HostProbe, startHostProbe } from '../probes/host.ts';
import type { Part } from '../probes/part.ts';
import type { Probes } from '../probes/probes.ts';
import type { Resources } from '../domain/resources.ts';
import type { Service } from '../service/service.ts';
import { loadProgress, openTrail, type Position, NOWHERE } from './progress.ts';

/** What runs the load: the generator process, or the fake engine. */
export type LoadRunner = typeof runLoad;

/** What is measured in a slice. */
export interface SliceJob {
  readonly scenario: Scenario;
  readonly service: Service;
  readonly probes: Probes;
  readonly seed: number;
  /** Where in the run it is; nowhere, when nobody is to know how long it takes. */
  readonly position?: Position;
}

/** Measures one scenario on the running service. @throws Failure when the service dies or the generator fails */
export async function measureSlice(job: SliceJob, world: World, load: LoadRunner = runLoad): Promise<Slice> {
  const { scenario, service, seed, position = NOWHERE } = job;
  const { name, load: planned } = scenario;
  const trailOf = openTrail();
  const probes = probesDuringLoad(service, job.probes);
  try {
    const result = await load(
      {
        scenario: name,
        load: planned,
        url: service.url,
        address: service.target.address,
        tls: service.tls,
        seed,
        died: service.died,
        beforeLoad: (generatorPids) => probes.begin(generatorPids),
      },
      world,
      (progress) => {
        if (progress.phase === 'over') void probes.stop();
        const seen = { scenario: name, side: null, part: null, trail: trailOf(progress) };
        const stretch = { before: millis(0), warmUp: planned.warmUp };
        world.log.progress(loadProgress({ ...seen, ...stretch }, progress, position));
      },
    );
    return { ...result, side: 'head', turns: [], search: null, ...(await probes.stop()) };
  } finally {
    await probes.stop();
  }
}

/** Probes that run only while the measured load does: they begin before it, and anew where it begins anew. */
function probesDuringLoad(service: Service, probes: Probes) {
  let running: {
    readonly host: HostProbe;
    readonly cpu: CpuWatch;
    readonly resources: Part<Resources>;
  } | null = null;
  let readings: Promise<Readings> = Promise.resolve(NOTHING);
  const pids = (): readonly number[] => service.pids();
  const end = (): Promise<Readings> => {
    if (running === null) return readings;
    const { cpu, host, resources } = running;
    running = null;
    const used = { cpu: cpu.lap(), host: host.stop(), memory: host.memory() };
    readings = resources.end().then(() => ({ ...used, resources: resources.read() }));
    return readings;
  };
  return {
    async begin(senders: readonly number[]): Promise<void> {
      await end();
      const generatorPids = (): readonly number[] => senders;
      const resources = probes.watch({ pids, generatorPids, runtime: service.runtime, url: service.url });
      await resources.begin();
      const host = startHostProbe({ servicePids: pids, generatorPids, memory: probes.memory });
      running = { host, cpu: openCpuWatch(pids), resources };
    },
    /** Ends them, once; what they came to. */
    stop: end,
  };
}

/** What the probes came to. */
type Readings = Pick<Slice, 'host' | 'cpu' | 'memory' | 'resources'>;

const NOTHING: Readings = { host: null, cpu: null, memory: null, resources: null };
