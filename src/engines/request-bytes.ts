/** Requests as they go over the wire, for an engine that is handed bytes. */
import type { Outgoing } from './flow.ts';

/** Gives requests as bytes. A request without placeholders is one object each time, so its bytes are made once. */
export function requestBytes(host: string): (request: Outgoing) => Buffer {
  const known: { readonly request: Outgoing; readonly buffer: Buffer }[] = [];
  return (request) => {
    const last = known[request.index];
    if (last?.request === request) return last.buffer;
    const buffer = Buffer.from(httpText(request, host), 'utf8');
    known[request.index] = { request, buffer };
    return buffer;
  };
}

function httpText({ method, path, headers, body }: Outgoing, host: string): string {
  const sized =
    body === null && !/^(?:POST|PUT|PATCH)$/.test(method)
      ? {}
      : { 'content-length': String(Buffer.byteLength(body ?? '')) };
  const all = { host, connection: 'keep-alive', ...headers, ...sized };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}
