/** What can go wrong with a service before and while it is measured, in words: what, where, and what to do. */
import { Failure } from '../domain/failure.ts';
import type { BootedService, DeployedService, RunningService } from '../domain/plan.ts';
import type { Millis } from '../domain/units.ts';
import type { Ruling } from '../platform/address-policy.ts';
import type { PortHolder } from '../platform/ports.ts';
import { type Exit, signalOf } from '../platform/process.ts';

/** When a service ended. */
export interface Ended {
  readonly exit: Exit;
  /** Since its start. */
  readonly elapsed: Millis;
  /** Null while it was being booted. */
  readonly readyAfter: Millis | null;
  readonly lines: readonly string[];
}

/** The service ended without being asked to. */
export function serviceExited(service: BootedService, { exit, elapsed, readyAfter, lines }: Ended): Failure {
  const notStarted = readyAfter === null ? commandMissing('start', service.start, exit, lines) : null;
  if (notStarted !== null) return notStarted;
  const when = readyAfter === null ? 'before it was ready' : 'after it had been ready';
  return new Failure({
    kind: 'not-measured',
    code: 'service-exited',
    message: `The service ${howItEnded(exit)} ${seconds(elapsed)} after its start, ${when}.`,
    advice: adviceOnExit(service, exit, readyAfter),
    lines,
  });
}

function adviceOnExit(
  { start, workingDirectory }: BootedService,
  exit: Exit,
  readyAfter: Millis | null,
): string {
  if (signalOf(exit) === 'SIGKILL')
    return 'Loadgate did not kill it. Often the kernel did, for want of memory: look at the memory of this machine and of the service.';
  if (exit.code === 0 && readyAfter === null)
    return `\`service.start\` must stay in the foreground: ${quoted(start)} returned. Leave out \`&\`, \`-d\` and \`--daemon\`.`;
  const where = workingDirectory === '.' ? '' : ` in ${workingDirectory}`;
  return `Its last lines are below${readyAfter === null ? `; run ${quoted(start)}${where} by hand to see more` : ''}.`;
}

/** It ran, and was not ready in time. `last`: why the last look said no. `heard`: where it listens instead. */
export function neverReady(
  service: BootedService,
  what: {
    readonly url: string;
    readonly last: string;
    readonly elapsed: Millis;
    readonly heard: readonly string[];
    readonly lines: readonly string[];
  },
): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'never-ready',
    message: `The service at ${what.url} was not ready within ${seconds(what.elapsed)}: ${what.last}.`,
    advice:
      what.heard.length > 0
        ? `It listens on ${what.heard.join(', ')}. Let it listen where \`service.url\` points: the port is in PORT, or write {port} into \`service.start\`.`
        : service.ready.kind === 'log'
          ? 'Look for the text of `service.ready.log` in its lines below, or give it more time with `service.ready-timeout`.'
          : 'Let it listen on the port in PORT (or write {port} into `service.start`), look at `service.ready`, or give it more time with `service.ready-timeout`.',
    lines: what.lines,
  });
}

/** Somebody else answers where the service should (F5). */
export function answeredByOther(url: string, holder: PortHolder, lines: readonly string[]): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'port-answered-by-other',
    message: `${url} is answered by ${describeHolder(holder)}, not by the service that was started: its numbers would be somebody else's.`,
    advice:
      'Stop that process, or let `service.port` be `free`. What a container engine listens for is started in an earlier step: give its `url`, without `start`.',
    lines,
  });
}

/** A fixed port is in use before the boot (F4). */
export function portTaken(port: number, holders: readonly PortHolder[]): Failure {
  const who = holders.length === 0 ? 'another process' : holders.map(describeHolder).join(' and ');
  return new Failure({
    kind: 'not-measured',
    code: 'port-taken',
    message: `Port ${port} is taken by ${who}, so the service cannot be started on it.`,
    advice: 'Stop that process, or let `service.port` be `free` and take the port from PORT or {port}.',
  });
}

/** A build that said no. */
export function buildFailed(
  service: BootedService,
  exit: Exit,
  elapsed: Millis,
  lines: readonly string[],
): Failure {
  return (
    commandMissing('build', service.build ?? '', exit, lines) ??
    new Failure({
      kind: 'not-measured',
      code: 'build-failed',
      message: `The build ${howItEnded(exit)} after ${seconds(elapsed)}: ${quoted(service.build ?? '')}.`,
      advice:
        'Mend the build; its last lines are below. It gets no secrets: what it needs belongs into `service.env`.',
      lines,
    })
  );
}

/** A build that did not end. */
export function buildTooSlow(service: BootedService, lines: readonly string[]): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'build-timeout',
    message: `The build did not end within ${seconds(service.buildTimeout)}: ${quoted(service.build ?? '')}.`,
    advice: 'Give it more time with `service.build-timeout`, or build in an earlier step.',
    lines,
  });
}

/** Both commands run in a folder that is not there. */
export function directoryMissing(directory: string): Failure {
  return new Failure({
    kind: 'usage',
    code: 'working-directory-missing',
    message: `\`service.working-directory\` ${JSON.stringify(directory)} is not a folder of the workspace.`,
    advice: 'Give a path relative to the workspace; check the repository out first.',
  });
}

/** A service that should run already does not answer. */
export function unreachable(
  { kind, readyTimeout }: RunningService | DeployedService,
  url: string,
  last: string,
): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'unreachable',
    message: `Nothing was ready at ${url} within ${seconds(readyTimeout)}: ${last}.`,
    advice:
      kind === 'running'
        ? 'Start the service before Loadgate and check `url`, or let Loadgate start it: give `start`.'
        : 'Let the deployment end before Loadgate begins, look at `target` (its `url`, its `ready`, its `ready-timeout`), and at the firewalls between this machine and that one.',
  });
}

/** The configuration takes the target's URL from the environment, and there is none. */
export function targetMissing(): Failure {
  return new Failure({
    kind: 'usage',
    code: 'target-missing',
    message: 'The environment variable that `target.url-from` names is not set.',
    advice: 'Give it to the step or the shell that runs Loadgate.',
  });
}

/** A target that may not be loaded. Nothing was connected. */
export function addressRefused(
  { allowed, allowedBy }: DeployedService,
  url: string,
  ruling: Exclude<Ruling, { readonly kind: 'allowed' }>,
): Failure {
  const { hostname } = new URL(url);
  switch (ruling.kind) {
    case 'unknown':
      return new Failure({
        kind: 'not-measured',
        code: 'unreachable',
        message: `The name ${hostname} of the target means no address here.`,
        advice:
          'Look at `target.url`, and at the DNS of this machine: its name may be known in another network only.',
      });
    case 'never':
      return new Failure({
        kind: 'usage',
        code: 'address-never-loaded',
        message: `${whereItLeads(hostname, ruling.address)}, which ${ruling.why}: it is never loaded.`,
        advice: 'Give the address at which users reach the service; no list can allow this one.',
      });
    case 'unlisted':
      return new Failure({
        kind: 'usage',
        code: 'address-not-allowed',
        message: `${whereItLeads(hostname, ruling.address)}, and \`allowed-addresses\` ${allowed.length === 0 ? 'allows none but this machine' : `allows only ${allowed.join(', ')}`}. Nothing was sent.`,
        advice: `${WHO_ALLOWS[allowedBy]} \`allowed-addresses: [${addressIn(hostname)}]\`. Put load only on what is yours.`,
      });
  }
}

const WHO_ALLOWS = {
  configuration: 'If this service may be loaded, say so in the configuration:',
  base: 'If this service may be loaded, merge a change first that says so in the configuration of the base branch, since a pull request cannot allow it for itself:',
} as const;

/** `api.example.com means 203.0.113.7`, `The target is 203.0.113.7`. */
const whereItLeads = (hostname: string, address: string): string =>
  addressIn(hostname) === address
    ? `The target is ${address}`
    : `The target's name ${hostname} means ${address}`;

/** `[::1]` is `::1`. */
const addressIn = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Load goes to this machine only. */
export function notLoopback(url: string, addresses: readonly string[]): Failure {
  const meaning = addresses.length === 0 ? 'nothing that can be resolved' : addresses.join(', ');
  return new Failure({
    kind: 'usage',
    code: 'target-not-loopback',
    message: `${url} means ${meaning}: only services of this machine are loaded.`,
    advice: 'Use localhost, 127.0.0.1 or [::1]. A service on another machine is a `target`.',
  });
}

/** Somebody stopped us: the reason as the signal has it. */
export function cancelled(signal: AbortSignal): Failure {
  if (signal.reason instanceof Failure) return signal.reason;
  return new Failure({
    kind: 'cancelled',
    code: 'cancelled',
    message: 'The run was stopped before it was complete.',
    advice: 'Run it again; nothing was judged, and no baseline was written.',
  });
}

/** What a shell says by its exit code: 127, there is no such command; 126, it may not be executed (F3). */
function commandMissing(
  what: 'start' | 'build',
  command: string,
  { code }: Exit,
  lines: readonly string[],
): Failure | null {
  if (code !== 127 && code !== 126) return null;
  const missing = code === 127;
  return new Failure({
    kind: 'usage',
    code: `${what}-not-${missing ? 'found' : 'executable'}`,
    message: `A command of \`service.${what}\` ${missing ? 'was not found' : 'may not be executed'}: ${quoted(command)}.`,
    advice: missing
      ? 'Install it in an earlier step, build first (`service.build`), or check the path and `service.working-directory`.'
      : 'Make it executable (`chmod +x`, then `git update-index --chmod=+x`), or start it by its interpreter.',
    lines,
  });
}

function howItEnded(exit: Exit): string {
  if (exit.signal !== null) return `was ended by ${exit.signal}`;
  const signal = signalOf(exit);
  return `exited with code ${exit.code}${signal === null ? '' : ` (${signal})`}`;
}

const describeHolder = ({ pid, command }: PortHolder): string =>
  pid === null ? 'a process of another user' : `process ${pid}${command === null ? '' : ` (${command})`}`;

const seconds = (time: Millis): string => `${(time / 1000).toFixed(time < 10_000 ? 1 : 0)} s`;

const quoted = (command: string): string => `\`${command.replaceAll(/\s+/g, ' ').slice(0, 200)}\``;
