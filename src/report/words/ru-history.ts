/** Russian: the history page. */
import { METRICS } from '../../domain/metric.ts';
import { pluralOf } from '../plural.ts';
import type { HistoryWords } from './history-words.ts';

const plural = pluralOf('ru');

/** `1 прогон`, `3 прогона`, `5 прогонов`. */
function counted(
  count: number,
  write: (value: number) => string,
  [one, few, many]: readonly [one: string, few: string, many: string],
): string {
  return `${write(count)} ${plural(count, { one, few, many, other: few })}`;
}

/** How many, after a preposition that asks for the genitive: `21 прогона`, `5 прогонов`. */
const genitive = (
  count: number,
  write: (value: number) => string,
  [one, many]: readonly [string, string],
): string => `${write(count)} ${plural(count, { one, other: many })}`;

/** The history page in Russian. */
export const history: HistoryWords = {
  title: 'История производительности',
  suite: 'Набор',
  all: 'Все сценарии',
  trends: 'Динамика',
  runs: (count, from, to, n) => {
    const accepted = counted(count, n.count, ['принятый прогон', 'принятых прогона', 'принятых прогонов']);
    return from === to ? `${accepted}, ${from}` : `${accepted}, ${from} — ${to}`;
  },
  newest: 'Последний прогон',
  against: ({ firstRuns }, n) =>
    firstRuns === 1 ? 'к первому прогону' : `к первым ${n.count(firstRuns)} прогонам`,
  directions: { better: 'лучше', worse: 'хуже', steady: 'в пределах шума' },
  change: (metric, { first, last, firstRuns, lastRuns, direction }, n) => {
    const end =
      lastRuns === 1
        ? 'Последний прогон'
        : `Медиана последних ${genitive(lastRuns, n.count, ['прогона', 'прогонов'])}`;
    const beginning = firstRuns === 1 ? 'первый прогон' : `первых ${n.count(firstRuns)}`;
    const values = `${end}: ${n.value(metric, last)}, ${beginning}: ${n.value(metric, first)}`;
    if (METRICS[metric].change === 'points') return `${values}.`;
    const meaning =
      direction === 'steady'
        ? 'неизменный код может отличаться не меньше'
        : 'девять из десяти прогонов неизменного кода отличались бы меньше';
    return `${values} (${meaning}).`;
  },
  noChange: 'Прогонов со значением слишком мало, чтобы говорить об изменении.',
  band: (metric, { low, high, runs }, n) =>
    `Полоса: от ${n.value(metric, low)} до ${n.value(metric, high)}, там ожидаются девять из десяти прогонов неизменного кода при том шуме, который видно в эталоне (${counted(runs, n.count, ['прогон', 'прогона', 'прогонов'])}).`,
  noBand: {
    counted: 'Полосы нет: этот показатель оценивают по количествам, а не по шуму между прогонами.',
    empty: 'Полосы нет: в эталоне нет ни одного прогона этого ряда со значением больше нуля.',
  },
  drift: (metric, drift, n) =>
    `Дрейф: скользящее среднее прогонов отличается от первых десяти на ${n.change(metric, drift)}.`,
  line: (name) => `ряд ${name}`,
  ofLine: (name) => `Числа относятся к ряду ${name}: в нём последний прогон.`,
  numbers: (metric) => `Числа: ${metric}`,
  table: (metric, scenario) => `${metric} каждого принятого прогона сценария ${scenario}, новые сверху`,
  allRuns: 'Все принятые прогоны',
  past: 'в эталоне его больше нет',
  noCommit: 'изменённая рабочая копия',
  columns: {
    date: 'Дата (UTC)',
    commit: 'Коммит',
    line: 'Ряд',
    requests: 'Запросы',
    loadgate: 'Loadgate',
    engine: 'Движок',
    machine: 'Машина',
    fingerprint: 'Отпечаток',
    configuration: 'Конфигурация',
    runs: 'Прогоны',
    from: 'Первый прогон',
    to: 'Последний прогон',
    begins: 'С чего начинается',
  },
  lines: 'Ряды',
  linesIntro:
    'Прогоны на другой машине или с другой конфигурацией (нагрузка, запросы, запуск сервиса) несравнимы, поэтому у каждых свой ряд, и ряды не соединяются.',
  starts: {
    first: 'первый прогон',
    machine: 'другая машина',
    configuration: 'другая конфигурация',
    both: 'другая машина и другая конфигурация',
  },
  cores: (count, n) => counted(count, n.count, ['ядро', 'ядра', 'ядер']),
  versions: (versions, n) => {
    if (versions.kind === 'none') {
      const why = {
        'no-repository': 'репозитория git, из которого можно прочитать прежние версии, нет',
        partial: 'прежние версии не прочитаны: в этом клоне есть не все файлы',
        failed: 'git не смог назвать прежние версии',
      }[versions.why];
      return `Только то, что в эталоне сейчас: ${why}.`;
    }
    const { read, unreadable, cut } = versions;
    const from =
      read === 0
        ? 'Только то, что в эталоне сейчас: в git нет ни одной его версии.'
        : `Из ${genitive(read, n.count, ['версии файла', 'версий файла'])} в git.`;
    const odd =
      unreadable === 0
        ? ''
        : ` Пропущено ещё ${counted(unreadable, n.count, ['версия', 'версии', 'версий'])}: это не эталон этого набора, или его нельзя прочитать.`;
    const more = {
      bound: ' Есть и более старые версии, они не прочитаны.',
      shallow:
        ' Клон неполный, более старые версии могли остаться за его пределами (нужно `fetch-depth: 0`).',
    };
    return `${from}${odd}${cut === null ? '' : more[cut]}`;
  },
  reading: 'Как читать эту страницу',
  howTo: [
    'Каждая точка — принятый прогон; шаг один и тот же, сколько бы времени между ними ни прошло. Если репозиторий известен, точка ведёт к своему коммиту.',
    'Пустая точка — прогон, которого в эталоне больше нет: он прочитан из прежней версии файла, и с ним ничего не сравнивается.',
    'Полоса — где ожидаются девять из десяти прогонов неизменного кода при том шуме, который Loadgate предполагает по прогонам эталона.',
    'Штриховая черта с буквой — начало ряда: другая машина или другая конфигурация. Числа ряда несравнимы с прежними.',
    'Изменение — медиана последних прогонов ряда (не больше пяти) против медианы первых (не больше десяти). Лучше или хуже сказано только тогда, когда оно больше, чем шум первых прогонов допускает у девяти прогонов из десяти. В нескольких случаях из ста это случайность, а когда прогонов мало — чаще.',
    'Вертикальная ось начинается с нуля только там, где значения к нему близки.',
  ],
  record: 'Числа этих страниц:',
  madeBy: 'Создано программой',
};
