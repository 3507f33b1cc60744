/** What is added to a service's environment so that its Node.js processes tell of themselves, and the channel on which they do. */
import type { BootedService } from '../domain/plan.ts';
import { OBSERVER_FILE, openRuntimeSocket, type RuntimeChannel } from '../platform/runtime-socket.ts';
import type { World } from '../platform/world.ts';

/** Observing one boot. Disposing it hangs up. */
export interface Observation extends AsyncDisposable {
  /** Variables for the service, over those that it has. */
  readonly env: Readonly<Record<string, string>>;
  /** Null when nothing is to be observed. */
  readonly channel: RuntimeChannel | null;
}

/** Name of the variable that holds the path of the socket. */
export const OBSERVER_VARIABLE = 'LOADGATE_OBSERVER';

/** Under the permission model of Node.js a preloaded file may not be read, and the process would end. */
const PERMISSION_MODEL = /--(?:experimental-)?permission\b/;

/** Makes ready to observe, as the service allows it; its environment with the port filled in. Never throws. */
export async function openObservation(
  service: Pick<BootedService, 'observe' | 'start' | 'env'>,
  world: World,
): Promise<Observation> {
  if (service.observe === 'never') return unobserved(null);
  const options = service.env['NODE_OPTIONS'] ?? '';
  if (PERMISSION_MODEL.test(`${options} ${service.start}`)) return unobserved(NOBODY);
  const socket = await openRuntimeSocket(world);
  if (socket === null) return unobserved(NOBODY);
  return {
    env: { [OBSERVER_VARIABLE]: socket.path, NODE_OPTIONS: withPreload(options, OBSERVER_FILE) },
    channel: socket,
    [Symbol.asyncDispose]: () => socket[Symbol.asyncDispose](),
  };
}

/** Options of Node.js that also preload a file. Blanks, quotes and backslashes of its path are kept by double quotes. */
export function withPreload(options: string, file: string): string {
  const path = /[\s"\\]/.test(file) ? `"${file.replaceAll(/["\\]/g, '\\$&')}"` : file;
  return `${options} --require ${path}`.trim();
}

const unobserved = (channel: RuntimeChannel | null): Observation => ({
  env: {},
  channel,
  [Symbol.asyncDispose]: () => Promise.resolve(),
});

/** A channel without anybody on it. */
const NOBODY: RuntimeChannel = {
  begin: () => Promise.resolve(),
  end: () => Promise.resolve({ answers: [], silent: [] }),
};
