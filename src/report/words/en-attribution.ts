/** English: where the time went by which an answer takes longer. */
import type { Attribution, CostPart, GrownStatement } from '../../domain/attribution.ts';
import { beginningOf, callsOf, isAsOften, SAVED_MIN, TOLD_MIN, wholePercents } from '../worth-telling.ts';
import type { FindingWords, Pen } from './words.ts';

/** Taken apart against the base commit. */
export const attribution: Pick<FindingWords, 'attribution'> = {
  attribution: ({ scenario, added, parts, unexplained, saved, unread, statement, namedBelow }, n) => {
    const open = unexplained.share >= TOLD_MIN;
    return [
      `Of the ${n.ms(added)} that an answer takes longer${n.inScenario(scenario)}, ${portions(parts, unexplained, n)}.`,
      ...(open && unread.length > 0 ? [unreadOf(unread, n)] : []),
      ...savedOf(saved, added, n),
      ...(statement === null ? [] : [statementOf(statement, namedBelow, n)]),
    ].join(' ');
  },
};

const PART_WORDS: Readonly<Record<CostPart, string>> = {
  computing: 'computing',
  collection: 'garbage collection',
  database: 'the database',
  disk: 'waiting for the disk',
  core: 'waiting for a core',
};

function portions(parts: Attribution['parts'], unexplained: Attribution['unexplained'], n: Pen): string {
  const told = [
    ...parts.map(({ part, time, share }, index) => ({
      time,
      share,
      is: `${index === 0 ? ' are' : ''} ${PART_WORDS[part]}`,
    })),
    { ...unexplained, is: ' are not explained' },
  ].filter(({ share }) => share >= TOLD_MIN);
  const percents = wholePercents(told.map(({ share }) => share));
  return n.list(told.map(({ time, is }, index) => `${n.ms(time)} (${n.share(percents[index] ?? 0)})${is}`));
}

const unreadOf = (unread: readonly CostPart[], n: Pen): string =>
  `Not measured, and perhaps part of what is not explained: ${n.list(unread.map((part) => PART_WORDS[part]))}.`;

function savedOf(saved: Attribution['saved'], added: number, n: Pen): readonly string[] {
  const told = saved.filter(({ time }) => time >= SAVED_MIN * added);
  if (told.length === 0) return [];
  return [
    `Cheaper than before: ${n.list(told.map(({ part, time }) => `${PART_WORDS[part]} (by ${n.ms(time)})`))}.`,
  ];
}

function statementOf({ text, before, now }: GrownStatement, namedBelow: boolean, n: Pen): string {
  const name = namedBelow ? 'The statement of the bottleneck below' : beginningOf(text, n);
  if (before === null)
    return `${name} runs ${times(now.calls, n)} a request; it was not among those that took the most time before.`;
  if (isAsOften(before.calls, now.calls))
    return `${name} takes ${n.ms(now.time)} a request, not ${n.ms(before.time)}.`;
  return before.calls === 0
    ? `${name} runs ${times(now.calls, n)} a request, and did not run before.`
    : `${name} runs ${times(now.calls, n)} a request, not ${times(before.calls, n)}.`;
}

/** `once`, `11 times`, `0.25 times`: a whole number where the edges of the measured time make the difference. */
function times(calls: number, n: Pen): string {
  const amount = callsOf(calls);
  if (amount === 1) return 'once';
  return `${Number.isInteger(amount) ? n.count(amount) : n.value('queries-per-request', amount)} times`;
}
