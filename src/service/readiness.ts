/** Waits until a service is ready: looks again and again, each look with a deadline of its own, until it says yes or time is up. */
import { english, type Phrase, phrase } from '../domain/phrase.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../domain/failure.ts';
import type { Ready, StatusSet, Tls } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import { certificateFlaw, certificateRefused } from '../platform/certificates.ts';
import { portOf, tryConnection, tryRequest } from '../platform/contact.ts';
import { shellCommand, startTree } from '../platform/process.ts';
import type { World } from '../platform/world.ts';

/** What is waited for. */
export interface Wait {
  readonly ready: Ready;
  /** Base URL with its port. */
  readonly url: string;
  /** What its certificate is held to; null for an `http:` URL. */
  readonly tls: Tls | null;
  /** Where it may answer: more than one address for `localhost`. */
  readonly addresses: readonly string[];
  readonly timeout: Millis;
  /** Where a ready command runs, and with what. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  /** True when the service's log had this text. */
  readonly logHas: (text: string) => boolean;
  /** Ends the wait at once. */
  readonly signal: AbortSignal;
}

/** How the wait ended, when nobody ended it. */
export type Waited =
  | { readonly kind: 'ready'; readonly address: string }
  /** `last`: why the last look said no, in words that end a sentence. */
  | { readonly kind: 'too-late'; readonly last: Phrase };

/** Between two looks. */
const LOOK_EVERY_MS = 50;
/** One look may take this long. */
const LOOK_MS = 5_000;
/** With less time than this, a look that says no may only have been cut short. */
const LOOK_MIN_MS = 500;
/** The second address of `localhost` is looked at a little later, so that the first wins where both answer. */
const HEAD_START_MS = 20;
/** Right after the start, answers come and go (F7): this many in a row count. */
const SUCCESSES = 2;
/** A certificate that is refused for so long will not be another one; the other address of `localhost` has this long to be ready. */
const REFUSED_MS = 1_000;

const NOT_LOOKED = phrase('look-no-time');

/** Says why the service is not ready, or null when it is. @throws Failure `certificate-refused` */
type Look = (signal: AbortSignal, timeout: number) => Promise<Phrase | null>;

/** Waits. @throws the signal's reason when it is aborted; Failure `certificate-refused` when the service's certificate cannot be verified */
export async function waitUntilReady(wait: Wait, world: World): Promise<Waited> {
  const settled = new AbortController();
  const deadline = performance.now() + wait.timeout;
  const signal = AbortSignal.any([wait.signal, settled.signal]);
  try {
    const ways = wait.addresses.map(async (address, index): Promise<Waited> => {
      await pause(index * HEAD_START_MS, signal);
      const last = await lookUntil(lookAt(wait, address, world), {
        deadline,
        signal,
        successes: successesOf(wait.ready),
      }).catch((error: unknown) => {
        settled.abort();
        throw error;
      });
      return last === null ? { kind: 'ready', address } : { kind: 'too-late', last };
    });
    const waited = await firstReady(ways);
    wait.signal.throwIfAborted();
    return waited;
  } finally {
    settled.abort();
  }
}

/** The first address that is ready; the first address's reason when none is. */
async function firstReady(ways: readonly Promise<Waited>[]): Promise<Waited> {
  const ready = ways.map(async (way) => {
    const waited = await way;
    if (waited.kind === 'too-late') throw new Error(english(waited.last));
    return waited;
  });
  const all = Promise.all(ways);
  // Asked for only when nobody is ready; a way that fails after another was ready is no news.
  all.catch(() => undefined);
  return Promise.any(ready).catch(
    async () => (await all)[0] ?? { kind: 'too-late', last: phrase('look-no-address') },
  );
}

const successesOf = ({ kind }: Ready): number => (kind === 'http' ? SUCCESSES : 1);

/**
 * Looks until it is ready (null) or the deadline has come (the last reason). Stops quietly when the signal is aborted.
 * @throws Failure `certificate-refused` when the certificate stays one that cannot be verified
 */
async function lookUntil(
  look: Look,
  bounds: { readonly deadline: number; readonly signal: AbortSignal; readonly successes: number },
): Promise<Phrase | null> {
  const { deadline, signal, successes } = bounds;
  let last = NOT_LOOKED;
  const refused = refusals(deadline);
  for (let inRow = 0; !signal.aborted; ) {
    const left = deadline - performance.now();
    if (left <= 0) return last;
    const why = await look(signal, Math.ceil(Math.min(LOOK_MS, left))).then(
      (seen) => refused.forget(seen),
      (error: unknown) => refused.take(error),
    );
    inRow = why === null ? inRow + 1 : 0;
    if (inRow >= successes) return null;
    // A look that the deadline cut short at once knows less than the one before it.
    if (left >= LOOK_MIN_MS || last === NOT_LOOKED) last = why ?? phrase('look-ready-once');
    await pause(Math.min(LOOK_EVERY_MS, Math.max(0, deadline - performance.now())), signal);
  }
  return last;
}

/** What becomes of certificates that are refused: a reason to look again, until one has been refused for long enough. */
function refusals(deadline: number) {
  let since: number | null = null;
  return {
    forget(why: Phrase | null): Phrase | null {
      since = null;
      return why;
    },
    take(error: unknown): Phrase {
      since ??= performance.now();
      const isLasting = performance.now() >= Math.min(since + REFUSED_MS, deadline - LOOK_MIN_MS);
      if (isLasting || !isRefusal(error)) throw error;
      return error.detail.said?.message ?? phrase('foreign', { text: error.message });
    },
  };
}

const isRefusal = (error: unknown): error is Failure =>
  error instanceof Failure && error.detail.code === 'certificate-refused';

/** How one look is taken. Whatever the kind, the port must accept connections: a log line may come before it does. */
function lookAt(wait: Wait, address: string, world: World): Look {
  const { ready, tls } = wait;
  const base = new URL(wait.url);
  const whyNot = (error: unknown): Phrase => {
    const flaw = certificateFlaw(error);
    if (flaw !== null) throw certificateRefused(base, flaw, tls);
    return inWords(error, address, base);
  };
  const connection: Look = (signal, timeout) =>
    tryConnection({ address, url: base, tls, timeout, signal }).then(() => null, whyNot);
  if (ready.kind === 'tcp') return connection;
  if (ready.kind === 'log') {
    const silent = phrase('look-log-silent', { text: ready.text });
    return async (signal, timeout) => (wait.logHas(ready.text) ? connection(signal, timeout) : silent);
  }
  if (ready.kind === 'command') {
    return async (signal, timeout) =>
      (await runCommand(ready.command, wait, timeout, world)) ?? connection(signal, timeout);
  }
  const url = new URL(wait.url + ready.path);
  return (signal, timeout) =>
    tryRequest({ address, url, tls, timeout, signal }).then(
      ({ status, body }) => compare(ready, status, body),
      whyNot,
    );
}

function compare(ready: Extract<Ready, { kind: 'http' }>, status: number, body: string): Phrase | null {
  if (!ready.status.some(({ from, to }) => status >= from && status <= to))
    return phrase('look-status', {
      path: ready.path,
      status: String(status),
      wanted: describeStatuses(ready.status),
    });
  if (ready.body !== null && !body.includes(ready.body))
    return phrase('look-body', { path: ready.path, text: ready.body });
  return null;
}

/** `200–299, 404`. */
const describeStatuses = (set: StatusSet): string =>
  set.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');

/** Exit code 0 is yes. */
async function runCommand(
  command: string,
  wait: Wait,
  timeout: number,
  world: World,
): Promise<Phrase | null> {
  let said = '';
  await using tree = await startTree(world, {
    command: shellCommand(command),
    directory: wait.directory,
    env: wait.env,
    grace: millis(0),
    onOutput: (_, chunk) => {
      said = (said + chunk.toString('utf8')).slice(-1_000);
    },
  });
  const over = new AbortController();
  const exit = await Promise.race([
    tree.exited,
    pause(timeout, AbortSignal.any([wait.signal, over.signal])).then(() => null),
  ]);
  over.abort();
  if (exit?.code === 0) return null;
  if (exit === null) return phrase('look-command-slow', { ms: Math.round(timeout) });
  await tree.drained;
  const words =
    said
      .trim()
      .split(/[\r\n]+/)
      .at(-1) ?? '';
  const ending =
    exit.signal === null
      ? phrase('exited-with-code', { code: String(exit.code) })
      : phrase('ended-by-signal', { signal: exit.signal });
  return words === ''
    ? phrase('look-command', { ending })
    : phrase('look-command-said', { ending, words: words.slice(0, 200) });
}

function inWords(error: unknown, address: string, url: URL): Phrase {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const place = `${address.includes(':') ? `[${address}]` : address}:${portOf(url)}`;
  if (code === 'ECONNREFUSED') return phrase('look-nothing-listens', { place });
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'EPROTO') return phrase('look-no-tls', { place });
  if (code === 'ECONNRESET') return phrase('look-closed', { place });
  return phrase('look-error', { place, error: error instanceof Error ? error.message : String(error) });
}

/** Sleeps; wakes up early, without an error, when the signal is aborted. */
async function pause(time: number, signal: AbortSignal): Promise<void> {
  if (time > 0) await sleep(time, undefined, { signal }).catch(() => undefined);
}
