/** The address of a filtered page: what is written is read again, and what anybody writes breaks nothing. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../../src/page/address.ts';

describe('an address', () => {
  it.each([
    ['#results', { scenario: null, request: null, at: 'results' }],
    ['', { scenario: null, request: null, at: '' }],
    ['#scenario=browse', { scenario: 'browse', request: '', at: '' }],
    ['#request=GET+%2Fa&scenario=b', { scenario: 'b', request: 'GET /a', at: '' }],
    ['#scenario=a&at=a-latency', { scenario: 'a', request: '', at: 'a-latency' }],
    ['#%E0%A4%A', { scenario: null, request: null, at: '' }],
    ['#scenario=%E0%A4%A', { scenario: '\ufffd%A', request: '', at: '' }],
  ])('%s', (hash, address) => {
    expect(readAddress(hash)).toEqual(address);
  });

  it('is nothing when there is nothing to say, and plain without filters', () => {
    expect(writeAddress({ scenario: '', request: '', at: '' })).toBe('');
    expect(writeAddress({ scenario: '', request: '', at: 'results' })).toBe('#results');
  });

  it('is read as it was written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, text, (scenario, request) => {
        fc.pre(scenario !== '' || request !== '');
        const address = { scenario, request, at: 'browse-latency' };
        expect(readAddress(writeAddress(address))).toEqual(address);
      }),
    );
  });
});
