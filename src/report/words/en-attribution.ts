/** English: where the time went by which an answer takes longer. */
import type { Attribution, CostPart, GrownStatement } from '../../domain/attribution.ts';
import type { FindingWords, Pen } from './words.ts';

/** Taken apart against the base commit. */
export const attribution: Pick<FindingWords, 'attribution'> = {
  attribution: ({ scenario, added, parts, unexplained, saved, unread, statement }, n) => {
    const open = unexplained.share >= TOLD;
    return [
      `Of the ${n.ms(added)} that an answer takes longer${n.inScenario(scenario)}, ${portions(parts, unexplained, n)}.`,
      ...(open && unread.length > 0 ? [unreadOf(unread, n)] : []),
      ...savedOf(saved, added, n),
      ...(statement === null ? [] : [statementOf(statement, n)]),
    ].join(' ');
  },
};

/** What rounds to nothing is not worth a word. */
const TOLD = 0.005;

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
  ].filter(({ share }) => share >= TOLD);
  const percents = wholePercents(told.map(({ share }) => share));
  return n.list(told.map(({ time, is }, index) => `${n.ms(time)} (${n.share(percents[index] ?? 0)})${is}`));
}

/** Shares in whole per cents that still come to 100: those that lose most by rounding down are rounded up. */
function wholePercents(shares: readonly number[]): readonly number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (100 * share) / all);
  const left = 100 - exact.reduce((sum, percent) => sum + Math.floor(percent), 0);
  const first = exact
    .map((percent, index) => ({ index, lost: percent - Math.floor(percent) }))
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, left)
    .map(({ index }) => index);
  return exact.map((percent, index) => (Math.floor(percent) + (first.includes(index) ? 1 : 0)) / 100);
}

const unreadOf = (unread: readonly CostPart[], n: Pen): string =>
  `Not measured, and perhaps part of what is not explained: ${n.list(unread.map((part) => PART_WORDS[part]))}.`;

/** What was saved is worth a word from this share of what was added on. */
const SAVED = 0.05;

function savedOf(saved: Attribution['saved'], added: number, n: Pen): readonly string[] {
  const told = saved.filter(({ time }) => time >= SAVED * added);
  if (told.length === 0) return [];
  return [
    `Cheaper than before: ${n.list(told.map(({ part, time }) => `${PART_WORDS[part]} (by ${n.ms(time)})`))}.`,
  ];
}

/** Runs that differ by less are as many. */
const SAME_CALLS = 0.02;

function statementOf({ text, before, now }: GrownStatement, n: Pen): string {
  const name = n.name(shortened(text));
  if (before === null)
    return `${name} runs ${times(now.calls, n)} a request; it was not among those that took the most time before.`;
  if (now.calls - before.calls <= SAME_CALLS * now.calls)
    return `${name} takes ${n.ms(now.time)} a request, not ${n.ms(before.time)}.`;
  return before.calls === 0
    ? `${name} runs ${times(now.calls, n)} a request, and did not run before.`
    : `${name} runs ${times(now.calls, n)} a request, not ${times(before.calls, n)}.`;
}

/** `once`, `11 times`, `0.25 times`: a whole number where the edges of the measured time make the difference. */
function times(calls: number, n: Pen): string {
  const whole = Math.round(calls);
  const amount = Math.abs(calls - whole) <= SAME_CALLS * whole ? whole : calls;
  if (amount === 1) return 'once';
  return `${amount === whole ? n.count(whole) : n.value('queries-per-request', amount)} times`;
}

const TEXT_MAX = 120;

const shortened = (text: string): string =>
  text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX - 1)}…`;
