/** Lines about workers elsewhere: who they are, and what their clocks say. */
import type { ClockSample } from './clock.ts';

/** One line. */
export type RelayTold =
  /** The first line of what a master hands on: what Locust calls the worker. */
  | { readonly kind: 'relay'; readonly text: string }
  /** A worker has connected, whether it can tell or not. */
  | { readonly kind: 'join'; readonly text: string }
  | { readonly kind: 'place'; readonly host: string; readonly address: string }
  | { readonly kind: 'clock'; readonly sample: ClockSample };

/** The two places of a worker; null for what cannot be. */
export function placeOf(host: string | null, address: string | null): RelayTold | null {
  if (host === null || !isName(host) || address === null) return null;
  return address === '' || isName(address) ? { kind: 'place', host, address } : null;
}

/** What Locust calls a worker; null for what cannot be. */
export const named = (kind: 'relay' | 'join', text: string | null): RelayTold | null =>
  text !== null && isName(text) ? { kind, text } : null;

/** Names of hosts and addresses: what can be shown to people as it is. */
const isName = (text: string): boolean => /^[\w.:%-]{1,300}$/.test(text);

/** The five numbers of a comparison; null for what cannot be. */
export function clockOf(numbers: readonly (number | null)[]): RelayTold | null {
  const [sent = null, back = null, there = null, wall = null, wallThere = null] = numbers;
  if (sent === null || back === null || there === null || wall === null || wallThere === null) return null;
  return back < sent ? null : { kind: 'clock', sample: { sent, back, there, wall, wallThere } };
}
