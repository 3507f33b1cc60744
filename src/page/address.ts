/** What the fragment of the page's address says: which scenario and request are shown, and where the reader is. */

/** Read from `#scenario=browse&request=list&at=browse-latency`, or from a plain `#results`. */
export interface Address {
  /** Empty: all. */
  readonly scenario: string;
  readonly request: string;
  /** Id of an element; empty: none. */
  readonly at: string;
}

/** Reads a fragment. A plain one filters nothing: its filters are null. */
export function readAddress(
  hash: string,
): Address | { readonly at: string; readonly scenario: null; readonly request: null } {
  const text = hash.replace(/^#/u, '');
  if (!/^(?:scenario|request|at)=/u.test(text)) return { at: decoded(text), scenario: null, request: null };
  const fields = new URLSearchParams(text);
  return {
    scenario: fields.get('scenario') ?? '',
    request: fields.get('request') ?? '',
    at: fields.get('at') ?? '',
  };
}

/** Writes a fragment; empty when there is nothing to say. */
export function writeAddress({ scenario, request, at }: Address): string {
  if (scenario === '' && request === '') return at === '' ? '' : `#${at}`;
  const fields = new URLSearchParams(
    Object.entries({ scenario, request, at }).filter(([, value]) => value !== ''),
  );
  return `#${fields.toString()}`;
}

/** A fragment that somebody mistyped leads nowhere, and breaks nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
