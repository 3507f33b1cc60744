/** What the configuration says of other machines: the URL of a target, and the list of addresses that may be loaded. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { addressKind, isNetwork } from '../platform/address-policy.ts';
import { bareHost } from '../platform/certificates.ts';
import type { Reading } from './kinds.ts';

const MUST_URL = phrase('be-url');
const MUST_REACH = phrase('be-loadable-url');
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
  if (is?.kind === 'never') return { must: MUST_REACH, say: phrase('address-is', { address, why: is.why }) };
  if (url.hostname !== written) return { must: MUST_URL, say: phrase('say-host-as', { host: url.hostname }) };
  if (is === null && !NAME_FORM.test(written)) {
    const dotted = written.endsWith('.');
    return {
      must: MUST_URL,
      say: dotted ? phrase('say-no-dot') : phrase('say-host-no-name'),
    };
  }
  if (url.pathname !== path) return { must: MUST_URL, say: phrase('say-path-as', { path: url.pathname }) };
  return { value: `${url.protocol}//${url.host}${path.replace(/\/+$/, '')}` };
}

/** What is wrong with a URL that has not the form of one. */
function sayOfUrl(text: string, url: URL | null): Phrase {
  if (!/^https?:\/\//i.test(text)) return phrase('say-scheme');
  if (url === null) return phrase('say-unreadable-url');
  if (text.includes('@')) return phrase('say-no-user');
  if (/[?#]/.test(text)) return phrase('say-no-query');
  return /[^!-~]/.test(text) ? phrase('say-punycode') : phrase('say-plainly');
}

const MUST_ALLOW = phrase('be-allowed');

/** Reads one entry of `allowed-addresses`: `203.0.113.7`, `10.0.0.0/8`, `fd12::/16`, `api.example.com`, `*.preview.example.com`. */
export function readAllowed(text: string): Reading<string> {
  const written = text.toLowerCase();
  if (isNetwork(written)) {
    const is = written.includes('/') ? null : addressKind(written);
    return is?.kind === 'never'
      ? { must: phrase('be-loadable'), say: phrase('address-is', { address: written, why: is.why }) }
      : { value: written };
  }
  if (/[:/@]/.test(written)) return { must: MUST_ALLOW, say: phrase('say-only-host') };
  const name = written.replace(/^\*\./, '');
  // The parser of URLs takes numbers of all kinds for addresses: 010.0.0.1 and 0x7f.1.
  const isName = NAME_FORM.test(name) && URL.parse(`http://${name}/`)?.hostname === name;
  if (!isName) return { must: MUST_ALLOW };
  return written !== name && !name.includes('.')
    ? { must: MUST_ALLOW, say: phrase('say-top-level') }
    : { value: written };
}
