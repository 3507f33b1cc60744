/** Which releases of Locust come before which, as their numbers say. */
import { describe, expect, it } from 'vitest';
import { isBefore, takesNoList } from '../../../../src/engines/locust/release.ts';

describe('a release of Locust', () => {
  it.each<[string | null, string, boolean]>([
    ['2.10.2', '2.11.0', true],
    ['2.8.6', '2.11.0', true],
    ['1.6', '2.11.0', true],
    ['2.11.0', '2.11.0', false],
    ['2.11.0.dev3', '2.11.0', false],
    ['2.11', '2.11.0', false],
    ['2.47.0', '2.11.0', false],
    ['3.0.0', '2.37.0', false],
    ['10.0.0', '2.37.0', false],
    [null, '2.11.0', false],
    ['of an unknown version', '2.11.0', false],
  ])('%s before %s: %s', (release, other, before) => {
    expect(isBefore(release, other)).toBe(before);
  });

  it('that takes no list of files is known by what it prints', () => {
    expect(takesNoList(["Could not find any locustfile! Ensure file ends in '.py' and see --help."])).toBe(
      true,
    );
    expect(takesNoList(["Could not find 'load.py'. See --help for available options."])).toBe(false);
  });
});
