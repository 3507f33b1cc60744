/** Checks on bodies as people write them. */
import { describe, expect, it } from 'vitest';
import { load, problemsIn, scenario } from './loading.ts';

const requests = (checks: string): string => scenario(`requests: [{ path: /, checks: ${checks} }]`);

describe('checks', () => {
  it('become a plan', async () => {
    const text = requests(
      '[{ contains: Emma }, { matches: "^a\\\\d" }, { json: /a/0 }, { json: /b, equals: { c: 1 } }]',
    );
    const { plan } = await load({ text });
    expect(plan.scenarios[0]?.load.requests[0]?.checks).toEqual([
      { kind: 'contains', text: 'Emma' },
      { kind: 'matches', pattern: '^a\\d' },
      { kind: 'json', pointer: '/a/0' },
      { kind: 'json', pointer: '/b', equals: { c: 1 } },
    ]);
  });

  it.each<[string, string, string]>([
    ['none of the kinds', '[{ equals: 1 }]', 'must have exactly one of contains, matches, json (got none)'],
    [
      'two kinds',
      '[{ contains: a, json: /b }]',
      'must have exactly one of contains, matches, json (got contains and json)',
    ],
    [
      'a value for a text',
      '[{ contains: a, equals: 1 }]',
      '`equals` has no effect without `json`; remove it',
    ],
    ['a broken expression', '[{ matches: "a(" }]', 'must be a regular expression of at most 1000 characters'],
    [
      'a path of another kind',
      '[{ json: $.a }]',
      'must be a JSON pointer, like /author/name or /books/0/title',
    ],
    ['nothing at all', '[]', 'must'],
  ])('refuse %s', async (_, checks, message) => {
    expect((await problemsIn({ text: requests(checks) })).join('\n')).toContain(message);
  });

  it('refuse to look at the body of a HEAD', async () => {
    const text = scenario('requests: [{ method: HEAD, path: /, checks: [{ contains: a }] }]');
    expect((await problemsIn({ text })).join('\n')).toContain('HEAD has none');
  });
});
