/** English: a service on another machine. */
import type { FindingEvidence } from '../../domain/finding.ts';
import type { MonitoringReading } from '../../domain/resources.ts';
import type { TargetWords } from './target-words.ts';
import type { Pen } from './words.ts';

/** What is said of a target. */
export const target: TargetWords = {
  titles: { 'service-elsewhere': 'Service on another machine' },
  findings: {
    'service-elsewhere': ({ address, databases, used, ssh }, n) => {
      const open = [
        used === null && ssh === undefined
          ? `its CPU and memory can be read over SSH, or asked of a Prometheus (${n.code('target: { monitoring: … }')})`
          : null,
        databases ? null : `its databases can be watched from here (${n.code('databases:')})`,
        `everything is measured where Loadgate starts the service (${n.code('service: start')})`,
      ].filter((part) => part !== null);
      const remedy = n.list(open);
      return `The service was loaded at ${n.name(address)}, another machine's address: latency includes the network in between, and the hardware named here is that of the machine that sent. ${toldOf(used, ssh, n)} ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
    },
  },
};

function toldOf(used: MonitoringReading | null, ssh: OverSsh, n: Pen): string {
  if (ssh !== undefined) return overSsh(ssh, n);
  return used === null
    ? 'What the service itself used (CPU, memory, disks) was not measured, so what limits it can only be seen from outside.'
    : usedOf(used, n);
}

type OverSsh = FindingEvidence['service-elsewhere']['ssh'];

function overSsh({ host, cores, memory, machine }: NonNullable<OverSsh>, n: Pen): string {
  const service =
    cores === null || memory === null
      ? ''
      : `the service used ${coresOf(cores, n)} on average, and at most ${n.bytes(memory)} of memory`;
  const around =
    machine === null
      ? ''
      : `of ${machine.cores === 1 ? 'its one core' : `its ${n.cores(machine.cores)} cores`} ${n.cores(machine.busyCores)} ${machine.busyCores === 1 ? 'was' : 'were'} busy`;
  const read = [service, around].filter((part) => part !== '').join('; ');
  return `By ${n.code('/proc')} of ${n.name(host)}, read over SSH while load was on: ${read}.`;
}

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
