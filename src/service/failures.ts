/** What can go wrong with a service before and while it is measured, in words: what, where, and what to do. */
import { Failure } from '../domain/failure.ts';
import { type Phrase, phrase } from '../domain/phrase.ts';
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
  const facts = { ending: howItEnded(exit), seconds: seconds(elapsed) };
  return new Failure({
    kind: 'not-measured',
    code: 'service-exited',
    message: phrase(readyAfter === null ? 'service-exited-early' : 'service-exited-late', facts),
    advice: adviceOnExit(service, exit, readyAfter),
    lines,
  });
}

function adviceOnExit(
  { start, workingDirectory }: BootedService,
  exit: Exit,
  readyAfter: Millis | null,
): Phrase {
  if (signalOf(exit) === 'SIGKILL') return phrase('killed-advice');
  const command = oneLine(start);
  if (exit.code === 0 && readyAfter === null) return phrase('returned-advice', { command });
  if (readyAfter !== null) return phrase('last-lines-advice');
  return workingDirectory === '.'
    ? phrase('by-hand-advice', { command })
    : phrase('by-hand-in-advice', { command, folder: workingDirectory });
}

/** It ran, and was not ready in time. `last`: why the last look said no. `heard`: where it listens instead. */
export function neverReady(
  service: BootedService,
  what: {
    readonly url: string;
    readonly last: Phrase;
    readonly elapsed: Millis;
    readonly heard: readonly string[];
    readonly lines: readonly string[];
  },
): Failure {
  const { url, elapsed, last, heard, lines } = what;
  return new Failure({
    kind: 'not-measured',
    code: 'never-ready',
    message: phrase('never-ready', { url, seconds: seconds(elapsed), last }),
    advice:
      heard.length > 0
        ? phrase('never-ready-heard-advice', { heard: heard.join(', ') })
        : phrase(service.ready.kind === 'log' ? 'never-ready-log-advice' : 'never-ready-advice'),
    lines,
  });
}

/** Somebody else answers where the service should (F5). */
export function answeredByOther(url: string, holder: PortHolder, lines: readonly string[]): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'port-answered-by-other',
    message: phrase('answered-by-other', { url, holder: describeHolder(holder) }),
    advice: phrase('answered-by-other-advice'),
    lines,
  });
}

/** A fixed port is in use before the boot (F4). */
export function portTaken(port: number, holders: readonly PortHolder[]): Failure {
  const holder = holders
    .map(describeHolder)
    .reduce<Phrase | null>(
      (one, other) => (one === null ? other : phrase('two-holders', { one, other })),
      null,
    );
  return new Failure({
    kind: 'not-measured',
    code: 'port-taken',
    message: phrase('port-taken', { port: String(port), holder: holder ?? phrase('holder-unknown') }),
    advice: phrase('port-taken-advice'),
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
      message: phrase('build-failed', {
        ending: howItEnded(exit),
        seconds: seconds(elapsed),
        command: oneLine(service.build ?? ''),
      }),
      advice: phrase('build-failed-advice'),
      lines,
    })
  );
}

/** A build that did not end. */
export function buildTooSlow(service: BootedService, lines: readonly string[]): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'build-timeout',
    message: phrase('build-timeout', {
      seconds: seconds(service.buildTimeout),
      command: oneLine(service.build ?? ''),
    }),
    advice: phrase('build-timeout-advice'),
    lines,
  });
}

/** Both commands run in a folder that is not there. */
export function directoryMissing(directory: string): Failure {
  return new Failure({
    kind: 'usage',
    code: 'working-directory-missing',
    message: phrase('working-directory-missing', { folder: directory }),
    advice: phrase('working-directory-missing-advice'),
  });
}

/** A service that should run already does not answer. */
export function unreachable(
  { kind, readyTimeout }: RunningService | DeployedService,
  url: string,
  last: Phrase,
): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'unreachable',
    message: phrase('unreachable', { url, seconds: seconds(readyTimeout), last }),
    advice: phrase(kind === 'running' ? 'unreachable-running-advice' : 'unreachable-deployed-advice'),
  });
}

/** The configuration takes the target's URL from the environment, and there is none. */
export function targetMissing(): Failure {
  return new Failure({
    kind: 'usage',
    code: 'target-missing',
    message: phrase('target-missing'),
    advice: phrase('target-missing-advice'),
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
        message: phrase('target-unknown', { host: hostname }),
        advice: phrase('target-unknown-advice'),
      });
    case 'never':
      return new Failure({
        kind: 'usage',
        code: 'address-never-loaded',
        message: phrase('address-never-loaded', {
          where: whereItLeads(hostname, ruling.address),
          why: ruling.why,
        }),
        advice: phrase('address-never-loaded-advice'),
      });
    case 'unlisted':
      return new Failure({
        kind: 'usage',
        code: 'address-not-allowed',
        message: notListed(whereItLeads(hostname, ruling.address), allowed),
        advice: phrase(allowedBy === 'base' ? 'address-base-advice' : 'address-own-advice', {
          address: addressIn(hostname),
        }),
      });
  }
}

const notListed = (where: Phrase, allowed: readonly string[]): Phrase =>
  allowed.length === 0
    ? phrase('address-none-allowed', { where })
    : phrase('address-not-allowed', { where, allowed: allowed.join(', ') });

/** `api.example.com means 203.0.113.7`, `The target is 203.0.113.7`. */
const whereItLeads = (hostname: string, address: string): Phrase =>
  addressIn(hostname) === address
    ? phrase('target-is', { address })
    : phrase('target-means', { host: hostname, address });

/** `[::1]` is `::1`. */
const addressIn = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Load goes to this machine only. */
export function notLoopback(url: string, addresses: readonly string[]): Failure {
  return new Failure({
    kind: 'usage',
    code: 'target-not-loopback',
    message:
      addresses.length === 0
        ? phrase('target-not-resolved', { url })
        : phrase('target-not-loopback', { url, addresses: addresses.join(', ') }),
    advice: phrase('target-not-loopback-advice'),
  });
}

/** Somebody stopped us: the reason as the signal has it. */
export function cancelled(signal: AbortSignal): Failure {
  if (signal.reason instanceof Failure) return signal.reason;
  return new Failure({
    kind: 'cancelled',
    code: 'cancelled',
    message: phrase('stopped'),
    advice: phrase('stopped-advice'),
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
  const name = missing ? 'command-of-not-found' : 'command-of-not-executable';
  return new Failure({
    kind: 'usage',
    code: `${what}-not-${missing ? 'found' : 'executable'}`,
    message: phrase(name, { what, command: oneLine(command) }),
    advice: phrase(`${name}-advice`),
    lines,
  });
}

function howItEnded(exit: Exit): Phrase {
  if (exit.signal !== null) return phrase('ended-by-signal', { signal: exit.signal });
  const signal = signalOf(exit);
  const code = String(exit.code);
  return signal === null
    ? phrase('exited-with-code', { code })
    : phrase('exited-with-code-of', { code, signal });
}

const describeHolder = ({ pid, command }: PortHolder): Phrase => {
  if (pid === null) return phrase('holder-other-user');
  return command === null
    ? phrase('holder-process', { pid: String(pid) })
    : phrase('holder-command', { pid: String(pid), command });
};

const seconds = (time: Millis): number => Number((time / 1000).toFixed(time < 10_000 ? 1 : 0));

/** A command as it stands between backquotes. */
const oneLine = (command: string): string => command.replaceAll(/\s+/g, ' ').slice(0, 200);
