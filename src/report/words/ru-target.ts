/** Russian: a service on another machine. */
import { toldOr } from './ru-told.ts';
import type { FindingEvidence } from '../../domain/finding.ts';
import type { MonitoringReading } from '../../domain/resources.ts';
import type { TargetWords } from './target-words.ts';
import type { Pen } from './words.ts';

/** What is said of a target. */
export const target: TargetWords = {
  titles: { 'service-elsewhere': 'Сервис на другой машине' },
  findings: {
    'service-elsewhere': ({ address, databases, used, ssh }, n) => {
      const open = [
        used === null && ssh === undefined
          ? `о процессоре и памяти можно узнать по SSH или у Prometheus (${n.code('target: { monitoring: … }')})`
          : null,
        databases ? null : `за базами данных можно наблюдать отсюда (${n.code('databases:')})`,
        `всё остальное Loadgate измеряет, когда запускает сервис сам (${n.code('service: start')})`,
      ].filter((part) => part !== null);
      const remedy = open.join('; ');
      return `Нагрузка подавалась на ${n.name(address)} — это адрес другой машины: в задержку входит сеть между машинами, а названное здесь оборудование принадлежит машине, с которой шла нагрузка. ${toldOf(used, ssh, n)} ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
    },
  },
};

function toldOf(used: MonitoringReading | null, ssh: OverSsh, n: Pen): string {
  if (ssh !== undefined) return overSsh(ssh, n);
  return used === null
    ? 'Что расходовал сам сервис (процессор, память, диски), не измерялось, поэтому его узкие места видны только снаружи.'
    : usedOf(used, n);
}

type OverSsh = FindingEvidence['service-elsewhere']['ssh'];

function overSsh({ host, cores, memory, machine }: NonNullable<OverSsh>, n: Pen): string {
  const service =
    cores === null || memory === null
      ? ''
      : `процессор (ядер), занятый сервисом: в среднем ${n.cores(cores)}; его память: самое большее ${n.bytes(memory)}`;
  const around =
    machine === null
      ? ''
      : `занято ядер всей машины: ${n.cores(machine.busyCores)} из ${n.cores(machine.cores)}`;
  const read = [service, around].filter((part) => part !== '').join('; ');
  return `По данным ${n.code('/proc')} машины ${n.name(host)}, прочитанным по SSH под нагрузкой: ${read}.`;
}

function usedOf({ cpu, memory, gap, said }: MonitoringReading, n: Pen): string {
  const parts = [
    cpu === null
      ? null
      : `процессор (ядер): в среднем ${n.cores(cpu.mean)}, самое большее ${n.cores(cpu.most)}`,
    memory === null ? null : `память: самое большее ${n.bytes(memory.most)}`,
  ].filter((part) => part !== null);
  const told =
    parts.length === 0 ? '' : `По данным Prometheus, под нагрузкой сервис занимал: ${parts.join('; ')}. `;
  const missing =
    gap === null ? '' : `Prometheus рассказал не всё, о чём его спросили (${toldOr(said, gap, n)}). `;
  return `${told}${missing}Больше ничего из того, что расходовал сервис, не измерялось.`;
}
