/** Checks on the bodies of answers. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyCheck } from '../../../src/domain/plan.ts';
import { atPointer, failedCheck } from '../../../src/engines/checks.ts';

const BODY = JSON.stringify({
  title: 'Emma',
  author: { name: 'Austen' },
  prices: [900, null],
  'a/b': { '~': 1 },
});
const json = (pointer: string, equals?: unknown): BodyCheck => ({
  kind: 'json',
  pointer,
  ...(equals !== undefined && { equals }),
});

describe('a check', () => {
  it.each<[BodyCheck]>([
    [{ kind: 'contains', text: '"Emma"' }],
    [{ kind: 'matches', pattern: String.raw`"prices":\[\d+` }],
    [json('')],
    [json('/author/name', 'Austen')],
    [json('/prices/0', 900)],
    [json('/prices', [900, null])],
    [json('/prices/1')],
    [json('/a~1b/~0', 1)],
  ])('holds: %j', (check) => {
    expect(failedCheck([check], BODY)).toBeNull();
  });

  it.each<[BodyCheck, string]>([
    [{ kind: 'contains', text: 'Persuasion' }, 'without "Persuasion"'],
    [{ kind: 'matches', pattern: '^Emma' }, 'that does not match "^Emma"'],
    [json('/author/born'), 'without "/author/born"'],
    [json('/prices/length'), 'without "/prices/length"'],
    [json('/prices/01'), 'without "/prices/01"'],
    [json('/title/0'), 'without "/title/0"'],
    [json('/constructor'), 'without "/constructor"'],
    [json('/author/name', 'Brontë'), String.raw`with another value than "\"Brontë\"" at "/author/name"`],
    [{ kind: 'contains', text: 'x'.repeat(60) }, `without "${'x'.repeat(40)}…"`],
  ])('fails: %j', (check, message) => {
    expect(failedCheck([json('/title'), check], BODY)).toBe(message);
  });

  it('of JSON fails on what is none, and the first that fails is told', () => {
    expect(failedCheck([json('')], '<html>')).toBe('that is no JSON');
    expect(failedCheck([json('/a'), { kind: 'contains', text: 'b' }], '{}')).toBe('without "/a"');
    expect(failedCheck([], '<html>')).toBeNull();
  });

  it('finds by its pointer whatever a document holds under any name', () => {
    const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.jsonValue(), (names, value) => {
        const document = names.reduceRight<unknown>(
          (inner, name) => Object.fromEntries([[name, inner]]),
          value,
        );
        expect(atPointer(document, names.map((name) => `/${escape(name)}`).join(''))).toEqual(value);
      }),
    );
  });
});
