/** Which URLs are addresses of this machine (S24). */
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../src/config/address.ts';

describe('S24: readAddress', () => {
  it.each([
    ['http://localhost:8000', 'http://localhost:8000', 8000],
    ['http://LOCALHOST:8000/', 'http://localhost:8000', 8000],
    ['https://127.0.0.1', 'https://127.0.0.1', 443],
    ['http://127.9.8.7:1/a/b//', 'http://127.9.8.7:1/a/b', 1],
    ['http://[::1]:{port}/x', 'http://[::1]:{port}/x', null],
    ['http://0x7f.1:80', 'http://127.0.0.1', 80],
    ['http://2130706433', 'http://127.0.0.1', 80],
    ['http://[0:0:0:0:0:0:0:1]:5', 'http://[::1]:5', 5],
  ])('takes %s', (text, url, port) => {
    expect(readAddress(text)).toEqual({ value: { url, port } });
  });

  it.each([
    'http://8.8.8.8',
    'http://134744072',
    'http://0x08.8.8.8',
    'http://0',
    'http://0.0.0.0',
    'http://[::]',
    'http://[::ffff:8.8.8.8]',
    'http://[fe80::1]',
    'http://169.254.169.254',
    'http://localhost.',
    'http://localhost.evil.com',
    'http://evil.com#localhost',
    'http://evil.com?localhost',
    'http://localhost@evil.com',
    'http://localhost:80@evil.com',
    'http://evil.com:{port}',
    'http://{port}',
    'http://localhost:{port}{port}',
    'http://localhost:1{port}',
    'http://localhost:{port}@evil.com',
    'http://127.0.0.1.nip.io',
    'http://127.1.evil.com',
    'file:///etc/passwd',
    'http:/localhost',
    'http:\\\\localhost',
    'javascript:1',
    '',
    'localhost',
    'http://localhost:0',
    'http://localhost:65536',
    'http://localhost:80\t@evil.com',
    'http://loc alhost',
    'http://user:pass@localhost',
  ])('refuses %j', (text) => {
    expect(readAddress(text)).toHaveProperty('must');
  });
});
