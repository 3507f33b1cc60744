/** Which cores there are, read from recorded trees. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onCores, parseCores, splitCores } from '../../../src/platform/cores.ts';
import { recordTree } from '../probes/recorded-tree.ts';

let tools = '';
beforeAll(() => {
  tools = mkdtempSync(join(tmpdir(), 'loadgate-tools-'));
  mkdirSync(join(tools, 'bin'));
  writeFileSync(join(tools, 'bin', 'taskset'), '');
  chmodSync(join(tools, 'bin', 'taskset'), 0o755);
});
afterAll(() => rmSync(tools, { recursive: true, force: true }));

const split = (allowed: string, siblings = '', path = join(tools, 'bin')) => {
  using tree = recordTree({
    'proc/self/status': `Name:\tnode\nCpus_allowed_list:\t${allowed}\n`,
    ...(siblings === ''
      ? {}
      : {
          [`sys/devices/system/cpu/cpu${parseCores(allowed).at(-1)}/topology/thread_siblings_list`]: `${siblings}\n`,
        }),
  });
  return splitCores({ PATH: path }, tree.root);
};

describe('splitCores', () => {
  test('gives the generator the last core, and the service the others', () => {
    expect(split('0-3')).toEqual({ generator: [3], service: [0, 1, 2] });
    expect(split('0-1')).toEqual({ generator: [1], service: [0] });
    expect(split('2,5,7')).toEqual({ generator: [7], service: [2, 5] });
  });

  test('leaves the other half of the generator’s core idle where the service has two without it', () => {
    expect(split('0-3', '2-3')).toEqual({ generator: [3], service: [0, 1] });
    expect(split('0-1', '0-1')).toEqual({ generator: [1], service: [0] });
    expect(split('0-2', '1-2')).toEqual({ generator: [2], service: [0, 1] });
  });

  test('splits nothing where there is nothing to split, or nothing to split it with', () => {
    expect(split('3')).toBeNull();
    expect(split('')).toBeNull();
    expect(split('0-3', '', '/nowhere:')).toBeNull();
  });
});

describe('parseCores', () => {
  test.each([
    ['0', [0]],
    ['0-2,7', [0, 1, 2, 7]],
    ['3-1', []],
    ['', []],
    ['0-', []],
    ['a', []],
  ])('%j', (list, cores) => {
    expect(parseCores(list)).toEqual(cores);
  });
});

test('onCores puts a command on cores, or leaves it as it is', () => {
  expect(onCores(['/bin/sh', '-c', 'x'], [0, 2])).toEqual([
    'taskset',
    '--cpu-list',
    '0,2',
    '/bin/sh',
    '-c',
    'x',
  ]);
  expect(onCores(['node'], null)).toEqual(['node']);
});
