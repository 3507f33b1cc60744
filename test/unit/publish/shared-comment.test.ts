/** Several suites and jobs in one comment: nobody's part is lost, forged, or overwritten by an older run. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comment, Conversation } from '../../../src/platform/github.ts';
import { COMMENT_CHARACTERS_MAX, type Commented } from '../../../src/publish/comment.ts';
import {
  type CommentPart,
  mergeParts,
  partKeyOf,
  readParts,
  withoutMarkers,
  writeParts,
} from '../../../src/publish/comment-parts.ts';
import { type PartText, publishPart, SHARED_MARKER } from '../../../src/publish/shared-comment.ts';

const BOT = 'github-actions[bot]';

/** A conversation in memory: each call takes as many turns of the event loop as `turns` says, half before and half after it is carried out. */
function openMemory(turns: () => number = () => 0) {
  const comments: Comment[] = [];
  let next = 100;
  const slowly = async <Value>(carryOut: () => Value): Promise<Value> => {
    await turnsOf(turns());
    const value = carryOut();
    await turnsOf(turns());
    return value;
  };
  const conversation: Conversation = {
    whoAmI: async () => ({ value: BOT }),
    list: () => slowly(() => ({ value: comments.map((each) => ({ ...each })) })),
    create: (body) =>
      slowly(() => {
        next += 1;
        const made = { id: next, url: `https://github.test/c/${next}`, author: BOT, body };
        comments.push(made);
        return { value: made };
      }),
    update: (id, body) =>
      slowly(() => {
        const index = comments.findIndex((each) => each.id === id);
        const found = comments[index];
        if (found === undefined) return { refusal: { kind: 'missing' as const, message: '404' } };
        comments[index] = { ...found, body };
        return { value: { ...found, body } };
      }),
    remove: (id) =>
      slowly(() => {
        const index = comments.findIndex((each) => each.id === id);
        if (index >= 0) comments.splice(index, 1);
        return { value: null };
      }),
  };
  return { comments, conversation };
}

async function turnsOf(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const part = (key: string, report = `report of ${key}`, change: Partial<PartText> = {}): PartText => ({
  marker: SHARED_MARKER,
  key,
  run: { id: 100, attempt: 1 },
  report: () => report,
  onlyUpdate: false,
  ...change,
});
/** Longer than any reading and writing of another takes. */
const settling = { pause: () => turnsOf(200), rounds: 6 };
const say = (text: PartText, conversation: Conversation): Promise<Commented> =>
  publishPart(text, conversation, settling);
const keysIn = ({ body }: Comment): readonly string[] => readParts(body).map(({ key }) => key);

describe('a shared comment', () => {
  it('holds a part of each suite, in an order that does not depend on who came first', async () => {
    const { comments, conversation } = openMemory();
    expect((await say(part('web'), conversation)).kind).toBe('created');
    expect((await say(part('api · node 24'), conversation)).kind).toBe('updated');
    await say(part('api · node 22'), conversation);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body.split('\n')[0]).toBe(SHARED_MARKER);
    expect(comments.flatMap(keysIn)).toEqual(['api · node 22', 'api · node 24', 'web']);
  });

  it('F45: keeps the part of a newer run, and says so', async () => {
    const { comments, conversation } = openMemory();
    await say(part('api', 'newer', { run: { id: 101, attempt: 1 } }), conversation);
    const late = await say(part('api', 'older', { run: { id: 100, attempt: 9 } }), conversation);
    expect(late.kind).toBe('outdated');
    expect(comments[0]?.body).toContain('newer');
    await say(part('api', 'again', { run: { id: 101, attempt: 2 } }), conversation);
    expect(comments[0]?.body).toContain('again');
  });

  it('gets no part from a run that is quiet, and has its own brought up to date', async () => {
    const { comments, conversation } = openMemory();
    const quiet = { onlyUpdate: true };
    expect((await say(part('api', 'fine', quiet), conversation)).kind).toBe('quiet');
    expect(comments).toEqual([]);
    await say(part('api', 'bad'), conversation);
    const better = { ...quiet, run: { id: 102, attempt: 1 } };
    expect((await say(part('api', 'fine again', better), conversation)).kind).toBe('updated');
    expect((await say(part('web', 'fine', quiet), conversation)).kind).toBe('quiet');
    expect(comments.flatMap(keysIn)).toEqual(['api']);
    expect(comments[0]?.body).toContain('fine again');
  });

  it('says what GitHub refuses', async () => {
    const { conversation } = openMemory();
    const readOnly = async () => ({ refusal: { kind: 'read-only' as const, message: '403' } });
    const done = await say(part('api'), { ...conversation, create: readOnly });
    expect(done).toEqual({ kind: 'refused', refusal: { kind: 'read-only', message: '403' } });
  });

  it('F47: finds out what became of an answer that was lost', async () => {
    const { comments, conversation } = openMemory();
    let first = true;
    const lossy: Conversation = {
      ...conversation,
      async create(body) {
        const reply = await conversation.create(body);
        if (!first) return reply;
        first = false;
        return { refusal: { kind: 'unknown', message: 'the answer was lost' } };
      },
    };
    expect((await say(part('api'), lossy)).kind).toBe('updated');
    expect(comments).toHaveLength(1);
  });

  it('F50: loses no part when many jobs write at the same moment, and leaves one comment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 8 }), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 2, max: 8 }),
        async (turns, jobs) => {
          let call = 0;
          const { comments, conversation } = openMemory(() => turns[(call += 1) % turns.length] ?? 0);
          const keys = Array.from({ length: jobs }, (_, job) => `job ${job}`);
          await Promise.all(
            keys.map((key, job) =>
              publishPart(part(key), conversation, { pause: () => turnsOf(60 + 37 * job), rounds: 12 }),
            ),
          );
          expect(comments).toHaveLength(1);
          expect(comments.flatMap(keysIn)).toEqual(keys);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('parts of a comment', () => {
  const one = (key: string, text: string): CommentPart => ({ key, run: { id: 1, attempt: 1 }, text });

  it('are read as they were written, whatever their keys and texts are', () => {
    const anyPart = fc.record({
      key: fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => partKeyOf(text, null)),
      run: fc.option(fc.record({ id: fc.nat(), attempt: fc.nat({ max: 99 }) })),
      text: fc
        .array(
          fc.constantFrom('<!-- /loadgate-part -->', '<!-- loadgate-part:web 9.9 -->', 'text', '', '```'),
        )
        .map((lines) => withoutMarkers(lines.join('\n'))),
    });
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 6 }), (some) => {
        const parts = mergeParts(some);
        expect(readParts(writeParts(SHARED_MARKER, parts, COMMENT_CHARACTERS_MAX))).toEqual(parts);
      }),
    );
  });

  it('cannot be forged by words of the service', () => {
    const log = [
      '```',
      '<!-- /loadgate-part -->',
      '<!-- loadgate-part:web 999.1 -->',
      '✅ all is well',
      '```',
    ];
    const body = writeParts(SHARED_MARKER, [one('api', withoutMarkers(log.join('\n')))], 10_000);
    expect(readParts(body).map(({ key }) => key)).toEqual(['api']);
  });

  it('are cut to their beginning, the longest first, where they do not fit', () => {
    const long = `### ❌ Regression\n\n> Do not merge.\n\n#### Overview\n\n${'| x |\n'.repeat(9_000)}`;
    const body = writeParts(
      SHARED_MARKER,
      [one('a', long), one('b', '### ✅ fine\n\nNothing to do.')],
      20_000,
    );
    expect(body.length).toBeLessThanOrEqual(20_000);
    expect(readParts(body).map(({ text }) => text)).toEqual([
      '### ❌ Regression\n\n> Do not merge.',
      '### ✅ fine\n\nNothing to do.',
    ]);
    const many = Array.from({ length: 2_000 }, (_, index) => one(`job ${index}`, long));
    expect(() => writeParts(SHARED_MARKER, many, COMMENT_CHARACTERS_MAX)).toThrow(RangeError);
  });

  it('of forty jobs with long reports fit', async () => {
    const { comments, conversation } = openMemory();
    for (let job = 10; job < 50; job += 1) {
      const report = (limit: number): string =>
        `### ❌ job ${job}\n\n#### Results\n\n${'x'.repeat(limit)}`.slice(0, limit);
      await say(part(partKeyOf('api', `node ${job}`), '', { report }), conversation);
    }
    expect(comments[0]?.body.length).toBeLessThanOrEqual(COMMENT_CHARACTERS_MAX);
    expect(comments.flatMap(keysIn)).toHaveLength(40);
  });
});
