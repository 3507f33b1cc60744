/** One slice: load on one build, with the probes beside it. */
import { runLoad } from '../engines/run-load.ts';
import type { LoadProgress } from '../engines/load-job.ts';
import type { HostReading, Slice } from '../domain/measurement.ts';
import type { Scenario } from '../domain/plan.ts';
import type { World } from '../platform/world.ts';
import { startHostProbe } from '../probes/host.ts';
import type { Service } from '../service/service.ts';
import { progressLine } from './progress.ts';

/** What runs the load: the generator process, or the fake engine. */
export type LoadRunner = typeof runLoad;

/** What is measured in a slice. */
export interface SliceJob {
  readonly scenario: Scenario;
  readonly service: Service;
  readonly seed: number;
}

/** Measures one scenario on the running service. @throws Failure when the service dies or the generator fails */
export async function measureSlice(job: SliceJob, world: World, load: LoadRunner = runLoad): Promise<Slice> {
  const { scenario, service, seed } = job;
  const probe = hostProbeDuringLoad(service);
  try {
    const result = await load(
      {
        scenario: scenario.name,
        load: scenario.load,
        url: service.url,
        address: service.target.address,
        seed,
        died: service.died,
      },
      world,
      (progress) => {
        probe.follow(progress);
        world.log.progress(progressLine(scenario.name, progress));
      },
    );
    return { ...result, side: 'head', host: probe.stop() };
  } finally {
    probe.stop();
  }
}

/** A host probe that runs only while the measured load does: it starts with the load and starts anew if the load does. */
function hostProbeDuringLoad(service: Service) {
  let probe: ReturnType<typeof startHostProbe> | null = null;
  let generatorPid: number | null = null;
  let reading: HostReading | null = null;
  return {
    follow(progress: LoadProgress): void {
      generatorPid = progress.generatorPid;
      if (progress.phase === 'load') {
        probe ??= startHostProbe({ servicePids: () => service.pids(), generatorPid: () => generatorPid });
        return;
      }
      probe?.stop();
      probe = null;
    },
    stop(): HostReading | null {
      reading = probe?.stop() ?? reading;
      probe = null;
      return reading;
    },
  };
}
