/**
 * The acceptances in a pull request's words. Only words of a person who may write to the repository at this moment count, and only as that person left them.
 *
 * Whoever opened a pull request may edit its description, and so may everybody who can write: it counts when both the one who opened it and the one who edited it last
 * may write. A comment counts when nobody but its author edited it. A label counts for the person who set it.
 */
import {
  type GivenAcceptance,
  isSameAcceptance,
  type RefusedAcceptance,
  type Standing,
} from '../domain/acceptance.ts';
import type { LabelSet, Person, PullRequestWords, Review, Wording } from '../platform/github-review.ts';
import { acceptanceLines, readAcceptance } from './acceptance-line.ts';

/** How the name of a label begins that is an acceptance; its description goes on where its name ends. */
const LABEL = /^loadgate: accept(?![\w-])/i;
/** Comments of Loadgate begin so: what they quote is nobody's word. */
const OWN_COMMENT = /^<!-- loadgate:/;
/** More refusals are noise. */
const REFUSED_MAX = 10;

/** What was found. */
export type Found = Pick<Standing, 'refused'> & { readonly acceptances: readonly GivenAcceptance[] };

/** A line, and who has to answer for it. */
interface Said {
  readonly text: string;
  readonly at: string;
  /** Everybody of these has to be one who may write. */
  readonly people: readonly (Person | null)[];
  /** Why it does not count whoever said it; null for nothing. */
  readonly edited: { readonly by: Person | null } | null;
}

/**
 * Reads the acceptances of a pull request. `scenarios`: those of the plan. Of several for the same metric of a scenario the latest counts: they do not add up.
 * Never throws for what GitHub refuses: that is told, and nothing is accepted.
 */
export async function readPullRequest(
  review: Review,
  pullRequest: number,
  scenarios: readonly string[],
): Promise<Found> {
  const words = await review.words(pullRequest);
  if ('refusal' in words) return notRead(words.refusal.message);
  const may = rights(review);
  const latest = new Map<string, GivenAcceptance>();
  const refused: RefusedAcceptance[] = [];
  for (const said of saidIn(words.value)) {
    const judged = await judgeLine(said, scenarios, may);
    if ('kind' in judged) refused.push(judged);
    else latest.set(JSON.stringify([judged.scenario, judged.metric]), judged);
  }
  return { acceptances: [...latest.values()], refused: refused.slice(0, REFUSED_MAX) };
}

/** Everything that is meant as an acceptance, oldest first. */
function saidIn({ description, comments, labels }: PullRequestWords): readonly Said[] {
  return [
    ...saidInText(description, 'description'),
    ...comments
      .filter(({ text }) => !OWN_COMMENT.test(text))
      .flatMap((comment) => saidInText(comment, 'comment')),
    ...labels.flatMap(saidInLabel),
  ].toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at));
}

function saidInText({ text, by, edited, at }: Wording, where: 'description' | 'comment'): readonly Said[] {
  const isForeign = edited !== null && (edited.by === null || edited.by.login !== by?.login);
  return acceptanceLines(text).map((line) => ({
    text: line,
    at,
    people: edited === null ? [by] : [by, edited.by],
    edited: where === 'comment' && isForeign ? edited : null,
  }));
}

function saidInLabel({ name, description, by, at }: LabelSet): readonly Said[] {
  if (!LABEL.test(name)) return [];
  const text = `${name.replace(/^loadgate: /i, 'loadgate ')} ${description}`.replaceAll(/\s+/g, ' ').trim();
  return [{ text, at, people: [by], edited: null }];
}

/** Asks for each person once. */
function rights(review: Review): (person: Person | null) => ReturnType<Review['mayWrite']> {
  const known = new Map<string, ReturnType<Review['mayWrite']>>();
  return (person) => {
    // The login of an app can be that of a person; and nobody knows what a deleted account may.
    if (person === null || !person.isUser) return Promise.resolve({ value: false });
    const asked = known.get(person.login) ?? review.mayWrite(person.login);
    known.set(person.login, asked);
    return asked;
  };
}

async function judgeLine(
  { text, at, people, edited }: Said,
  scenarios: readonly string[],
  may: ReturnType<typeof rights>,
): Promise<GivenAcceptance | RefusedAcceptance> {
  const [author = null] = people;
  const by = author?.login ?? null;
  if (edited !== null) return { kind: 'edited', text, by, editor: edited.by?.login ?? null };
  for (const person of people) {
    const answer = await may(person);
    if ('refusal' in answer) return { kind: 'not-read', message: answer.refusal.message };
    if (!answer.value) return { kind: 'not-allowed', text, by: person?.login ?? null };
  }
  const read = readAcceptance(text, scenarios, at);
  if ('problem' in read) return { kind: 'not-understood', text, problem: read.problem };
  return {
    ...read.accepted,
    by: people.at(-1)?.login ?? '',
    at,
    since: at,
    commit: null,
    from: 'pull-request',
  };
}

const notRead = (message: string): Found => ({ acceptances: [], refused: [{ kind: 'not-read', message }] });

/**
 * What stands, with what the pull request itself gives, or a push of several. What the baseline has of it already, as on a repeated run, is not counted twice: it is told as it was recorded,
 * and is known to be from both.
 */
export function withPullRequest(standing: Standing, { acceptances, refused }: Found): Standing {
  const known = standing.acceptances.map((each) =>
    acceptances.some((given) => isSameAcceptance(each, given)) ? ({ ...each, from: 'both' } as const) : each,
  );
  const fresh = acceptances.filter((given) => !known.some((each) => isSameAcceptance(each, given)));
  return { ...standing, acceptances: [...known, ...fresh], refused: [...standing.refused, ...refused] };
}
