/** What is loaded: a service that is booted, one that runs on this machine, or one that is deployed elsewhere. Plain JSON. */
import type { Millis } from './units.ts';

/** A service that Loadgate boots, or one that already runs, here or elsewhere, and is only loaded. */
export type ServicePlan = BootedService | RunningService | DeployedService;

/** What a service's certificate is held to. Names are those of the URL. */
export type Tls =
  /** `ca`: certificates (PEM) of which one must vouch for it; null: the authorities that Node.js knows. */
  | { readonly kind: 'verified'; readonly ca: string | null }
  /** To nothing: whoever answers is believed. */
  | { readonly kind: 'unverified' };

/** A service that Loadgate builds, boots and stops. */
export interface BootedService {
  readonly kind: 'booted';
  /** Shell command run once before the first boot, or null. */
  readonly build: string | null;
  /** Shell command that starts the service in the foreground; `{port}` is replaced. */
  readonly start: string;
  /** Where both commands run, relative to the workspace. */
  readonly workingDirectory: string;
  /** Added to the allow-listed environment of the child; `{port}` is replaced. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether its Node.js processes are observed from within. */
  readonly observe: 'auto' | 'never';
  /** Base URL; `{port}` is replaced. */
  readonly url: string;
  /** Null for an `http:` URL. */
  readonly tls: Tls | null;
  /** `free`: a free port is chosen for each boot and given as `{port}` and `PORT`. */
  readonly port: 'free' | number;
  readonly ready: Ready;
  readonly buildTimeout: Millis;
  readonly readyTimeout: Millis;
  /** From TERM to KILL. */
  readonly stopTimeout: Millis;
  /** When the service's log is copied to our own log. It is always written to a file. */
  readonly showLog: 'always' | 'on-failure' | 'never';
}

/** A service on this machine that somebody else started. */
export interface RunningService {
  readonly kind: 'running';
  readonly url: string;
  /** Null for an `http:` URL. */
  readonly tls: Tls | null;
  readonly ready: Ready;
  readonly readyTimeout: Millis;
}

/** A target: a service that is deployed somewhere, and is loaded where it is. */
export interface DeployedService {
  readonly kind: 'deployed';
  /** Null where the variable that holds it is not set, and nothing will be sent. */
  readonly url: string | null;
  /** Null for an `http:` URL. */
  readonly tls: Tls | null;
  readonly ready: Ready;
  readonly readyTimeout: Millis;
  /** What may be loaded beside this machine: IP addresses, networks and host names. */
  readonly allowed: readonly string[];
  /** Who says so: this configuration, or the base commit's. */
  readonly allowedBy: 'configuration' | 'base';
  /** What is asked for what the service uses; null: nothing is. */
  readonly monitoring: MonitoringPlan | null;
  /** Where its machine is watched over SSH; absent where it is not. */
  readonly ssh?: SshWatchPlan;
}

/** A machine of which `/proc` is read over SSH while load is on. */
export interface SshWatchPlan {
  readonly host: string;
  readonly port: number;
  /** Null: as this machine's user is called. */
  readonly user: string | null;
  /** File of the key: absolute, in the home folder (`~/…`), or relative to the workspace; null: those that `ssh` finds. */
  readonly identity: string | null;
  /** File of known hosts, likewise; null: `~/.ssh/known_hosts`. */
  readonly knownHosts: string | null;
  /** Whose processes, with all their descendants, are the service. */
  readonly of:
    | { readonly kind: 'pid-file'; readonly path: string }
    /** Of that name in the kernel, of which it keeps 15 characters. */
    | { readonly kind: 'process'; readonly name: string };
}

/** A monitoring that is asked for what a target used. */
export interface MonitoringPlan {
  /** Base URL of a Prometheus. */
  readonly prometheus: string;
  /** Query (PromQL) of one series with the cores that are in use; null: not asked. */
  readonly cpu: string | null;
  /** The same with bytes of memory. */
  readonly memory: string | null;
}

/** How readiness is noticed. */
export type Ready =
  | { readonly kind: 'http'; readonly path: string; readonly status: StatusSet; readonly body: string | null }
  | { readonly kind: 'tcp' }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'command'; readonly command: string };

/** Accepted HTTP statuses as inclusive ranges. */
export type StatusSet = readonly { readonly from: number; readonly to: number }[];
