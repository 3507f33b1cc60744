/** Questions to a Docker-compatible container engine through a Unix socket of this machine: GET alone, bounded, and never an error thrown. */
import { foreignJson } from '../domain/foreign-json.ts';
import { type Unread, unwatched } from '../domain/resources.ts';
import { english, type Phrase, phrase } from '../domain/phrase.ts';
import { join } from 'node:path';

/** What became of a question. */
export type EngineAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  /** There is no such thing (404): a container that was removed. */
  | { readonly kind: 'missing' }
  | EngineSilence;

/** No answer, or none that can be used. */
export interface EngineSilence {
  readonly kind: 'silence';
  /** Why, on one line. */
  readonly reason: string;
  /** What would mend it, one sentence, or null. */
  readonly remedy: string | null;
  /** Both as phrases. */
  readonly said: Unread['said'];
}

/** An engine that answers. */
export interface ContainerEngine extends AsyncDisposable {
  readonly kind: 'engine';
  /** Where it listens. */
  readonly socket: string;
  /** Asks by GET for a path with its query; the answer must be JSON. Given up after two seconds, and when `signal` is aborted. */
  ask(path: string, signal: AbortSignal): Promise<EngineAnswer>;
}

type Env = Readonly<Record<string, string | undefined>>;

const TIMEOUT_MS = 2_000;
const BODY_MAX = 4 * 1024 * 1024;
/** Questions that are under way at once. */
const CONNECTIONS = 8;
const SAID_MAX = 200;

/** Sockets at which an engine may listen, the first choice first: that of `DOCKER_HOST`, else the usual ones. Null when `DOCKER_HOST` leads elsewhere. */
export function engineSockets(env: Env): readonly string[] | null {
  const host = env['DOCKER_HOST']?.trim() ?? '';
  if (host !== '') return /^unix:\/\/\/./.test(host) ? [host.slice('unix://'.length)] : null;
  const own = env['XDG_RUNTIME_DIR'] ?? '';
  return [
    '/var/run/docker.sock',
    ...(own === '' ? [] : [join(own, 'docker.sock'), join(own, 'podman', 'podman.sock')]),
    '/run/podman/podman.sock',
  ];
}

/** Finds the first engine that answers. */
export async function findContainerEngine(env: Env): Promise<ContainerEngine | EngineSilence> {
  const sockets = engineSockets(env);
  if (sockets === null) return ELSEWHERE;
  let silence: EngineSilence | null = null;
  for (const socket of sockets) {
    const found = await openEngine(socket);
    if (found.kind === 'engine') return found;
    // Whoever is there and does not answer tells more than one that is not there.
    if (silence === null || silence.remedy === english(NO_SOCKET)) silence = found;
  }
  return silence ?? ELSEWHERE;
}

const ELSEWHERE: EngineSilence = {
  kind: 'silence',
  ...unwatched(phrase('engine-elsewhere'), phrase('engine-elsewhere-remedy')),
};

async function openEngine(socket: string): Promise<ContainerEngine | EngineSilence> {
  const { Pool } = await import('undici');
  const pool = new Pool('http://localhost', {
    socketPath: socket,
    connections: CONNECTIONS,
    // A connection for each question: none can be found closed that was kept.
    pipelining: 0,
    maxResponseSize: BODY_MAX,
  });
  const ask = async (path: string, signal: AbortSignal): Promise<EngineAnswer> => {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const { statusCode, body } = await pool.request({ method: 'GET', path, signal: bounded });
      return answerOf(statusCode, await body.text());
    } catch (error) {
      return silenceOf(error, socket, bounded.aborted);
    }
  };
  const first = await ask('/version', AbortSignal.timeout(TIMEOUT_MS));
  if (first.kind === 'value') {
    return { kind: 'engine', socket, ask, [Symbol.asyncDispose]: () => pool.destroy() };
  }
  await pool.destroy();
  return first.kind === 'silence' ? first : silent(phrase('engine-none', { socket }), null);
}

function answerOf(status: number, body: string): EngineAnswer {
  if (status === 404) return { kind: 'missing' };
  const value = parsed(body);
  if (status !== 200) return silent(phrase('engine-answered', { answer: `${status}${saidIn(value)}` }), null);
  return value === undefined ? silent(phrase('engine-no-json'), null) : { kind: 'value', value };
}

function parsed(body: string): unknown {
  try {
    return foreignJson(body);
  } catch {
    return undefined;
  }
}

/** Both engines put their words into `message`. */
function saidIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('message' in value)) return '';
  return typeof value.message === 'string' ? `: ${oneLine(value.message)}` : '';
}

function silenceOf(error: unknown, socket: string, overdue: boolean): EngineSilence {
  if (overdue) return silent(phrase('engine-slow', { socket, seconds: TIMEOUT_MS / 1_000 }), null);
  const { code, message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return silent(phrase('engine-no-socket', { socket }), NO_SOCKET);
    case 'EACCES':
    case 'EPERM':
      return silent(phrase('engine-forbidden', { socket }), phrase('engine-forbidden-remedy'));
    case 'ECONNREFUSED':
      return silent(phrase('engine-stopped', { socket }), phrase('engine-stopped-remedy'));
    case 'UND_ERR_RES_EXCEEDED_MAX_SIZE':
      return silent(phrase('engine-too-much', { mib: BODY_MAX / 1024 / 1024 }), null);
    default:
      return silent(phrase('engine-failed', { socket, error: oneLine(message) }), null);
  }
}

const NO_SOCKET = phrase('engine-no-socket-remedy');

const silent = (reason: Phrase, remedy: Phrase | null): EngineSilence => ({
  kind: 'silence',
  ...unwatched(reason, remedy),
});

const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, SAID_MAX);
