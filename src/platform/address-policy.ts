/** Which IP addresses may be loaded: this machine's own loopback always, others where a list has them, and some never. */
import { type Phrase, type PlainPhraseName, phrase } from '../domain/phrase.ts';
import { BlockList, isIP, isIPv4 } from 'node:net';

/** What an address is. `never`: it is loaded for nobody, whatever a list says; `why` ends a sentence that begins with the address. */
export type AddressKind =
  | { readonly kind: 'loopback' | 'private' | 'public' }
  | { readonly kind: 'never'; readonly why: Phrase };

/** What became of all addresses that a host name means. */
export type Ruling =
  | { readonly kind: 'allowed' }
  /** The name means no address at all. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'never'; readonly address: string; readonly why: Phrase }
  /** Neither the name nor this address is on the list. */
  | { readonly kind: 'unlisted'; readonly address: string };

/**
 * Networks that are never loaded, with what they are. After the registries of special-purpose addresses (RFC 6890, kept by IANA) and what clouds document of
 * their metadata services.
 */
const NEVER: readonly (readonly [why: PlainPhraseName, ...networks: readonly string[]])[] = [
  ['address-unspecified', '0.0.0.0/8', '::/128'],
  ['address-link-local', '169.254.0.0/16', 'fe80::/10'],
  // Alibaba; Azure; Oracle, and the protocols' own; AWS; Google; Oracle; Scaleway.
  [
    'address-of-cloud',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.0/24',
    'fd00:ec2::/32',
    'fd20:ce::254',
    'fd00:c1::a9fe:a9fe',
    'fd00:42::42',
  ],
  ['address-multicast', '224.0.0.0/4', 'ff00::/8'],
  ['address-reserved', '240.0.0.0/4', '192.88.99.0/24', '100::/64', 'fec0::/10', '5f00::/16'],
  // Compatible, mapped, translated; NAT64 of one's own; 6to4; Teredo.
  [
    'address-embedded',
    '::/96',
    '::ffff:0:0/96',
    '::ffff:0:0:0/96',
    '64:ff9b:1::/48',
    '2002::/16',
    '2001::/32',
  ],
];

const REFUSED = NEVER.map(([why, ...networks]) => ({ why, has: networksOf(networks) }));
const LOOPBACK = networksOf(['127.0.0.0/8', '::1']);
/** RFC 1918, shared by carriers (RFC 6598), for benchmarks (RFC 2544), unique local (RFC 4193). */
const PRIVATE = networksOf([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '198.18.0.0/15',
  'fc00::/7',
]);
/** IPv4 addresses as networks without IPv4 reach them (RFC 6052). */
const NAT64 = networksOf(['64:ff9b::/96']);

/** What an IP address is, in the form in which resolvers and sockets write it. Anything else is `never`. */
export function addressKind(address: string): AddressKind {
  if (isIP(address) === 0) return { kind: 'never', why: phrase('address-no-ip') };
  if (address.includes('%')) return { kind: 'never', why: phrase('address-of-interface') };
  if (LOOPBACK(address)) return { kind: 'loopback' };
  const refused = REFUSED.find(({ has }) => has(address));
  if (refused !== undefined) return { kind: 'never', why: phrase(refused.why) };
  if (isIsatap(address)) return { kind: 'never', why: phrase('address-embedded') };
  if (NAT64(address)) return kindBehindNat64(address);
  return { kind: PRIVATE(address) ? 'private' : 'public' };
}

/**
 * Whether a host may be loaded at the addresses that it means. All of them have to pass, since any of them may be the one that answers. `allowed`: IP addresses,
 * networks and host names as {@link isListed} takes them.
 */
export function ruleOn(host: string, addresses: readonly string[], allowed: readonly string[]): Ruling {
  if (addresses.length === 0) return { kind: 'unknown' };
  const kinds = addresses.map((address) => ({ address, is: addressKind(address) }));
  for (const { address, is } of kinds)
    if (is.kind === 'never') return { kind: 'never', address, why: is.why };
  const unlisted = kinds.find(
    ({ address, is }) => is.kind !== 'loopback' && !isListed(allowed, host, address),
  );
  return unlisted === undefined ? { kind: 'allowed' } : { kind: 'unlisted', address: unlisted.address };
}

/**
 * True when a list has an address: itself (`203.0.113.7`), its network (`10.0.0.0/8`, `fd12::/16`), the name by which it is reached (`api.example.com`), or a
 * domain above that name (`*.preview.example.com`). A host that is an address has no name.
 */
export function isListed(allowed: readonly string[], host: string, address: string): boolean {
  const named = isIP(bare(host)) === 0;
  const names = allowed.filter((entry) => !isNetwork(entry));
  if (named && names.some((name) => isNamed(name, host))) return true;
  return networksOf(allowed.filter(isNetwork))(address);
}

/** True for an IP address, or a network as `10.0.0.0/8`. */
export function isNetwork(entry: string): boolean {
  const [base = '', length, ...rest] = entry.split('/');
  const family = isIP(base);
  if (family === 0 || base.includes('%') || rest.length > 0) return false;
  return length === undefined || (/^(?:0|[1-9]\d{0,2})$/.test(length) && Number(length) <= bitsOf(base));
}

const isNamed = (entry: string, host: string): boolean =>
  entry.startsWith('*.') ? host.endsWith(entry.slice(1)) && host.length >= entry.length : host === entry;

/** `[::1]` is `::1`. */
const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

function bitsOf(address: string): number {
  return isIPv4(address) ? 32 : 128;
}

/** Says whether an address is in one of the networks. A list a family: Node.js takes `8.8.8.8` for a part of `::ffff:0:0/96`. */
function networksOf(networks: readonly string[]): (address: string) => boolean {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const network of networks) {
    const [base = '', length = bitsOf(network)] = network.split('/');
    const family = familyOf(base);
    lists[family].addSubnet(base, Number(length), family);
  }
  return (address) => lists[familyOf(address)].check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}

/** What NAT64 would lead to is what counts; loopback and what is never loaded are no less so behind it. */
function kindBehindNat64(address: string): AddressKind {
  const [high = 0, low = 0] = groupsOf(address).slice(-2);
  const inner = addressKind([high >> 8, high & 255, low >> 8, low & 255].join('.'));
  return inner.kind === 'loopback' ? { kind: 'never', why: phrase('address-behind-nat64') } : inner;
}

/** RFC 5214, section 6.1: an IPv4 address in the lower half of any IPv6 one, behind `0:5efe` or `200:5efe`. */
function isIsatap(address: string): boolean {
  if (isIPv4(address)) return false;
  const [, , , , fourth = 0, fifth = 0] = groupsOf(address);
  return (fourth === 0 || fourth === 0x200) && fifth === 0x5efe;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const written = bare(new URL(`http://[${address}]`).hostname);
  const [head = [], tail] = written
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => Number.parseInt(group, 16))));
  if (tail === undefined) return head;
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}
