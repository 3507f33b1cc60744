/** Russian: a service on another machine. */
import type { TargetWords } from './target-words.ts';

/** What is said of a target. */
export const target: TargetWords = {
  titles: { 'service-elsewhere': 'Сервис на другой машине' },
  findings: {
    'service-elsewhere': ({ address, databases }, n) => {
      const remedy = databases
        ? `За его базами данных Loadgate наблюдал отсюда; остальное он измеряет, когда запускает сервис сам (${n.code('service: start')}).`
        : `За его базами данных можно наблюдать отсюда (${n.code('databases:')}); остальное Loadgate измеряет, когда запускает сервис сам (${n.code('service: start')}).`;
      return `Нагрузка подавалась на ${n.name(address)} — это адрес другой машины: в задержку входит сеть между машинами, а названное здесь оборудование принадлежит машине, с которой шла нагрузка. Что расходовал сам сервис (процессор, память, диски), не измерялось, поэтому его узкие места видны только снаружи. ${remedy}`;
    },
  },
};
