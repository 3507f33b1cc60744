/** One scenario's load on one build in one go, with the probes beside it. */
import type { Slice } from '../domain/measurement.ts';
import type { Scenario } from '../domain/plan.ts';
import { millis } from '../domain/units.ts';
import type { LoadProgress } from '../engines/load-job.ts';
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
      },
      world,
      (progress) => {
        probes.follow(progress);
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

/** Probes that run only while the measured load does: they start with the load and start anew if the load does. */
function probesDuringLoad(service: Service, probes: Probes) {
  let running: { readonly host: HostProbe; readonly cpu: CpuWatch; readonly resources: Begun } | null = null;
  let generatorPid: number | null = null;
  let readings: Pick<Slice, 'host' | 'cpu' | 'memory' | 'resources'> = NOTHING;
  return {
    follow(progress: LoadProgress): void {
      generatorPid = progress.generatorPid;
      if (progress.phase === 'load') {
        running ??= {
          host: startHostProbe({
            servicePids: () => service.pids(),
            generatorPid: () => generatorPid,
            memory: probes.memory,
          }),
          cpu: openCpuWatch(() => service.pids()),
          resources: begun(
            probes.watch({
              pids: () => service.pids(),
              generatorPid: () => generatorPid,
              runtime: service.runtime,
              url: service.url,
            }),
          ),
        };
        return;
      }
      running?.host.stop();
      void running?.resources.end();
      running = null;
    },
    async stop(): Promise<typeof readings> {
      if (running === null) return readings;
      const { cpu, host, resources } = running;
      running = null;
      readings = { cpu: cpu.lap(), host: host.stop(), memory: host.memory(), resources: null };
      readings = { ...readings, resources: await resources.end() };
      return readings;
    },
  };
}

const NOTHING = { host: null, cpu: null, memory: null, resources: null };

/** A watch that was told to begin, and may not be done with it. */
interface Begun {
  end(): Promise<Resources>;
}

function begun(watch: Part<Resources>): Begun {
  const beginning = watch.begin();
  return {
    async end() {
      await beginning;
      await watch.end();
      return watch.read();
    },
  };
}
