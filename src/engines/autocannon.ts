/**
 * The default engine: autocannon sends, we account. Its clients are watched one by one, because autocannon itself keeps a request of a closed
 * connection in its queue and pairs it with the next answer; here every connection starts with an empty queue, and what was on the old one is settled.
 */
import autocannon from 'autocannon';
import { wrongStatus } from './checks.ts';
import type { Outgoing } from './flow.ts';
import { requestBytes } from './request-bytes.ts';
import { usersOf } from './shape.ts';
import { type FailureWay, latencyOf } from './tally.ts';
import {
  addressUrl,
  backOff,
  CUT_MESSAGE,
  DRAIN_MS,
  LOST_MESSAGE,
  NONSENSE_MESSAGE,
  type Session,
  type SessionResult,
  SURPLUS_MESSAGE,
  timeoutMessage,
  type Untruth,
} from './session.ts';

/** The parts of autocannon 9.0.0's client (lib/httpClient.js) that are used: a pinned version, since most are internal. */
interface CannonClient extends NodeJS.EventEmitter {
  conn: import('node:net').Socket;
  destroyed: boolean;
  /** In milliseconds; the option of autocannon takes whole seconds only. */
  timeout: number;
  readonly parser: { execute(chunk: Buffer): unknown; reinitialize(type: string): void };
  readonly pipelinedRequests: {
    clear(): void;
    addBody(body: Buffer): void;
    addByteCount(count: number): void;
    terminateRequest(): unknown;
  };
  getRequestBuffer(): Buffer;
  destroy(): void;
  _connect(): void;
  _doRequest(): void;
  _destroyConnection(): void;
}

/** The request that a client waits for. */
interface Pending {
  readonly request: Outgoing;
  readonly startedAt: number;
  isSent: boolean;
  /** Bytes of its answer so far. */
  received: number;
}

/** autocannon notices only so often that its clients are done: short slices would wait longer than they last. */
const sampleEvery = (duration: number): number => (duration < 2_000 ? 10 : 100);

/** autocannon ends when all its clients have: its own clock is never the one that stops. */
const NEVER_S = 1_000_000;

/** Runs a session with autocannon in this process. */
export async function runAutocannon(session: Session): Promise<SessionResult> {
  const watch: Watch = { session, over: false, closings: 0, surplus: 0, followed: [], due: [] };
  // Of an unpublished option: autocannon's types have no excludeErrorStats, and a narrower client.
  const options: unknown = {
    // The host that the service is told is in the bytes we give; this is only where to connect.
    url: addressUrl(session),
    connections: usersOf(session.load.executor),
    pipelining: 1,
    duration: NEVER_S,
    timeout: Math.ceil(session.load.timeout / 1000),
    sampleInt: sampleEvery(session.duration),
    excludeErrorStats: true,
    setupClient: (client: unknown) => follow(client as CannonClient, watch),
  };
  const run = autocannon(options as autocannon.Options);
  await new Promise((resolve) => setTimeout(resolve, session.duration));
  watch.over = true;
  if (session.ending === 'settle') await drained(watch, session.load.timeout);
  const tallied = session.tally.close(session.ending);
  // Requests that wait for a connection would be sent after the end.
  for (const { client, state } of watch.followed) if (state.waiting?.isSent === false) client.destroy();
  await drained(watch, DRAIN_MS);
  for (const { client } of watch.followed) client.destroy();
  await run;
  return { tallied, untruth: untruthOf(watch) };
}

/** What is known of a session's clients. */
interface Watch {
  readonly session: Session;
  /** True after the measured time: nothing is sent any more. */
  over: boolean;
  /** Connections that the service closed. */
  closings: number;
  /** Answers that no request asked for: autocannon takes interim ones (1xx) for whole, and the whole ones then for the next request's. */
  surplus: number;
  readonly followed: { readonly client: CannonClient; readonly state: ClientState }[];
  /** Sends the next request of each client that was just answered. */
  readonly due: (() => void)[];
}

/** What was seen that autocannon cannot measure. */
function untruthOf({ closings, surplus }: Watch): Untruth | null {
  if (surplus > 0) return 'lost-answers';
  return closings > 0 ? 'closing-connections' : null;
}

async function drained({ followed, session }: Watch, patience: number): Promise<void> {
  const end = session.now() + patience;
  while (followed.some(({ state }) => state.waiting?.isSent === true) && session.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Takes over what a client sends, and watches each of its connections. */
function follow(client: CannonClient, watch: Watch): void {
  const { session } = watch;
  const flow = session.openUser();
  const bufferOf = requestBytes(session.url.host);
  const state: ClientState = {
    isConnected: false,
    waiting: null,
    bodyBytes: 0,
    answersInChunk: 0,
    refused: 0,
    error: null,
    isTimeout: false,
  };
  watch.followed.push({ client, state });
  client.timeout = session.load.timeout;
  client.pipelinedRequests.addBody = (body) => {
    state.bodyBytes += body.length;
  };
  client.getRequestBuffer = () => {
    const request = flow.next();
    const isSent = !client.conn.connecting;
    state.waiting = { request, startedAt: session.now(), isSent, received: 0 };
    if (isSent) session.tally.sent(request.index);
    return bufferOf(request);
  };
  sendSoon(client, watch, state);
  watchAnswers(client, watch, state);
  watchConnections(client, watch, state);
}

/**
 * The next request of a user is sent when all answers that have arrived together are read: sending one takes longer than reading one, and the
 * answers behind it would seem to have taken that long.
 */
function sendSoon(client: CannonClient, watch: Watch, state: ClientState): void {
  const send = client._doRequest.bind(client);
  let answeredOn: CannonClient['conn'] | null = null;
  const sendNow = (): void => {
    // A connection that has ended meanwhile is followed by another, which sends for itself.
    const isOpen = client.conn === answeredOn && !client.conn.destroyed;
    if (isOpen && state.waiting === null && !watch.over) send();
  };
  client._doRequest = () => {
    if (watch.over || client.conn.destroyed) return;
    if (client.conn.connecting) return send();
    answeredOn = client.conn;
    if (watch.due.push(sendNow) === 1) setImmediate(sendDue, watch);
  };
}

function sendDue({ due }: Watch): void {
  for (const send of due.splice(0)) send();
}

interface ClientState {
  isConnected: boolean;
  /** The request that an answer is awaited for. */
  waiting: Pending | null;
  bodyBytes: number;
  answersInChunk: number;
  /** Attempts to connect in a row that failed. */
  refused: number;
  error: Error | null;
  isTimeout: boolean;
}

/** What autocannon is told to have been asked when an answer comes that nobody asked for; it would fail on nothing at all. */
const NOT_ASKED = { req: {}, bytes: 0, body: '', headers: {}, duration: 0 };

function watchAnswers(client: CannonClient, watch: Watch, state: ClientState): void {
  const { tally, load } = watch.session;
  const terminate = client.pipelinedRequests.terminateRequest.bind(client.pipelinedRequests);
  client.pipelinedRequests.terminateRequest = () => terminate() ?? NOT_ASKED;
  client.on('response', (status: number, _bytes: number, milliseconds: number) => {
    const { waiting, bodyBytes } = state;
    state.answersInChunk += 1;
    // The next request was sent just now: its answer cannot be in the chunk of the one before.
    if (status < 200 || waiting === null || state.answersInChunk > 1) {
      watch.surplus += 1;
      // autocannon would send a request for each: ever more of them, each paired with the wrong answer.
      client.conn.destroy(new Error(SURPLUS_MESSAGE));
      return;
    }
    state.waiting = null;
    state.bodyBytes = 0;
    state.refused = 0;
    const { index } = waiting.request;
    const wrong = wrongStatus(status, load.requests[index]?.expect ?? []);
    tally.answered(index, { status, wrong, latency: latencyOf(milliseconds), bodyBytes });
  });
  const count = client.pipelinedRequests.addByteCount.bind(client.pipelinedRequests);
  client.pipelinedRequests.addByteCount = (bytes) => {
    if (state.waiting !== null) state.waiting.received += bytes;
    count(bytes);
  };
}

function watchConnections(client: CannonClient, watch: Watch, state: ClientState): void {
  client.on('connError', (error: Error) => {
    state.error = error;
  });
  const destroyConnection = client._destroyConnection.bind(client);
  client._destroyConnection = () => {
    // autocannon destroys a connection at the end, or because its request is overdue.
    state.isTimeout = !client.destroyed;
    destroyConnection();
  };
  const connect = client._connect.bind(client);
  let isScheduled = false;
  const open = (): void => {
    isScheduled = false;
    if (client.destroyed || watch.over) return;
    client.pipelinedRequests.clear();
    client.parser.reinitialize('RESPONSE');
    readAnswers(client, state);
    connect();
    client.conn.once('connect', () => {
      const { waiting } = state;
      state.isConnected = true;
      if (waiting === null || waiting.isSent) return;
      waiting.isSent = true;
      watch.session.tally.sent(waiting.request.index);
    });
  };
  client._connect = () => {
    settle(watch, state);
    if (isScheduled) return;
    if (state.refused === 0) return open();
    isScheduled = true;
    setTimeout(open, backOff(state.refused));
  };
}

/** autocannon ignores that its parser gave up, and waits for an answer that cannot come. */
function readAnswers(client: CannonClient, state: ClientState): void {
  if (Object.hasOwn(client.parser, 'execute')) return;
  const execute = client.parser.execute.bind(client.parser);
  client.parser.execute = (chunk) => {
    state.answersInChunk = 0;
    const result = execute(chunk);
    if (result instanceof Error) client.conn.destroy(new Error(NONSENSE_MESSAGE));
    return result;
  };
}

/** A connection has ended: what waited on it is settled, by the way it ended. */
function settle(watch: Watch, state: ClientState): void {
  const { session } = watch;
  const { isConnected, waiting, error, isTimeout } = state;
  if (isConnected && !isTimeout && !watch.over) watch.closings += 1;
  state.isConnected = false;
  state.waiting = null;
  state.error = null;
  state.isTimeout = false;
  state.bodyBytes = 0;
  if (waiting === null) return;
  const { index } = waiting.request;
  const end = endOf(waiting, error, isTimeout, session.load.timeout);
  state.refused = end.way === 'refused' ? state.refused + 1 : 0;
  const latency = isTimeout
    ? latencyOf(Math.max(session.now() - waiting.startedAt, session.load.timeout))
    : undefined;
  session.tally.failed(index, end.way, end.message, latency);
}

function endOf(
  waiting: Pending,
  error: Error | null,
  isTimeout: boolean,
  timeout: number,
): { readonly way: FailureWay; readonly message: string } {
  if (!waiting.isSent) return { way: 'refused', message: codeOf(error) ?? 'no connection' };
  if (isTimeout) return { way: 'timeout', message: timeoutMessage(timeout) };
  if (error !== null) return { way: 'connectionError', message: codeOf(error) ?? 'connection error' };
  if (waiting.received > 0) return { way: 'connectionError', message: CUT_MESSAGE };
  return { way: 'lost', message: LOST_MESSAGE };
}

const codeOf = (error: Error | null): string | null =>
  error === null ? null : ((error as NodeJS.ErrnoException).code ?? error.message);
