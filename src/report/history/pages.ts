/** The files of the history page. */
import { overviewPage } from './overview.ts';
import { RECORD, recordOf } from './record.ts';
import { scenarioPage } from './scenario-page.ts';
import { type PageWords, scribeOf } from './scribe.ts';
import type { Site } from './site.ts';

/** A file of the site: its name, and its text. */
export interface SiteFile {
  readonly name: string;
  readonly text: string;
}

/** history.json first, then the pages. The same runs always give the same bytes. */
export function renderSite(site: Site, words: PageWords): readonly SiteFile[] {
  const scribe = scribeOf(words, site.repository);
  const pages: readonly SiteFile[] = [
    { name: 'index.html', text: overviewPage(site, scribe) },
    ...site.suites.flatMap((suite) =>
      suite.scenarios.map((scenario) => ({
        name: scenario.page,
        text: scenarioPage(suite, scenario, scribe),
      })),
    ),
  ];
  const names = [RECORD, ...pages.map(({ name }) => name)];
  return [{ name: RECORD, text: recordOf(site, names) }, ...pages];
}
