/** Russian: titles and captions of charts. */
import { GLUE } from '../numbers.ts';
import type { ChartWords } from './words.ts';

/** Titles and captions of charts. */
export const charts: ChartWords = {
  users: 'Пользователи',
  underWay: 'Запросы в работе',
  usersCaption: (width) => mean(width),
  throughput: (withErrors) =>
    withErrors ? 'Ответы и ошибки в секунду' : 'Пропускная способность: ответы в секунду',
  latency: 'Время отклика: p50 и p95 в миллисекундах',
  seconds: 'секунды от начала замера',
  perSecond: 'в секунду',
  milliseconds: 'мс',
  lines: { answers: 'ожидаемые ответы', failures: 'ошибки', head: 'это изменение', base: 'база' },
  throughputCaption: (width, withErrors) =>
    `${withErrors ? '🟦 ожидаемые ответы, 🟧 ошибки. ' : ''}${mean(width)}`.trim(),
  latencyCaption: (width, silent) =>
    [
      '🟦 p50, 🟧 p95.',
      width === 1 ? '' : `Каждая точка — максимум за ${width}${GLUE}с.`,
      silent ? 'Ноль означает, что ответов не было.' : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  memory: 'Память сервиса, МБ',
  memoryRow: 'память',
  megabytes: 'МБ',
  memoryCaption: ({ width, megabytes }, n) =>
    `Анонимная память всех процессов сервиса: ${n.bytes(1e6 * (megabytes[0] ?? 0))} в начале, ${n.bytes(1e6 * (megabytes.at(-1) ?? 0))} в конце, не больше ${n.bytes(1e6 * Math.max(...megabytes))}. Каждая точка — минимум за ${width === 1 ? 'секунду' : `${width}${GLUE}с`}. Ось может начинаться не с нуля.`,
};

const mean = (width: number): string => (width === 1 ? '' : `Каждая точка — среднее за ${width}${GLUE}с.`);
