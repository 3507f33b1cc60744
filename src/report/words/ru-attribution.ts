/** Russian: where the time went by which an answer takes longer. */
import type { Attribution, CostPart, GrownStatement } from '../../domain/attribution.ts';
import { beginningOf, callsOf, isAsOften, SAVED_MIN, TOLD_MIN, wholePercents } from '../worth-telling.ts';
import { counted, TIMES, TIMES_GENITIVE } from './ru-counts.ts';
import type { FindingWords, Pen } from './words.ts';

/** Taken apart against the base commit. */
export const attribution: Pick<FindingWords, 'attribution'> = {
  attribution: ({ scenario, added, parts, unexplained, saved, unread, statement, namedBelow }, n) => {
    const open = unexplained.share >= TOLD_MIN;
    return [
      `Ответ занимает на ${n.ms(added)} больше${n.inScenario(scenario)}: ${portions(parts, unexplained, n)}.`,
      ...(open && unread.length > 0 ? [unreadOf(unread, n)] : []),
      ...savedOf(saved, added, n),
      ...(statement === null ? [] : [statementOf(statement, namedBelow, n)]),
    ].join(' ');
  },
};

const PART_WORDS: Readonly<Record<CostPart, string>> = {
  computing: 'вычисления',
  collection: 'сборка мусора',
  database: 'база данных',
  disk: 'ожидание диска',
  core: 'ожидание ядра',
};

function portions(parts: Attribution['parts'], unexplained: Attribution['unexplained'], n: Pen): string {
  const told = [
    ...parts.map(({ part, time, share }) => ({ time, share, is: PART_WORDS[part] })),
    { ...unexplained, is: 'причина не установлена' },
  ].filter(({ share }) => share >= TOLD_MIN);
  const percents = wholePercents(told.map(({ share }) => share));
  return n.list(
    told.map(({ time, is }, index) => `${n.ms(time)} (${n.share(percents[index] ?? 0)}) — ${is}`),
  );
}

const unreadOf = (unread: readonly CostPart[], n: Pen): string =>
  `Не измерялось и может быть частью неустановленного: ${n.list(unread.map((part) => PART_WORDS[part]))}.`;

function savedOf(saved: Attribution['saved'], added: number, n: Pen): readonly string[] {
  const told = saved.filter(({ time }) => time >= SAVED_MIN * added);
  if (told.length === 0) return [];
  return [
    `Дешевле, чем раньше: ${n.list(told.map(({ part, time }) => `${PART_WORDS[part]} (на ${n.ms(time)})`))}.`,
  ];
}

function statementOf({ text, before, now }: GrownStatement, namedBelow: boolean, n: Pen): string {
  const name = namedBelow ? 'Запрос к базе, названный ниже узким местом,' : beginningOf(text, n);
  if (before === null)
    return `${name} выполняется ${times(now.calls, n)} на запрос; раньше среди самых затратных его не было.`;
  if (isAsOften(before.calls, now.calls))
    return `${name} занимает ${n.ms(now.time)} на запрос вместо ${n.ms(before.time)}.`;
  return before.calls === 0
    ? `${name} выполняется ${times(now.calls, n)} на запрос, а раньше не выполнялся.`
    : `${name} выполняется ${times(now.calls, n)} на запрос вместо ${times(before.calls, n, TIMES_GENITIVE)}.`;
}

/** `1 раз`, `11 раз`, `0,25 раза`: a whole number where the edges of the measured time make the difference. */
function times(calls: number, n: Pen, word = TIMES): string {
  const amount = callsOf(calls);
  if (Number.isInteger(amount)) return counted(amount, word, n);
  return `${n.value('queries-per-request', amount)}\u00a0раза`;
}
