/** Makes the World of a process: its temporary folder, its clocks, its generator, and the signal that stops everything. */
import { phrase } from '../domain/phrase.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../domain/failure.ts';
import { millis } from '../domain/units.ts';
import type { Log } from './log.ts';
import type { Vault } from './vault.ts';
import type { World } from './world.ts';

/** Half the usual space for new objects (megabytes): the generator's live briefly, and its memory is taken from the service on a small machine. */
const YOUNG_MEMORY = '--max-semi-space-size=8';

/** What a door knows. */
export interface Surroundings {
  readonly workspace: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly vault: Vault;
  readonly log: Log;
  /** `import.meta.url` of the door: the generator's entry lies beside it. */
  readonly door: string;
  /** Called at the second signal, when the first was not answered fast enough for somebody. Must not wait. */
  readonly onSecondSignal: () => void;
}

/** Opens the world. Disposing it removes the temporary folder and the signal listeners. */
export async function openWorld(surroundings: Surroundings): Promise<World & AsyncDisposable> {
  const { workspace, env, vault, log, door } = surroundings;
  const temporary = await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'loadgate-'));
  const interruption = listenForSignals(surroundings.onSecondSignal, log);
  return {
    workspace,
    temporary,
    env,
    vault,
    log,
    signal: interruption.signal,
    now: () => millis(performance.now()),
    date: () => new Date(),
    generator: [
      process.execPath,
      YOUNG_MEMORY,
      join(fileURLToPath(new URL('.', door)), `generator${extname(door)}`),
    ],
    async [Symbol.asyncDispose]() {
      interruption.stop();
      // What a build leaves may belong to another user. A verdict that was reached is not lost for that.
      await rm(temporary, { recursive: true, force: true }).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        log.warning(`The temporary folder ${temporary} could not be removed: ${why}`);
      });
    },
  };
}

/** The first SIGINT or SIGTERM aborts; the next calls `again`. */
function listenForSignals(again: () => void, log: Log): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const listen = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) return again();
    log.warning(`${name} received: stopping the load and the service.`);
    controller.abort(cancelled(name));
  };
  process.on('SIGINT', listen).on('SIGTERM', listen);
  return {
    signal: controller.signal,
    stop: () => void process.off('SIGINT', listen).off('SIGTERM', listen),
  };
}

function cancelled(name: string): Failure {
  return new Failure({
    kind: 'cancelled',
    code: 'cancelled',
    message: phrase('stopped-by', { signal: name }),
    advice: phrase('stopped-advice'),
  });
}
