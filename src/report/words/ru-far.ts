/** Russian: what was read of another machine over SSH. */
import type { FarWords } from './far-words.ts';

/** Tables of the page. */
export const far: FarWords = {
  over: (title, host) => `${title}, прочитано по SSH с ${host}`,
  machine: 'Машина сервиса под нагрузкой',
  available: 'Доступно памяти, наименьшее',
};
