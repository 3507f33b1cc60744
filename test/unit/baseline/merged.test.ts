/** What the pull requests of a push accepted, asked from a GitHub on this machine: one merge, a merge queue's several, and what cannot be read of them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withAcceptances } from '../../../src/baseline/acceptances.ts';
import { emptyBaseline } from '../../../src/baseline/baseline.ts';
import { encodeBaseline } from '../../../src/baseline/codec.ts';
import { readMerged } from '../../../src/baseline/merged.ts';
import { bareAcceptance } from '../../../src/domain/acceptance.ts';
import type { Push } from '../../../src/platform/github-pushed.ts';
import { lineTo } from '../../../src/platform/github-pushed.ts';
import { openReview } from '../../../src/platform/github-review.ts';
import { type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';

const line = (amount: string): string =>
  `loadgate accept p95 of "browse" ${amount} until 2026-06-30: because`;
/** A commit's name from a number. */
const commit = (number: number): string => number.toString(16).padStart(40, '0');

let github: FakeGitHub;
beforeEach(async () => {
  github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: { reader: { login: 'github-actions[bot]', mayWrite: false } },
  });
  github.review.people.writer = 'write';
});
afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
});

/** A main line of so many merges after a first commit, each with a commit of its own merged in. */
function queue(merges: number): Push {
  github.review.history.push({ sha: commit(1), parents: [] });
  for (let index = 1; index <= merges; index += 1) {
    const [before, inside, merge] = [commit(2 * index - 1), commit(2 * index), commit(2 * index + 1)];
    github.review.history.push({ sha: inside, parents: [commit(1)] });
    github.review.history.push({ sha: merge, parents: [before, inside] });
    const remarks = [
      {
        body: line(`+${index}%`),
        author: 'writer',
        at: `2026-01-${String(index).padStart(2, '0')}T00:00:00Z`,
      },
    ];
    github.review.others.push({ number: 100 + index, merged: merge, remarks });
  }
  return { before: commit(1), after: commit(2 * merges + 1) };
}

const read = async (push: Push) => {
  const review = await openReview({
    token: 'reader',
    apiUrl: github.url,
    repository: 'octo/shop',
    signal: new AbortController().signal,
    patience: { call: 20_000, total: 120_000, pauses: [10], retryAfterMax: 100 },
  });
  return readMerged(review, push, ['browse']);
};
const amounts = ({ acceptances }: Awaited<ReturnType<typeof read>>): readonly number[] =>
  acceptances.map(({ upTo }) => upTo.amount);

describe('a push', () => {
  it('F54: of one merge has what its pull request accepted, with the commit', async () => {
    github.review.remarks.push({ body: line('+12%'), author: 'writer' });
    const push = { before: null, after: commit(9) };
    expect((await read(push)).acceptances).toEqual([]);
    github.review.merged = commit(9);
    expect((await read(push)).acceptances).toMatchObject([{ by: 'writer', commit: commit(9) }]);
  });

  it('F54: of several merges has what each of them accepted, oldest first, and each person is asked about once a pull request', async () => {
    const { acceptances, refused } = await read(queue(3));
    expect(acceptances.map(({ upTo, commit: by }) => [upTo.amount, by])).toEqual([
      [0.01, commit(3)],
      [0.02, commit(5)],
      [0.03, commit(7)],
    ]);
    expect(refused).toEqual([]);
    expect(github.calls).toHaveLength(1 + 3 * 3);
  });

  it('has nothing of merges from before it', async () => {
    const { after } = queue(3);
    expect(amounts(await read({ before: commit(5), after }))).toEqual([0.03]);
  });

  it('has nothing of pull requests that were merged into a branch before that was', async () => {
    const push = queue(1);
    github.review.others.push({
      number: 90,
      merged: commit(2),
      remarks: [{ body: line('+50%'), author: 'writer' }],
    });
    expect(amounts(await read(push))).toEqual([0.01]);
  });

  it('back to an older commit has what that one brought, and no more', async () => {
    queue(3);
    expect(amounts(await read({ before: commit(7), after: commit(3) }))).toEqual([0.01]);
  });

  it('F45: recorded twice is there once, also when words were edited after the merge', async () => {
    const push = queue(2);
    const first = withAcceptances(
      emptyBaseline('default'),
      (await read(push)).acceptances.map(bareAcceptance),
    );
    const again = withAcceptances(first, (await read(push)).acceptances.map(bareAcceptance));
    expect(encodeBaseline(again)).toBe(encodeBaseline(first));
    const [edited] = github.review.others;
    if (edited === undefined) throw new Error('no pull request');
    Object.assign(edited.remarks[0] ?? {}, {
      body: line('+90%'),
      editor: 'writer',
      at: '2026-02-01T00:00:00Z',
    });
    const late = await read(push);
    expect(amounts(late)).toEqual([0.9, 0.02]);
    expect(withAcceptances(again, late.acceptances.map(bareAcceptance)).accepted).toEqual(first.accepted);
  });
});

describe('what GitHub does not answer', () => {
  it('for one commit is told, and does not lose the others', async () => {
    const push = queue(3);
    const path = `/commits/${commit(5)}/pulls`;
    github.plan({ method: 'GET', path, fault: { kind: 'status', status: 500 }, times: 9 });
    const found = await read(push);
    expect(amounts(found)).toEqual([0.01, 0.03]);
    expect(found.refused).toEqual([
      { kind: 'not-read', message: expect.stringMatching(/^000000000000: 500: /) },
    ]);
  });

  it('for one pull request is told by its number', async () => {
    const push = queue(3);
    github.plan({ method: 'POST', path: '/graphql', after: 1, fault: { kind: 'status', status: 404 } });
    const found = await read(push);
    expect(amounts(found)).toEqual([0.01, 0.03]);
    expect(found.refused).toEqual([{ kind: 'not-read', message: expect.stringMatching(/^#102: 404: /) }]);
  });

  it.each([404, 409, 500])('for the commits of the push (%i) leaves the last one', async (status) => {
    const push = queue(3);
    github.plan({ method: 'GET', path: '/compare/', fault: { kind: 'status', status }, times: 9 });
    const found = await read(push);
    expect(amounts(found)).toEqual([0.03]);
    expect(found.refused).toMatchObject([{ kind: 'not-read', message: expect.stringContaining('...') }]);
  });

  it('never takes more than so many calls, and says that it is not all', async () => {
    const push = queue(60);
    for (const each of github.review.others) each.remarks.splice(0);
    const found = await read(push);
    expect(found.refused).toEqual([{ kind: 'not-read', message: expect.stringContaining('> 50 commits') }]);
    expect(github.calls.filter(({ path }) => path.endsWith('/pulls?per_page=100'))).toHaveLength(50);
  });

  it('says little of much', async () => {
    const push = queue(30);
    github.plan({ method: 'GET', path: '/pulls', fault: { kind: 'status', status: 404 }, times: 99 });
    expect((await read(push)).refused).toHaveLength(10);
  });
});

describe('lineTo', () => {
  const of = (...parents: readonly string[]) => parents.map((sha) => ({ sha }));

  it('ends, whatever GitHub says', () => {
    expect(lineTo('a', [{ sha: 'a', parents: of('a') }])).toEqual(['a']);
    const circle = [
      { sha: 'a', parents: of('b') },
      { sha: 'b', parents: of('a') },
    ];
    expect(lineTo('a', circle)).toEqual(['b', 'a']);
    expect(lineTo('a', [])).toEqual(['a']);
    expect(lineTo('a', [{ sha: 'b', parents: of('c') }])).toEqual(['a']);
  });
});
