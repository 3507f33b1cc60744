/** English: a service on another machine. */
import type { MonitoringReading } from '../../domain/resources.ts';
import type { TargetWords } from './target-words.ts';
import type { Pen } from './words.ts';

/** What is said of a target. */
export const target: TargetWords = {
  titles: { 'service-elsewhere': 'Service on another machine' },
  findings: {
    'service-elsewhere': ({ address, databases, used }, n) => {
      const open = [
        used === null
          ? `its CPU and memory can be asked of a Prometheus (${n.code('target: { monitoring: … }')})`
          : null,
        databases ? null : `its databases can be watched from here (${n.code('databases:')})`,
        `everything is measured where Loadgate starts the service (${n.code('service: start')})`,
      ].filter((part) => part !== null);
      const remedy = n.list(open);
      return `The service was loaded at ${n.name(address)}, another machine's address: latency includes the network in between, and the hardware named here is that of the machine that sent. ${used === null ? 'What the service itself used (CPU, memory, disks) was not measured, so what limits it can only be seen from outside.' : usedOf(used, n)} ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
    },
  },
};

function usedOf({ cpu, memory, gap }: MonitoringReading, n: Pen): string {
  const parts = [
    cpu === null ? null : `${coresOf(cpu.mean, n)} on average (${n.cores(cpu.most)} at most)`,
    memory === null ? null : `at most ${n.bytes(memory.most)} of memory`,
  ].filter((part) => part !== null);
  const told = parts.length === 0 ? '' : `By its Prometheus it used ${n.list(parts)} while load was on. `;
  const missing =
    gap === null ? '' : `Not everything that Prometheus was asked for was told (${n.name(gap)}). `;
  return `${told}${missing}Nothing else that the service used was measured.`;
}

const coresOf = (cores: number, n: Pen): string => (cores === 1 ? 'one core' : `${n.cores(cores)} cores`);
