/** The service of the plan: booted, already running, or deployed elsewhere. */
import type { DeployedService, MonitoringPlan, Ready, ServicePlan, StatusSet, Tls } from '../domain/plan.ts';
import { readAddress } from './address.ts';
import { DEFAULTS } from './defaults.ts';
import { lasting, statusesOf, SUCCESS, tidyPath } from './filled.ts';
import type { Config } from './schema.ts';
import type { ServiceConfig, TargetConfig } from './service-schema.ts';
import { readTargetUrl } from './target-address.ts';

/** What the configuration does not hold itself. */
export interface ServiceSources {
  /** The certificates that vouch for the service, or null. */
  readonly ca: string | null;
  /** The URL of a target as it is written, or null. */
  readonly targetUrl: string | null;
}

/** The service, with every default filled in. */
export function serviceOf(config: Config, { ca, targetUrl }: ServiceSources): ServicePlan {
  const { service, target } = config;
  if (target !== undefined) return deployedOf(target, allowedOf(config), ca, targetUrl);
  if (service === undefined) throw new Error('a config that was checked has a service or a target');
  return localOf(service, ca);
}

/** What may be loaded beside this machine: each once, sorted. */
export const allowedOf = (config: Config): readonly string[] =>
  [...new Set(config['allowed-addresses'])].toSorted();

function deployedOf(
  target: TargetConfig,
  allowed: readonly string[],
  ca: string | null,
  written: string | null,
): DeployedService {
  const reading = written === null ? null : readTargetUrl(written);
  const url = reading !== null && 'value' in reading ? reading.value : null;
  // Where the URL is not known, saying something of its certificate means that it has one.
  const secure = url === null ? target.tls !== undefined : url.startsWith('https:');
  return {
    kind: 'deployed',
    url,
    tls: secure ? tlsOf(target, ca) : null,
    ready: readyOf(target),
    readyTimeout: lasting(target['ready-timeout'], DEFAULTS.readyTimeout),
    allowed,
    allowedBy: 'configuration',
    monitoring: monitoringOf(target),
    ...sshOf(target),
  };
}

function monitoringOf({ monitoring }: TargetConfig): MonitoringPlan | null {
  const { prometheus, cpu = null, memory = null } = monitoring ?? {};
  return prometheus === undefined ? null : { prometheus, cpu, memory };
}

function sshOf({ monitoring }: TargetConfig): Pick<DeployedService, 'ssh'> {
  if (monitoring?.ssh === undefined) return {};
  const { host, port, user = null, identity = null, process, ...files } = monitoring.ssh;
  const path = files['pid-file'];
  if (process === undefined && path === undefined)
    throw new Error('a config that was checked says which processes are watched');
  return {
    ssh: {
      host,
      port: port ?? DEFAULTS.sshPort,
      user,
      identity,
      knownHosts: files['known-hosts'] ?? null,
      of: path === undefined ? { kind: 'process', name: process ?? '' } : { kind: 'pid-file', path },
    },
  };
}

function localOf(service: ServiceConfig, ca: string | null): ServicePlan {
  const address = readAddress(service.url ?? DEFAULTS.url);
  if (!('value' in address)) throw new Error('a config that was checked has a valid URL');
  const readyTimeout = lasting(service['ready-timeout'], DEFAULTS.readyTimeout);
  const { url, port } = address.value;
  const tls = url.startsWith('https:') ? tlsOf(service, ca) : null;
  if (service.start === undefined)
    return { kind: 'running', url, tls, ready: readyOf(service), readyTimeout };
  return {
    kind: 'booted',
    build: service.build ?? null,
    start: service.start,
    workingDirectory: tidyPath(service['working-directory'] ?? DEFAULTS.workingDirectory),
    env: { ...service.env },
    observe: service.observe ?? DEFAULTS.observe,
    url,
    tls,
    port: port ?? service.port ?? DEFAULTS.port,
    ready: readyOf(service),
    buildTimeout: lasting(service['build-timeout'], DEFAULTS.buildTimeout),
    readyTimeout,
    stopTimeout: lasting(service['stop-timeout'], DEFAULTS.stopTimeout),
    showLog: service['show-log'] ?? DEFAULTS.showLog,
  };
}

const tlsOf = ({ tls }: Pick<ServiceConfig, 'tls'>, ca: string | null): Tls =>
  tls?.verify === false ? { kind: 'unverified' } : { kind: 'verified', ca };

/** Without a word on readiness any answer will do that is not the service's own failure: `/` often is 404. */
const ANY_ANSWER: StatusSet = [{ from: 100, to: 499 }];

function readyOf({ ready }: Pick<ServiceConfig, 'ready'>): Ready {
  if (ready === undefined) return { kind: 'http', path: '/', status: ANY_ANSWER, body: null };
  if (ready === 'tcp') return { kind: 'tcp' };
  if (typeof ready === 'string') return { kind: 'http', path: ready, status: SUCCESS, body: null };
  if (ready.log !== undefined) return { kind: 'log', text: ready.log };
  if (ready.command !== undefined) return { kind: 'command', command: ready.command };
  if (ready.tcp === true) return { kind: 'tcp' };
  return {
    kind: 'http',
    path: ready.http?.path ?? '/',
    status: statusesOf(ready.http?.status),
    body: ready.http?.body ?? null,
  };
}
