/** Kinds of addresses, and lists of those that may be loaded. */
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { addressKind, isListed, isNetwork, ruleOn } from '../../../src/platform/address-policy.ts';
import { isOwnAddress } from '../../../src/platform/contact.ts';

describe('addressKind', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['10.0.0.0', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.0', 'public'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['100.128.0.1', 'public'],
    ['198.19.0.1', 'private'],
    ['fd12:3456::1', 'private'],
    ['1.1.1.1', 'public'],
    ['126.255.255.255', 'public'],
    ['128.0.0.1', 'public'],
    ['223.255.255.255', 'public'],
    ['2606:4700::1111', 'public'],
    ['2001:200::1', 'public'],
    ['64:ff9b::101:101', 'public'],
    ['64:ff9b::a00:1', 'private'],
    ['0.0.0.0', 'never'],
    ['0.255.0.1', 'never'],
    ['::', 'never'],
    ['169.254.0.1', 'never'],
    ['169.255.0.1', 'public'],
    ['fe80::1', 'never'],
    ['febf:ffff::1', 'never'],
    ['fec0::1', 'never'],
    ['224.0.0.1', 'never'],
    ['239.255.255.255', 'never'],
    ['240.0.0.1', 'never'],
    ['255.255.255.255', 'never'],
    ['ff02::1', 'never'],
    ['100.100.100.200', 'never'],
    ['100.100.100.201', 'private'],
    ['168.63.129.16', 'never'],
    ['168.63.129.17', 'public'],
    ['192.0.0.192', 'never'],
    ['fd00:ec2::254', 'never'],
    ['fd00:ec3::254', 'private'],
    ['::ffff:8.8.8.8', 'never'],
    ['::ffff:127.0.0.1', 'never'],
    ['::8.8.8.8', 'never'],
    ['::2', 'never'],
    ['::ffff:0:8.8.8.8', 'never'],
    ['64:ff9b::a9fe:a9fe', 'never'],
    ['64:ff9b::7f00:1', 'never'],
    ['64:ff9b:1::1', 'never'],
    ['2002:808:808::1', 'never'],
    ['2001::1', 'never'],
    ['2001:db8::5efe:808:808', 'never'],
    ['2001:db8::200:5efe:808:808', 'never'],
    ['fe80::1%eth0', 'never'],
    ['2001:db8::1%1', 'never'],
    ['localhost', 'never'],
    ['0x7f.1', 'never'],
    ['127.1', 'never'],
    ['', 'never'],
  ])('%s is %s', (address, kind) => {
    expect(addressKind(address).kind).toBe(kind);
  });
});

describe('a list', () => {
  it.each([
    ['203.0.113.7', 'x.example', '203.0.113.7', true],
    ['203.0.113.7', 'x.example', '203.0.113.8', false],
    ['10.0.0.0/8', '10.1.2.3', '10.1.2.3', true],
    ['10.1.0.0/16', 'x.example', '10.2.0.1', false],
    ['0.0.0.0/0', 'x.example', '8.8.8.8', true],
    ['0.0.0.0/0', 'x.example', '2001:db8::1', false],
    ['::/0', '[2001:db8::1]', '2001:db8::1', true],
    ['::/0', 'x.example', '8.8.8.8', false],
    ['2001:db8::/32', '[2001:db8::1]', '2001:db8::1', true],
    ['2001:DB8::/32', '[2001:db8::1]', '2001:db8::1', true],
    ['api.example.com', 'api.example.com', '8.8.8.8', true],
    ['api.example.com', 'www.example.com', '8.8.8.8', false],
    ['api.example.com', 'x.api.example.com', '8.8.8.8', false],
    ['*.example.com', 'api.example.com', '8.8.8.8', true],
    ['*.example.com', 'a.b.example.com', '8.8.8.8', true],
    ['*.example.com', 'example.com', '8.8.8.8', false],
    ['*.example.com', 'notexample.com', '8.8.8.8', false],
    ['*.8', '8.8.8.8', '8.8.8.8', false],
  ])('with %s, of %s at %s: %s', (entry, host, address, listed) => {
    expect(isListed([entry], host, address)).toBe(listed);
    expect(isListed(['198.51.100.1', entry, 'other.example'], host, address)).toBe(listed);
  });

  it('of nothing has nothing', () => {
    expect(isListed([], 'x.example', '8.8.8.8')).toBe(false);
  });

  it.each([
    ['10.0.0.0/8', true],
    ['10.0.0.1', true],
    ['::/0', true],
    ['fd12::/128', true],
    ['10.0.0.0/33', false],
    ['fd12::/129', false],
    ['10.0.0.0/', false],
    ['10.0.0.0/08', false],
    ['10.0.0.0/8/8', false],
    ['10.0.0/8', false],
    ['fe80::1%eth0/64', false],
    ['api.example.com', false],
  ])('takes %s for a network: %s', (entry, is) => {
    expect(isNetwork(entry)).toBe(is);
  });
});

describe('ruleOn', () => {
  it('lets nothing through that is never loaded, whatever the list', () => {
    const all = ['0.0.0.0/0', '::/0', '169.254.169.254', 'x.example', '*.example'];
    expect(ruleOn('x.example', ['8.8.8.8'], all)).toEqual({ kind: 'allowed' });
    for (const address of ['169.254.169.254', '::ffff:169.254.169.254', 'fd00:ec2::254', 'fe80::1'])
      expect(ruleOn('x.example', ['8.8.8.8', address], all)).toMatchObject({ kind: 'never', address });
  });

  it('asks no list for loopback', () => {
    expect(ruleOn('localhost', ['127.0.0.1', '::1'], [])).toEqual({ kind: 'allowed' });
    expect(ruleOn('x.example', ['127.0.0.1', '10.0.0.1'], [])).toEqual({
      kind: 'unlisted',
      address: '10.0.0.1',
    });
    expect(ruleOn('x.example', [], ['x.example'])).toEqual({ kind: 'unknown' });
  });
});

it('an address of one of this machine’s interfaces is its own, whatever kind it is', () => {
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  expect(own.length).toBeGreaterThan(0);
  for (const { address } of own) expect(isOwnAddress(address)).toBe(true);
  expect(isOwnAddress('203.0.113.7')).toBe(false);
});
