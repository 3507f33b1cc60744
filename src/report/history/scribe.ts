/** What the pages are written with: a language's words, numbers and dates, and the addresses of commits. Untrusted text goes through `name`, and every text through the escaping of `html`. */
import { clean } from '../inert.ts';
import { type Numbers, numbersOf } from '../numbers.ts';
import type { HistoryWords } from '../words/history-words.ts';
import type { Words } from '../words/words.ts';
import { type Dates, datesOf } from './dates.ts';
import { type Markup, html } from '../markup/html.ts';
import type { LinePart, PlacedRun } from './site.ts';

/** What the history pages need of a language. */
export type PageWords = Pick<Words, 'locale' | 'units' | 'metrics' | 'acceptance'> & {
  readonly history: HistoryWords;
};

/** Writes for one site. */
export interface Scribe {
  readonly words: PageWords;
  readonly n: Numbers;
  readonly dates: Dates;
  /** Untrusted text on one line, without what cannot be seen. Plain text still: `html` escapes it. */
  readonly name: (text: string) => string;
  /** The commit's page; null where commit or repository is not known. */
  readonly commitAddress: (commit: string | null) => string | null;
  /** The commit, short, with its link; in words where there is none. */
  readonly commit: (commit: string | null) => Markup;
  /** What a run is, as plain text in lines: when, of which commit, by which program. */
  readonly runLines: (run: PlacedRun, line: LinePart) => string;
}

/** Digits of a commit's id that people read. */
const SHORT = 7;

/** A scribe. `repository`: a page as `repositoryPage` makes it, or null. */
export function scribeOf(words: PageWords, repository: string | null): Scribe {
  const dates = datesOf(words.locale);
  const { history } = words;
  const short = (commit: string | null): string => commit?.slice(0, SHORT) ?? history.noCommit;
  const commitAddress = (commit: string | null): string | null =>
    commit === null || repository === null ? null : `${repository}/commit/${commit}`;
  return {
    words,
    n: numbersOf(words.locale, words.units),
    dates,
    name: (text) => clean(text),
    commitAddress,
    commit: (commit) => {
      const address = commitAddress(commit);
      if (commit === null) return html`<span class="quiet">${history.noCommit}</span>`;
      const id = html`<code>${short(commit)}</code>`;
      return address === null ? id : html`<a href="${address}">${id}</a>`;
    },
    runLines: (run, line) =>
      [
        `${dates.minute(run.date)} · ${short(run.commit)} · ${history.line(line.name)}`,
        `Loadgate ${clean(run.loadgate)}, ${clean(run.engine)}`,
        ...(run.inBaseline ? [] : [history.past]),
      ].join('\n'),
  };
}
