/** On the pages of accepted runs: what was accepted on purpose, the last releases, and the commits that they came with. */
import { describe, expect, it } from 'vitest';
import { withAcceptances } from '../../../src/baseline/acceptances.ts';
import { keepRuns } from '../../../src/baseline/kept-runs.ts';
import { withReleaseRun } from '../../../src/baseline/releases.ts';
import { trendsOf } from '../../../src/judge/trend.ts';
import { renderSite } from '../../../src/report/history/pages.ts';
import { composeSite } from '../../../src/report/history/site.ts';
import { LANGUAGE_CODES } from '../../../src/domain/language.ts';
import { LANGUAGES } from '../../../src/report/pen.ts';
import { baselineVersions, commitOf } from '../../fixtures/baselines.ts';
import { given } from '../../fixtures/acceptances.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

/** The scenario's page and history.json, of a baseline with a release of its third run and a change that its fourth brought. */
function pagesOf(language: (typeof LANGUAGE_CODES)[number]): {
  readonly page: string;
  readonly record: string;
} {
  const grown = baselineVersions({ versions: 6, keep: 6 }).at(-1)!;
  const [line] = grown.scenarios.home!.histories;
  const { fingerprint, configHash, runs } = line!;
  const place = { scenario: 'home', fingerprint, configHash };
  const { from: _, ...acceptance } = given({
    scenario: 'home',
    commit: commitOf(3),
    by: HOSTILE,
    reason: `Why not: ${HOSTILE}`,
  });
  const current = withAcceptances(withReleaseRun(grown, { ...place, tag: `v1${HOSTILE}`, run: runs[2]! }), [
    acceptance,
  ]);
  const suite = {
    suite: 'default',
    path: '.loadgate/baseline.json',
    versions: { kind: 'none', why: 'failed' } as const,
    scenarios: keepRuns(current).scenarios(),
  };
  const files = renderSite(composeSite([suite], null, trendsOf), LANGUAGES[language]);
  const textOf = (name: string): string => files.find((each) => each.name === name)?.text ?? '';
  return { page: textOf('default-home.html'), record: textOf('history.json') };
}

describe.each(LANGUAGE_CODES)('the page of a scenario (%s)', (language) => {
  const { page, record } = pagesOf(language);
  const { columns, accepted, releases, mark } = LANGUAGES[language].acceptance.history;

  it('has a table of each', () => {
    for (const heading of [accepted, releases]) expect(page).toContain(`<h2>${heading}</h2>`);
    expect(page).toContain('Why not: ');
  });

  it('marks the commits that they came with, and no other', () => {
    const marked = (text: string): number => page.split(`<span class="quiet">${text}`).length - 1;
    // In the table of all runs, and in that of each metric.
    expect(marked(columns.release)).toBeGreaterThan(1);
    expect(marked(mark(LANGUAGES[language].metrics.p95))).toBe(marked(columns.release));
  });

  it('takes foreign words for text', () => {
    expect(page).not.toContain(HOSTILE);
    expect(page).toContain('&lt;img');
  });

  it('has them in its numbers', () => {
    const [scenario] = JSON.parse(record).suites[0].scenarios;
    expect(scenario.accepted).toMatchObject([{ metric: 'p95', upTo: { kind: 'share', amount: 0.45 } }]);
    expect(scenario.releases).toMatchObject([{ runs: 1, commit: commitOf(2) }]);
  });
});
