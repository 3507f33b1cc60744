/** No secret leaves in any writing of it, and what is no secret stays as it is. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask, maskTree, secretsOfHeaders } from '../../../src/platform/mask.ts';

const SECRETS = [
  'ghs_abcDEF123456',
  'p@ss+w&rd/ü',
  'say "hi" \\ there',
  '$ecret.*[x]',
  'line-one-secret\nline-two-secret',
];

const urlForm = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2);
const entities = (text: string): string =>
  text.replaceAll(/[^A-Za-z0-9 ._/:-]/gu, (c) => `&#${c.codePointAt(0)};`);
const WRITINGS: Readonly<Record<string, (secret: string) => string>> = {
  raw: (secret) => secret,
  base64: (secret) => Buffer.from(secret).toString('base64'),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
  'URL encoded': encodeURIComponent,
  'as a form': urlForm,
  JSON: (secret) => JSON.stringify(secret).slice(1, -1),
  'HTML entities': entities,
};

describe('createMask', () => {
  for (const [writing, write] of Object.entries(WRITINGS)) {
    it.each(SECRETS)(`S8: hides ${writing} of %j`, (secret) => {
      const mask = createMask({}, [secret]);
      const written = write(secret);
      const masked = mask(`before ${written} after`);
      expect(masked).toMatch(/^before .*\*\*\*.* after$/s);
      expect(masked).not.toContain(written);
    });
  }

  it.each(SECRETS)('S8: hides %j inside the base64 of a longer text, wherever it starts', (secret) => {
    const mask = createMask({}, [secret]);
    for (const prefix of ['', 'a', 'ab', 'abc', 'x-access-token:']) {
      const masked = mask(Buffer.from(`${prefix}${secret}tail`).toString('base64'));
      const left = Buffer.from(masked.replace(/\*+/g, ''), 'base64').toString('utf8');
      // Up to two characters at each end share their base64 digits with the neighbours.
      expect(left).not.toContain(secret.slice(3, -3));
      expect(masked).toContain('***');
    }
  });

  it('S8: hides each line of a secret of several lines', () => {
    expect(createMask({}, ['line-one-secret\nline-two-secret'])('x line-two-secret y')).toBe('x *** y');
  });

  it('takes the secrets of an environment by their names', () => {
    const env = {
      GITHUB_TOKEN: 'token-value-1',
      DB_PASSWORD: 'password-2',
      AWS_SECRET_ACCESS_KEY: 'key-value-3',
      'INPUT_GITHUB-TOKEN': 'input-4',
      HOME: '/home/somebody',
    };
    expect(createMask(env)('token-value-1 password-2 key-value-3 input-4 /home/somebody')).toBe(
      '*** *** *** *** /home/somebody',
    );
  });

  it('leaves short values alone, which are words', () => {
    expect(createMask({ API_KEY: 'true' })('true is true')).toBe('true is true');
  });

  it('hides the longer of two secrets whole', () => {
    expect(createMask({}, ['secret', 'secret-and-more'])('secret-and-more')).toBe('***');
  });

  it.each([
    ['postgres://user:pa55@db/x', 'postgres://***@db/x'],
    ['https://token@host:80/', 'https://***@host:80/'],
    ['see https://host/a@b and me@host', 'see https://host/a@b and me@host'],
    ['Authorization: Bearer abc.def', 'Authorization: ***'],
    ['{"cookie": "a=b; c=d", "x": 1}', '{"cookie": "***", "x": 1}'],
    ['curl -H "Authorization: Basic eA==" http://x', 'curl -H "Authorization: ***" http://x'],
    ['Set-Cookie: sid=1\nnext line', 'Set-Cookie: ***\nnext line'],
    ['the authorization of users', 'the authorization of users'],
  ])('S8: masks credentials it does not know: %j', (text, expected) => {
    expect(createMask({})(text)).toBe(expected);
  });

  it('does nothing to a text without secrets', () => {
    const mask = createMask({ GITHUB_TOKEN: 'ghs_0123456789abcdef' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        fc.pre(!/[:=]/.test(text));
        expect(mask(text)).toBe(text);
      }),
    );
  });

  it('S8: hides any secret anywhere in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6, maxLength: 40 }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          // A secret made of the mask itself is not to be hidden by it.
          fc.pre(secret.trim().length >= 6 && !secret.includes('*'));
          expect(createMask({}, [secret])(before + secret + after)).not.toContain(secret);
        },
      ),
    );
  });

  it('is quick on long hostile texts', () => {
    const mask = createMask({}, ['a-secret-value']);
    const started = performance.now();
    for (const piece of ['a.', 'a://', 'cookie:', '@', 'authorization=']) mask(piece.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('maskTree', () => {
  it('masks texts and keys, and never a number', () => {
    const mask = createMask({}, ['123456']);
    const tree = { count: 1_234_567, name: 'x123456', '123456': [null, true, '123456'] };
    expect(maskTree(tree, mask)).toEqual({ count: 1_234_567, name: 'x***', '***': [null, true, '***'] });
  });
});

describe('secretsOfHeaders', () => {
  it('takes credentials, with and without their scheme', () => {
    const headers = { Authorization: 'Bearer abcdef', cookie: 'sid=1', accept: 'text/html' };
    expect(secretsOfHeaders(headers)).toEqual(['Bearer abcdef', 'abcdef', 'sid=1']);
  });
});
