/** On the page of a scenario: what was accepted on purpose, the last releases, and the commits that they came with. */
import type { Acceptance } from '../../domain/acceptance.ts';
import { METRICS, type Metric } from '../../domain/metric.ts';
import { type Markup, html } from '../markup/html.ts';
import type { Scribe } from './scribe.ts';
import type { PlacedRun, ScenarioPart } from './site.ts';
import { numeric, table } from './table.ts';

/** The marks of a run's commit, as text. */
export function marksOf(
  { commit }: PlacedRun,
  { accepted, releases }: ScenarioPart,
  { words: { acceptance, metrics }, name }: Scribe,
): readonly string[] {
  if (commit === null) return [];
  const { columns, mark } = acceptance.history;
  const tags = new Set(releases.filter((each) => each.commit === commit).map(({ tag }) => tag));
  return [
    ...[...tags].map((tag) => `${columns.release} ${name(tag)}`),
    ...accepted.filter((each) => each.commit === commit).map(({ metric }) => mark(metrics[metric])),
  ];
}

/** A table of each, where there is something to show. */
export function agreedSections(scenario: ScenarioPart, scribe: Scribe): Markup {
  const { history } = scribe.words.acceptance;
  const { columns } = history;
  const { accepted, releases } = scenario;
  const section = (title: string, body: Markup): Markup => html`<h2>${title}</h2>${body}
`;
  const names = ['metric', 'upTo', 'until', 'by', 'commit', 'reason'] as const;
  return html`${
    accepted.length === 0
      ? null
      : section(
          history.accepted,
          table(
            { caption: history.accepted, isTold: true },
            names.map((name) => ({ part: columns[name] })),
            accepted.map((each) => acceptedRow(each, scribe)),
          ),
        )
  }${
    releases.length === 0
      ? null
      : section(
          history.releases,
          table(
            { caption: history.releases, isTold: true },
            [{ part: columns.release }, { part: columns.commit }, numeric(columns.runs)],
            releases.map(({ tag, commit, runs }) => [
              { part: scribe.name(tag) },
              { part: scribe.commit(commit) },
              numeric(scribe.n.count(runs)),
            ]),
          ),
        )
  }`;
}

function acceptedRow(acceptance: Acceptance, { words, n, name, dates, commit }: Scribe) {
  const { metric, upTo, until, by, reason } = acceptance;
  const row: Metric = METRICS[metric];
  const isShare = upTo.kind === 'share' || row.change === 'points';
  return [
    { part: words.metrics[metric] },
    { part: isShare ? n.extent(metric, upTo.amount) : n.bound(metric, upTo.amount) },
    { part: dates.day(`${until}T12:00:00.000Z`) },
    { part: name(by) },
    { part: commit(acceptance.commit) },
    { part: name(reason), kind: 'long' as const },
  ];
}
