/** The report in the formats that other programs read: one list, so that every place that writes them writes the same. */
import type { FailureDetail } from '../domain/failure.ts';
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { ReportFormat } from '../domain/report-format.ts';
import type { Verdict } from '../domain/verdict.ts';
import { renderFailureJunit, renderJunit } from './junit.ts';
import { renderFailureOpenMetrics, renderOpenMetrics } from './openmetrics.ts';
import type { Language } from '../domain/language.ts';
import type { Report } from './report.ts';
import { renderTimeline } from './timeline-csv.ts';

/** A run that was judged. Secrets are masked in all of it. */
export interface JudgedRun {
  readonly plan: Pick<Plan, 'policy'>;
  readonly run: Run;
  readonly verdict: Verdict;
  readonly report: Report;
}

/** A run that could not be measured. Secrets are masked in all of it. */
export interface FailedRun {
  readonly failure: FailureDetail;
  readonly suite: string;
  readonly exitCode: number;
  /** When it failed: ISO 8601, UTC. */
  readonly at: string;
}

/** A format with its text, which is made when it is asked for. */
export interface FormatText {
  readonly format: ReportFormat;
  readonly text: () => string;
}

const JUDGED: Readonly<Record<ReportFormat, (judged: JudgedRun, language: Language) => string>> = {
  junit: ({ report, plan }, language) => renderJunit(report, plan.policy, language),
  openmetrics: ({ run, verdict }) => renderOpenMetrics(run, verdict),
  csv: ({ run }) => renderTimeline(run),
};

/** Null: a format that has nothing to say of a failure. */
const FAILED: Readonly<Record<ReportFormat, ((failed: FailedRun, language: Language) => string) | null>> = {
  junit: (failed, language) => renderFailureJunit(failed, language),
  openmetrics: ({ suite, exitCode }) => renderFailureOpenMetrics(suite, exitCode),
  csv: null,
};

/** One format of a judged run. */
export const renderFormat = (format: ReportFormat, judged: JudgedRun, language: Language): string =>
  JUDGED[format](judged, language);

/** The formats of a judged run, which is asked for once, and only when a text is. */
export const formatsOf = (
  formats: readonly ReportFormat[],
  judge: () => JudgedRun,
  language: Language,
): readonly FormatText[] => {
  let judged: JudgedRun | null = null;
  const text = (format: ReportFormat): string => renderFormat(format, (judged ??= judge()), language);
  return formats.map((format) => ({ format, text: () => text(format) }));
};

/** The formats that have something to say of a run that could not be measured. */
export const formatsOfFailure = (
  formats: readonly ReportFormat[],
  failed: FailedRun,
  language: Language,
): readonly FormatText[] =>
  formats.flatMap((format) => {
    const render = FAILED[format];
    return render === null ? [] : [{ format, text: () => render(failed, language) }];
  });
