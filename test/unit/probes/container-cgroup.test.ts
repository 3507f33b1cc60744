/** Cut CPU time of containers, from recorded control groups. */
import { expect, it } from 'vitest';
import { readThrottling, throttlingFiles } from '../../../src/probes/container-cgroup.ts';
import { recordTree } from './recorded-tree.ts';

const ID = '0261ddb46717a8e389a2b51e89321000e249e8d7b88b0a06de43093508ab4108';
const stat = (periods: number, throttled: number): string =>
  `usage_usec 1\nnr_periods ${periods}\nnr_throttled ${throttled}\nthrottled_usec 3\n`;

it.each<[string, string, string]>([
  [
    'one hierarchy (v2)',
    `0::/system.slice/docker-${ID}.scope\n`,
    `sys/fs/cgroup/system.slice/docker-${ID}.scope`,
  ],
  [
    'a group inside the one with the limits',
    `0::/machine.slice/libpod-${ID}.scope/container\n`,
    `sys/fs/cgroup/machine.slice/libpod-${ID}.scope`,
  ],
  [
    'a controller of its own (v1)',
    `2:cpu:/docker/${ID}\n0::/docker/${ID}\n`,
    `sys/fs/cgroup/cpu/docker/${ID}`,
  ],
  [
    'a controller with its accounting (v1)',
    `4:cpuacct,cpu:/libpod_parent/libpod-${ID}\n`,
    `sys/fs/cgroup/cpu,cpuacct/libpod_parent/libpod-${ID}`,
  ],
])('reads %s', (_, groups, folder) => {
  using tree = recordTree({ 'proc/77/cgroup': groups, [`${folder}/cpu.stat`]: stat(20, 5) });
  expect(readThrottling(throttlingFiles(77, ID, tree.root), tree.root)).toEqual([20, 5]);
});

it('does not take a process of the same number for the container', () => {
  using tree = recordTree({
    'proc/77/cgroup': '0::/user.slice\n',
    'sys/fs/cgroup/user.slice/cpu.stat': stat(20, 5),
  });
  expect(throttlingFiles(77, ID, tree.root)).toEqual([]);
  expect(throttlingFiles(78, ID, tree.root)).toEqual([]);
});

it('says nothing without a count', () => {
  const path = `sys/fs/cgroup/docker/${ID}/cpu.stat`;
  using tree = recordTree({ [path]: 'usage_usec 1\n' });
  expect(readThrottling([path, 'missing'], tree.root)).toBeNull();
});
