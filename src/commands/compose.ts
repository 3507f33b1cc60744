/** A result in words for the Action: what is published, and the lines of the log. */
import type { Occasion } from '../domain/occasion.ts';
import type { Plan } from '../domain/plan.ts';
import type { Failed, GateResult, Judged } from '../gate.ts';
import type { CheckAnnotation } from '../platform/github-checks.ts';
import type { Mask } from '../platform/mask.ts';
import type { Publication } from '../publish/publication.ts';
import type { Remark } from '../report/remarks.ts';

/** The runner's log is wide, and has no terminal's colours. */
const LOOK = { width: 120, colour: false };

/** What words are made with: secrets taken out, and the time. */
export interface Means {
  readonly mask: Mask;
  readonly now: Date;
  /** Which job of a matrix this is. */
  readonly variant?: string | null;
}

/** What is published, and what the log shows of it. */
export interface Composed {
  readonly publication: Publication;
  readonly lines: readonly string[];
}

/** The result in the words of its readers; what is heavy is loaded when it is needed. Values are masked before they are put into words, since words may cut or escape them. */
export async function compose(result: GateResult, occasion: Occasion, means: Means): Promise<Composed> {
  const { plan, exitCode } = result;
  const common = {
    occasion,
    exitCode,
    suite: plan?.suite ?? '',
    // Without a plan the suite is unknown, and with it the comment.
    comment: plan?.report.comment ?? 'never',
    directory: plan?.report.directory ?? null,
    label: await labelOf(plan, occasion, means),
  } as const;
  return result.kind === 'failed'
    ? composeFailed(result, common, means)
    : composeJudged(result, common, means);
}

type Common = Pick<Publication, 'occasion' | 'exitCode' | 'suite' | 'comment' | 'directory' | 'label'>;

/** Suite, variant and commit, which need no language: parts of one comment may be of different commits. */
async function labelOf(
  plan: Plan | null,
  { headSha }: Occasion,
  { mask, variant = null }: Means,
): Promise<string> {
  const { inertSpan } = await import('../report/inert.ts');
  const parts = [plan?.suite ?? null, variant, headSha?.slice(0, 12) ?? null];
  return `<sub>${parts.flatMap((part) => (part === null ? [] : [inertSpan(mask(part))])).join(' · ')}</sub>`;
}

async function composeFailed(
  { plan, exitCode, failure: unmasked }: Failed,
  common: Common,
  { mask, now }: Means,
): Promise<Composed> {
  const [{ maskTree }, { renderFailureMarkdown, renderFailureTerminal }, { formatsOfFailure }] =
    await Promise.all([
      import('../platform/mask.ts'),
      import('../report/failure.ts'),
      import('../report/formats.ts'),
    ]);
  const failure = maskTree(unmasked, mask);
  // Before the configuration is read, nobody has asked for another language.
  const language = plan?.report.language ?? 'en';
  const headline = `${failure.message} ${failure.advice}`;
  const publication: Publication = {
    ...common,
    headline,
    outcome: 'failure',
    run: null,
    verdict: null,
    markdown: (limit) => renderFailureMarkdown(failure, language, limit),
    formats: formatsOfFailure(
      plan?.report.formats ?? [],
      { failure, suite: mask(common.suite), exitCode, at: now.toISOString() },
      language,
    ),
    page: null,
  };
  return { publication, lines: linesOr([headline], () => renderFailureTerminal(failure, language, LOOK)) };
}

async function composeJudged(judged: Judged, common: Common, { mask }: Means): Promise<Composed> {
  const { plan, report: unmasked, run, verdict } = judged;
  const [{ maskTree }, { renderMarkdown }, { renderTerminal }, { formatsOf }, { pageOf }, { remarksOf }] =
    await Promise.all([
      import('../platform/mask.ts'),
      import('../report/markdown.ts'),
      import('../report/terminal.ts'),
      import('../report/formats.ts'),
      import('./page.ts'),
      import('../report/remarks.ts'),
    ]);
  const report = maskTree(unmasked, mask);
  const { language } = plan.report;
  const lines = linesOr([`Loadgate: ${verdict.outcome}`], () => renderTerminal(report, language, LOOK));
  const publication: Publication = {
    ...common,
    headline: lines.find((line) => line.trim() !== '')?.trim() ?? verdict.outcome,
    outcome: verdict.outcome,
    run,
    verdict,
    markdown: (limit) => renderMarkdown(report, language, limit),
    formats: formatsOf(plan.report.formats, () => maskTree({ plan, run, verdict, report }, mask), language),
    page: pageOf(judged, mask),
    moved: report.reasons.length > 0,
    remarks: placed(remarksOf(report, language), plan),
  };
  return { publication, lines };
}

/** Where GitHub shows what belongs to no file. */
const NO_FILE = '.github';

/** Each remark at its scenario in the configuration. */
function placed(remarks: readonly Remark[], { origin }: Plan): readonly CheckAnnotation[] {
  const lines = new Map(Object.entries(origin?.lines ?? {}));
  return remarks.map(({ scenario, ...remark }) => ({
    ...remark,
    path: origin?.path ?? NO_FILE,
    line: lines.get(scenario) ?? 1,
  }));
}

/** A verdict that cannot be put into words is a verdict all the same. */
function linesOr(plain: readonly string[], render: () => string): readonly string[] {
  try {
    return render().split('\n');
  } catch (error) {
    return [...plain, `The report could not be rendered: ${String(error)}`];
  }
}
