/** history.json: the numbers behind the pages, and the mark by which a folder's files are known to be ours. */
import { VERSION } from '../../domain/version.ts';
import type { LinePart, Site } from './site.ts';

/** Version of the shape of history.json; see docs/history.md. */
export const HISTORY_SCHEMA = 1;
/** What `madeBy` says in every history.json. */
export const MADE_BY = 'loadgate history';
/** Name of the file. */
export const RECORD = 'history.json';

/** The text of history.json. `files`: every file of the folder that belongs to it, itself included. */
export function recordOf(site: Site, files: readonly string[]): string {
  const suites = site.suites.map(({ suite, path, versions, scenarios }) => ({
    suite,
    baseline: path,
    versions,
    scenarios: scenarios.map(({ scenario, page, lines, newest, accepted, releases }) => ({
      scenario,
      page,
      newest: newest.name,
      accepted,
      releases,
      lines: lines.map(lineOf),
    })),
  }));
  const record = {
    schema: HISTORY_SCHEMA,
    madeBy: MADE_BY,
    loadgate: VERSION,
    files,
    repository: site.repository,
    suites,
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

function lineOf({ name, start, fingerprint, machine, configHash, runs, trends }: LinePart) {
  return {
    line: name,
    beginsWith: start,
    fingerprint,
    machine,
    configHash,
    runs,
    trends: trends.map(({ metric, last, band, change, drift }) => ({ metric, last, band, change, drift })),
  };
}
