/** The service of the plan: booted, or already running. */
import type { Ready, ServicePlan, StatusSet, Tls } from '../domain/plan.ts';
import { readAddress } from './address.ts';
import { DEFAULTS } from './defaults.ts';
import { lasting, statusesOf, SUCCESS, tidyPath } from './filled.ts';
import type { ServiceConfig } from './schema.ts';

/** The service, with every default filled in. `ca`: the certificates that vouch for it, or null. */
export function serviceOf(service: ServiceConfig, ca: string | null): ServicePlan {
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

const tlsOf = ({ tls }: ServiceConfig, ca: string | null): Tls =>
  tls?.verify === false ? { kind: 'unverified' } : { kind: 'verified', ca };

/** Without a word on readiness any answer will do that is not the service's own failure: `/` often is 404. */
const ANY_ANSWER: StatusSet = [{ from: 100, to: 499 }];

function readyOf({ ready }: ServiceConfig): Ready {
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
