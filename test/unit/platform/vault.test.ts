/** The vault: what is taken out of it is masked from then on. */
import { describe, expect, it } from 'vitest';
import { openVault } from '../../../src/platform/vault.ts';

const parts = {
  env: { LOGIN: 'jane/doe 1', EMPTY: '', GITHUB_TOKEN: 'ghs_0123456789' },
  secrets: { API_TOKEN: 'taken-at-start' },
};

describe('a vault', () => {
  it('gives what the environment has, and what was taken out of it', () => {
    const vault = openVault(parts);
    expect(['LOGIN', 'API_TOKEN', 'EMPTY', 'NONE', 'toString'].map(vault.take)).toEqual([
      'jane/doe 1',
      'taken-at-start',
      null,
      null,
      null,
    ]);
  });

  it('masks secrets by name always, and a value when it was taken, in each of its forms', () => {
    const { mask, maskWith, conceal, take } = openVault(parts);
    const text = 'ghs_0123456789 taken-at-start jane/doe 1 jane%2Fdoe%201 jane%2Fdoe+1';
    expect(mask(text)).toBe('*** *** jane/doe 1 jane%2Fdoe%201 jane%2Fdoe+1');
    expect(conceal(text)).toBe(text);
    take('LOGIN');
    expect(mask(text)).toBe('*** *** *** *** ***');
    expect(maskWith(['more-of-them'])(`${text} more-of-them`)).toBe('*** *** *** *** *** ***');
    expect(conceal(text)).toBe('ghs_0123456789 taken-at-start *** *** ***');
  });

  it('tells of each value once', () => {
    const told: string[] = [];
    const { take } = openVault({ ...parts, onTake: (value) => void told.push(value) });
    for (const name of ['LOGIN', 'NONE', 'LOGIN', 'API_TOKEN']) take(name);
    expect(told).toEqual(['jane/doe 1', 'taken-at-start']);
  });

  it('masks a value as a header has it, without its line ends', () => {
    const { take, mask } = openVault({ env: { KEY_FILE: 'begin-of-key\nend\n' }, secrets: {} });
    take('KEY_FILE');
    expect(mask('x: begin-of-keyend')).toBe('x: ***');
  });
});
