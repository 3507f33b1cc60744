/** What the configuration says of other machines: the URL of a target, and the list of addresses that may be loaded. */
import { addressKind, isNetwork } from '../platform/address-policy.ts';
import { bareHost } from '../platform/certificates.ts';
import type { Reading } from './kinds.ts';

const MUST_URL = 'be an http or https URL, like https://api.example.com';
const MUST_REACH = 'be the URL of a machine that may be loaded';
/** Nothing that two readers could read in two ways: no user, no backslash, no other script in the host, no port with zeros in front. */
const URL_FORM =
  /^https?:\/\/(?<host>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[1-9]\d{0,4})?(?<path>\/[^?#\\{}\s]*)?$/i;
const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const NAME_FORM = new RegExp(`^(?:${LABEL}\\.)*${LABEL}$`);

/**
 * Reads the URL of a target: as it stands, without a slash at the end. Its host has to be written as it is understood: who looks at the configuration sees the
 * host that is loaded. Whether that may be loaded is decided when it is known which addresses it means.
 */
export function readTargetUrl(text: string): Reading<string> {
  const { host = '', path = '/' } = URL_FORM.exec(text)?.groups ?? {};
  const url = URL.parse(text);
  if (host === '' || url === null) return { must: MUST_URL, say: sayOfUrl(text, url) };
  const written = host.toLowerCase();
  const address = bareHost(url);
  const is = isNetwork(address) ? addressKind(address) : null;
  if (is?.kind === 'never') return { must: MUST_REACH, say: `${address} ${is.why}` };
  if (url.hostname !== written) return { must: MUST_URL, say: `write its host as ${url.hostname}` };
  if (is === null && !NAME_FORM.test(written)) {
    const dotted = written.endsWith('.');
    return {
      must: MUST_URL,
      say: dotted ? 'leave out the dot at the end of its host' : 'its host is no name',
    };
  }
  if (url.pathname !== path) return { must: MUST_URL, say: `write its path as ${url.pathname}` };
  return { value: `${url.protocol}//${url.host}${path.replace(/\/+$/, '')}` };
}

/** What is wrong with a URL that has not the form of one. */
function sayOfUrl(text: string, url: URL | null): string {
  if (!/^https?:\/\//i.test(text)) return 'begin with http:// or https://';
  if (url === null) return 'it cannot be read as one';
  if (text.includes('@')) return 'leave out user and password';
  if (/[?#]/.test(text)) return 'query and fragment belong to the requests';
  return /[^!-~]/.test(text) ? 'write names of other scripts as xn--…, and no blanks' : 'write it plainly';
}

const MUST_ALLOW = 'be an IP address, a network like 10.0.0.0/8, or a host name';

/** Reads one entry of `allowed-addresses`: `203.0.113.7`, `10.0.0.0/8`, `fd12::/16`, `api.example.com`, `*.preview.example.com`. */
export function readAllowed(text: string): Reading<string> {
  const written = text.toLowerCase();
  if (isNetwork(written)) {
    const is = written.includes('/') ? null : addressKind(written);
    return is?.kind === 'never'
      ? { must: 'be an address that may be loaded', say: `${written} ${is.why}` }
      : { value: written };
  }
  if (/[:/@]/.test(written)) return { must: MUST_ALLOW, say: 'leave out scheme, port and path' };
  const name = written.replace(/^\*\./, '');
  // The parser of URLs takes numbers of all kinds for addresses: 010.0.0.1 and 0x7f.1.
  const isName = NAME_FORM.test(name) && URL.parse(`http://${name}/`)?.hostname === name;
  if (!isName) return { must: MUST_ALLOW };
  return written !== name && !name.includes('.')
    ? { must: MUST_ALLOW, say: 'a whole top-level domain is too much' }
    : { value: written };
}
