/** The service's URL: parsed as browsers do, and refused unless it is an address of this machine. */
import { phrase } from '../domain/phrase.ts';
import type { Reading } from './kinds.ts';

/** A checked base URL. */
export interface Address {
  /** Without a slash at the end; holds `{port}` where `port` is null. */
  readonly url: string;
  /** Null: the port is `{port}`. */
  readonly port: number | null;
}

const MUST = phrase('be-own-url');
const PLACEHOLDER = '{port}';

/**
 * Reads a base URL. Only literal loopback addresses and `localhost` pass: load on somebody else's machine is not ours to start.
 * The URL parser turns every spelling of an address (0x7f.1, 2130706433) into one, so that one comparison is enough.
 */
export function readAddress(text: string): Reading<Address> {
  const open = text.includes(PLACEHOLDER);
  if (open && !/^https?:\/\/[^/?#@]*:\{port\}(\/[^{}]*)?$/.test(text))
    return { must: MUST, say: phrase('say-port-place') };
  const url = URL.parse(text.replace(PLACEHOLDER, '1'));
  if (url === null || !/^https?:\/\//i.test(text)) return { must: MUST };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { must: MUST };
  if (url.username !== '' || url.password !== '') return { must: MUST, say: phrase('say-no-user') };
  if (url.search !== '' || url.hash !== '') return { must: MUST, say: phrase('say-no-query') };
  if (!isLoopback(url.hostname))
    return {
      must: MUST,
      say: phrase('say-loopback'),
    };
  const path = url.pathname.replace(/\/+$/, '');
  if (open) return { value: { url: `${url.protocol}//${url.hostname}:${PLACEHOLDER}${path}`, port: null } };
  const port = Number(url.port === '' ? { 'http:': 80, 'https:': 443 }[url.protocol] : url.port);
  return port === 0
    ? { must: MUST, say: phrase('say-port-zero') }
    : { value: { url: `${url.protocol}//${url.host}${path}`, port } };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
