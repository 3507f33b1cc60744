/** What surrounds a comment: when there is one, whose part it is, and the check run beside it. */
import { describe, expect, it } from 'vitest';
import { readStepInputs } from '../../../src/config/step-inputs.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { millis } from '../../../src/domain/units.ts';
import type { CheckRun, Checks, NewCheckRun } from '../../../src/platform/github-checks.ts';
import type { Comment, Conversation } from '../../../src/platform/github.ts';
import { memoryLog } from '../../../src/platform/log.ts';
import { openVault } from '../../../src/platform/vault.ts';
import type { World } from '../../../src/platform/world.ts';
import { markerOf } from '../../../src/publish/comment.ts';
import { readParts } from '../../../src/publish/comment-parts.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import { type Around, publishAll } from '../../../src/publish/publish.ts';
import { SHARED_MARKER } from '../../../src/publish/shared-comment.ts';

const SECRET = 'sentinel-secret-1';

function open() {
  const comments: Comment[] = [];
  const made: NewCheckRun[] = [];
  const log = memoryLog();
  const add = (body: string): Comment => ({
    id: comments.length + 1,
    url: `https://github.test/c/${comments.length + 1}`,
    author: 'github-actions[bot]',
    body,
  });
  const conversation: Conversation = {
    whoAmI: async () => ({ value: 'github-actions[bot]' }),
    list: async () => ({ value: comments }),
    create: async (body) => ({ value: comments[comments.push(add(body)) - 1] ?? add(body) }),
    update: async (id, body) => {
      const index = comments.findIndex((each) => each.id === id);
      const changed = { ...(comments[index] ?? add(body)), body };
      comments[index] = changed;
      return { value: changed };
    },
    remove: async () => ({ value: null }),
  };
  const checks: Checks = {
    list: async () => ({ value: [] as readonly CheckRun[] }),
    create: async (check) => {
      made.push(check);
      return { value: { id: 1, url: 'https://github.test/runs/1', externalId: check.externalId } };
    },
  };
  const world: World = {
    workspace: '/nowhere',
    temporary: '/nowhere',
    env: {},
    signal: new AbortController().signal,
    vault: openVault({ env: {}, secrets: {} }),
    log,
    now: () => millis(0),
    date: () => new Date(0),
    generator: ['node'],
  };
  const publish = (change: Partial<Publication>, around: Partial<Around> = {}) =>
    publishAll({ ...PUBLICATION, ...change }, world, {
      mask: (text) => text.replaceAll(SECRET, '***'),
      runner: null,
      conversation: async () => conversation,
      run: { id: 100, attempt: 1 },
      around: { variant: null, scope: 'suite', check: null, ...around },
    });
  const warnings = (): string =>
    log.lines
      .filter(({ level }) => level === 'warning')
      .map(({ text }) => text)
      .join();
  return {
    comments,
    made,
    publish,
    warnings,
    check: (name: string | null) => ({ name, open: async () => checks }),
  };
}

const PUBLICATION: Publication = {
  suite: 'shop',
  occasion: {
    kind: 'pull-request',
    repository: 'octo/shop',
    headSha: 'a'.repeat(40),
    baseSha: 'b'.repeat(40),
    pullRequest: { number: 7, fromFork: false },
    runUrl: null,
  },
  outcome: 'pass',
  exitCode: 0,
  headline: 'No regression',
  comment: 'auto',
  directory: null,
  run: null,
  verdict: null,
  markdown: (limit) => `the report ${SECRET}`.slice(0, limit),
  label: '<sub>`shop` · `node 24`</sub>',
  formats: [],
  page: null,
};
const FAIL = { outcome: 'fail', exitCode: 1 } as const;
const CALM = { moved: false } as const;

describe('a comment is made', () => {
  it.each([
    ['auto', {}, true],
    ['auto', CALM, true],
    ['changes', CALM, false],
    ['changes', { moved: true }, true],
    ['changes', { outcome: 'inconclusive', moved: true }, true],
    ['changes', { outcome: 'no-baseline', ...CALM }, true],
    ['changes', { outcome: 'failure', exitCode: 2, ...CALM }, true],
    ['failure', { moved: true }, false],
    ['failure', { outcome: 'inconclusive' }, false],
    ['failure', { outcome: 'inconclusive', exitCode: 1 }, true],
    ['failure', FAIL, true],
    // Spared by `warn-only`, and wrong all the same.
    ['failure', { ...FAIL, exitCode: 0 }, true],
    ['never', FAIL, false],
  ] as const)('with %s for %o: %s', async (comment, change, wanted) => {
    const { comments, publish, warnings } = open();
    await publish({ comment, ...change });
    expect(comments.length === 1).toBe(wanted);
    expect(warnings()).toBe('');
  });

  it('and brought up to date when all is well again', async () => {
    const { comments, publish } = open();
    await publish({ comment: 'failure', ...FAIL });
    await publish({ comment: 'failure', markdown: () => 'all is well' });
    expect(comments.map(({ body }) => body.includes('all is well'))).toEqual([true]);
  });
});

describe('around a comment', () => {
  it('a job that overwrites another one of the same run says so, and one of a later run does not', async () => {
    const { publish, warnings } = open();
    await publish({});
    expect(warnings()).toBe('');
    await publish({});
    expect(warnings()).toContain('`variant`');
  });

  it('a variant has its part in the comment of its suite', { timeout: 60_000 }, async () => {
    const { comments, publish } = open();
    await publish({}, { variant: 'node 24' });
    expect(comments.map(({ body }) => body.split('\n')[0])).toEqual([markerOf('shop')]);
    const [part] = readParts(comments[0]?.body ?? '');
    expect(part).toMatchObject({ key: 'shop · node 24', run: { id: 100, attempt: 1 } });
    expect(part?.text).toBe('<sub>`shop` · `node 24`</sub>\n\nthe report ***');
  });

  it('all suites of a pull request share one where that is asked for', { timeout: 60_000 }, async () => {
    const { comments, publish } = open();
    await publish({ suite: 'web' }, { scope: 'pull-request' });
    await publish({ suite: 'api' }, { scope: 'pull-request' });
    expect(comments.map(({ body }) => body.split('\n')[0])).toEqual([SHARED_MARKER]);
    expect(readParts(comments[0]?.body ?? '').map(({ key }) => key)).toEqual(['api', 'web']);
  });
});

describe('a check run', () => {
  it('is named after suite and variant, or as asked, and holds no secret', async () => {
    const { made, publish, check } = open();
    const remarks = [
      { path: '.github', line: 1, level: 'failure', title: `x ${SECRET}`, message: SECRET },
    ] as const;
    await publish({ headline: `Bad ${SECRET}`, remarks }, { check: check(null) });
    await publish({ comment: 'never' }, { variant: 'node 24', check: check(null) });
    await publish({ comment: 'never' }, { check: check('Performance') });
    expect(made.map(({ name }) => name)).toEqual([
      'Loadgate (shop)',
      'Loadgate (shop, node 24)',
      'Performance',
    ]);
    expect(JSON.stringify(made)).not.toContain(SECRET);
  });

  it('is made on a push as well, and not for a run that was cancelled or whose commit or suite is unknown', async () => {
    const { made, publish, warnings, check } = open();
    const place = { check: check(null) };
    const occasion = { ...PUBLICATION.occasion, kind: 'push', pullRequest: null } as const;
    await publish({ occasion }, place);
    expect(made).toHaveLength(1);
    await publish({ occasion, outcome: 'failure', exitCode: 130 }, place);
    await publish({ occasion: { ...occasion, headSha: null } }, place);
    await publish({ occasion, suite: '' }, place);
    expect(made).toHaveLength(1);
    expect(warnings()).toContain('the commit is not known');
    expect(warnings()).toContain('name is not known');
  });
});

describe('the inputs of a step', () => {
  const read = (inputs: Readonly<Record<string, string>>) => readStepInputs((name) => inputs[name] ?? null);

  it('are a plain run without any', () => {
    expect(read({})).toEqual({
      mode: 'run',
      artifacts: null,
      checkRun: false,
      variant: null,
      commentScope: 'suite',
    });
  });

  it.each([
    ['true', true],
    ['false', false],
    ['Performance', 'Performance'],
  ])('make of check-run: %s', (text, wanted) => {
    expect(read({ 'check-run': text }).checkRun).toBe(wanted);
  });

  it.each([
    [{ mode: 'Publish' }, 'mode'],
    [{ mode: 'publish' }, 'artifacts'],
    [{ artifacts: 'x' }, 'artifacts'],
    [{ 'comment-scope': 'all' }, 'comment-scope'],
    [{ variant: 'x'.repeat(101) }, 'variant'],
    [{ 'check-run': 'a\nb' }, 'check-run'],
  ])('are refused: %o', (inputs, named) => {
    expect(() => read(inputs)).toThrow(Failure);
    expect(() => read(inputs)).toThrow(named);
  });
});
