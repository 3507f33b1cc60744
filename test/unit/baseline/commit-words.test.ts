/** Words of commits: whatever a suite is called and whatever a run says of itself, they close no issue and call nobody. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { messageOf, pullRequestTitle } from '../../../src/baseline/commit-words.ts';
import { NAME_PATTERN } from '../../../src/config/kinds.ts';
import { runOf, sliceOf, spread } from '../judge/sample-run.ts';

const run = runOf(sliceOf({ latencies: spread(10) }));
const PAGE = 'https://github.com/octo/shop/actions/runs/100';

/** What GitHub acts on: closing keywords work with each of these (docs.github.com, "Using keywords in issues and pull requests"). */
const REFERENCE = /#\d|\bgh-\d|\/issues\/\d|\/pull\/\d/i;
const TEMPLATE =
  /^Accept a run of [A-Za-z0-9][A-Za-z0-9._ -]{0,59} \[skip ci\]\nThe run(?: of [0-9a-f]{12})?(?: that began at \d{4}-\d\d-\d\dT[\d:.]+Z)?\.$/;

const names = fc.oneof(
  fc.stringMatching(new RegExp(NAME_PATTERN)),
  fc.constantFrom('fixes GH-12', 'closes gh-1 resolves gh-2', 'gh-7', 'Resolved. Gh-3'),
);
const foreign = fc.oneof(
  fc.string(),
  fc.constantFrom('\n\nFixes #12', 'closes octo/shop#1', '@octo/everybody', '2026-01-01T00:00:00Z\nFixes #3'),
);

const textOf = (suite: string, startedAt: string, commit: string | null, page: string | null): string => {
  const builds = run.builds.map((build) => ({ ...build, commit }));
  const { subject, body } = messageOf({ suite }, { builds, startedAt }, page);
  return `${subject}\n${body}`;
};

it('S10: are of one template, and hold no reference, whatever the suite and the run say', () => {
  fc.assert(
    fc.property(names, foreign, fc.option(foreign), (suite, startedAt, commit) => {
      const text = textOf(suite, startedAt, commit, null);
      expect(text).toMatch(TEMPLATE);
      expect(text).not.toMatch(/@/);
      expect(text).not.toMatch(REFERENCE);
      expect(pullRequestTitle(suite)).not.toMatch(REFERENCE);
    }),
  );
});

it('name suite, commit, moment and page', () => {
  expect(textOf('shop-api', '2026-01-02T03:04:05.678Z', 'c0ffee12'.repeat(5), PAGE)).toBe(
    `Accept a run of shop-api [skip ci]\nThe run of c0ffee12c0ff that began at 2026-01-02T03:04:05.678Z.\n${PAGE}`,
  );
});
