/** What is published: one run's verdict, or why there is none, in the words and numbers that every sink takes its part from. */
import type { Run } from '../domain/measurement.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { CommentWhen } from '../domain/plan.ts';
import type { ReportFormat } from '../domain/report-format.ts';
import type { CheckAnnotation } from '../platform/github-checks.ts';
import type { Outcome, Verdict } from '../domain/verdict.ts';

/** The report as a page, and its charts as files; no picture unless they were asked for. */
export interface Page {
  readonly html: string;
  readonly pictures: readonly { readonly name: string; readonly svg: string }[];
}

/** Everything the sinks may use. They get it with all secrets masked. */
export interface Publication {
  readonly suite: string;
  readonly occasion: Occasion;
  /** `failure`: we could not measure. */
  readonly outcome: Outcome | 'failure';
  readonly exitCode: 0 | 1 | 2 | 3 | 130;
  /** Markdown that tells this result apart from others in the same comment. */
  readonly label?: string;
  /** The result in one plain line. */
  readonly headline: string;
  readonly comment: CommentWhen;
  /** False: nothing moved, and nothing is undecided. Absent: something did. */
  readonly moved?: boolean;
  /** Remarks at lines of the configuration, for a check run, the gravest first. */
  readonly remarks?: readonly CheckAnnotation[];
  /** Folder of the report files, relative to the workspace; null: write none, since the plan could not be read. */
  readonly directory: string | null;
  readonly run: Run | null;
  readonly verdict: Verdict | null;
  /** The report as Markdown, in at most `limit` characters. */
  readonly markdown: (limit: number) => string;
  /** The report for other programs. Made of masked values: a mask over the text would eat numbers. */
  readonly formats: readonly { readonly format: ReportFormat; readonly text: () => string }[];
  /**
   * The report as a page; null where the plan could not be read. Its values are masked before they are written: in the finished page a mask would eat its program.
   */
  readonly page: (() => Promise<Page>) | null;
}

/** Where the report files are, relative to the workspace; null for what was not written. */
export interface ReportFiles {
  readonly report: string | null;
  readonly page: string | null;
  readonly run: string | null;
  readonly verdict: string | null;
  readonly serviceLog: string | null;
}

/** Where the files for other programs are, relative to the workspace; null for what was not written. */
export type FormatPaths = Readonly<Record<ReportFormat, string | null>>;

/** What became of it. */
export interface Published {
  readonly files: ReportFiles;
  readonly formats: FormatPaths;
  readonly commentUrl: string | null;
}
