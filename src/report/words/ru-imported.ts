/** Russian: results that another tool measured, and what its output does not tell. */
import type { ImportedWords } from './imported-words.ts';
import { METRIC_WORDS } from './ru-metrics.ts';

const lacks: ImportedWords['lacks'] = {
  distribution:
    'время отклика каждого запроса (даны лишь отдельные перцентили, промежуточные не вычислялись)',
  'whole-milliseconds': 'доли миллисекунды',
  'two-digits': 'время отклика точнее миллисекунды, а выше 100 мс — точнее двух значащих цифр',
  sketched: 'время отклика точнее примерно 1 %',
  'failed-latencies': 'время отклика одних только успешных запросов (неудачные учтены вместе с ними)',
  'timeout-latencies': 'сколько ждали запросы, завершившиеся по тайм-ауту (во времени отклика они не учтены)',
  'in-flight': 'сколько запросов осталось без ответа к концу замера',
  'failure-kinds': 'виды ошибок (все учтены как ошибки HTTP)',
  expectations: 'какие коды ответа считать ожидаемыми (ожидаемыми считаются коды ниже 400)',
  'error-kinds': 'был ли отправлен прерванный запрос (все такие учтены как ошибки соединения)',
  statuses: 'коды ответов',
  users: 'число пользователей',
  'body-bytes': 'размеры тел ответов',
  timeline: 'как показатели менялись со временем',
  start: 'время начала (вместо него взято время последней записи файла)',
  'reckoned-counts': 'часть количеств (вычислены по доле)',
  'reckoned-duration': 'длительность замера (вычислена по количеству и скорости)',
  version: 'версия инструмента',
};

/** Imported results in Russian. */
export const imported: ImportedWords = {
  lacks,
  sentence: ({ scenario, tool, version, format, lacks: missing, missing: metrics }, n) => {
    const who = n.name(`${tool} ${version}`.trim());
    const without =
      metrics.length === 0 ? '' : ` Без значения: ${n.list(metrics.map((metric) => METRIC_WORDS[metric]))}.`;
    return `Замер${n.inScenario(scenario)} сделал не Loadgate, а ${who}. На какой машине он работал, что нагружал, насколько был занят сам и был ли прогрев, неизвестно. Что по его выводу (${n.code(format)}) остаётся неизвестным: ${missing.map((lack) => lacks[lack]).join('; ')}.${without}`;
  },
};
