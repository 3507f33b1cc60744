/** Tells a service from the client of a container engine that only asks for one: its processes are then not in its own tree. */
import type { ServicePlan } from '../domain/plan.ts';

/** What may stand before a command: variables for it, and words that run it. */
const PREFIX = /^(?:(?:exec|sudo|env|time)\s+|[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\S*)\s+)*/;
const ENGINE = /^(?:docker|podman|nerdctl)(?:-compose)?\s/;

/** True when the command that stays, the last one, is that of a container engine: `docker compose up`, `podman run`. */
export function isContainerClient(service: ServicePlan): boolean {
  if (service.kind === 'running') return false;
  const commands = service.start.replaceAll(/\\\n|\d*>&\d*/g, ' ').split(/&&|\|\||[;&|\n]/);
  const last = commands
    .map((command) => command.trim())
    .findLast((command) => command !== '' && !command.startsWith('#'));
  return ENGINE.test((last ?? '').replace(PREFIX, ''));
}
