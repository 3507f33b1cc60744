/** What is published of a result, for every door: the same words, files and page, and what differs by parameter. */
import type { Language } from '../domain/language.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { Failed } from '../domain/failed.ts';
import type { Plan } from '../domain/plan.ts';
import type { GateResult, Judged } from '../gate.ts';
import type { CheckAnnotation } from '../platform/github-checks.ts';
import type { Mask } from '../platform/mask.ts';
import type { Publication } from '../publish/publication.ts';
import type { Remark } from '../report/remarks.ts';
import type { Look } from '../report/terminal.ts';

/** What a door is like. */
export interface Door {
  readonly occasion: Occasion;
  /** `as-planned`: a comment where the plan asks for one. */
  readonly comment: 'as-planned' | 'never';
  /** Which failures leave report files behind: all that have a plan, or only those to measure: no wrong use, refusal or cancelled run. */
  readonly filesOf: 'every-failure' | 'not-measured';
  readonly mask: Mask;
  readonly now: Date;
  /** Which job of a matrix this is. */
  readonly variant?: string | null;
}

/** The publication of a result; what is heavy is loaded when it is needed. Values are masked before they are put into words, since words may cut or escape them. */
export async function compose(result: GateResult, door: Door): Promise<Publication> {
  const { plan, exitCode } = result;
  const common: Common = {
    occasion: door.occasion,
    exitCode,
    suite: plan?.suite ?? '',
    // Without a plan the suite is unknown, and with it the comment.
    comment: door.comment === 'never' ? 'never' : (plan?.report.comment ?? 'never'),
    directory: leavesFiles(result, door) ? (plan?.report.directory ?? null) : null,
    label: await labelOf(plan, door),
  };
  return result.kind === 'failed' ? composeFailed(result, common, door) : composeJudged(result, common, door);
}

const leavesFiles = (result: GateResult, { filesOf }: Door): boolean =>
  result.kind === 'judged' || filesOf === 'every-failure' || result.failure.kind === 'not-measured';

const languageOf = (result: GateResult): Language =>
  result.kind === 'failed' ? result.language : result.plan.report.language;

/** The result as lines of a log. A verdict that cannot be put into words is a verdict all the same. */
export async function linesOf(result: GateResult, mask: Mask, look: Look): Promise<readonly string[]> {
  const [{ maskTree }, { failureHeadline, renderFailureTerminal }, { renderTerminal }] = await Promise.all([
    import('../platform/mask.ts'),
    import('../report/failure.ts'),
    import('../report/terminal.ts'),
  ]);
  const language = languageOf(result);
  if (result.kind === 'failed') {
    const failure = maskTree(result.failure, mask);
    return said([failureHeadline(failure, language)], () => renderFailureTerminal(failure, language, look));
  }
  return said([`Loadgate: ${result.verdict.outcome}`], () =>
    renderTerminal(maskTree(result.report, mask), language, look),
  );
}

type Common = Pick<Publication, 'occasion' | 'exitCode' | 'suite' | 'comment' | 'directory' | 'label'>;

/** Suite, variant and commit, which need no language: parts of one comment may be of different commits. */
async function labelOf(
  plan: Plan | null,
  { occasion: { headSha }, mask, variant = null }: Door,
): Promise<string> {
  const { inertSpan } = await import('../report/inert.ts');
  const parts = [plan?.suite ?? null, variant, headSha?.slice(0, 12) ?? null];
  return `<sub>${parts.flatMap((part) => (part === null ? [] : [inertSpan(mask(part))])).join(' · ')}</sub>`;
}

async function composeFailed(failed: Failed, common: Common, { mask, now }: Door): Promise<Publication> {
  const { plan, exitCode, language, failure: unmasked } = failed;
  const [{ maskTree }, { failureHeadline, renderFailureMarkdown }, { formatsOfFailure }, { pageOfFailed }] =
    await Promise.all([
      import('../platform/mask.ts'),
      import('../report/failure.ts'),
      import('../report/formats.ts'),
      import('./page.ts'),
    ]);
  const failure = maskTree(unmasked, mask);
  return {
    ...common,
    headline: failureHeadline(failure, language),
    outcome: 'failure',
    run: null,
    verdict: null,
    markdown: (limit) => renderFailureMarkdown(failure, language, limit),
    formats: formatsOfFailure(
      plan?.report.formats ?? [],
      { failure, suite: mask(common.suite), exitCode, at: now.toISOString() },
      language,
    ),
    page: pageOfFailed(failed, common.occasion, now, mask),
  };
}

async function composeJudged(judged: Judged, common: Common, { mask }: Door): Promise<Publication> {
  const { plan, report: unmasked, run, verdict } = judged;
  const [{ maskTree }, { renderMarkdown }, { headlineText }, { formatsOf }, { pageOf }, { remarksOf }] =
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
  const [headline] = said([verdict.outcome], () => headlineText(report, language));
  return {
    ...common,
    headline: headline ?? verdict.outcome,
    outcome: verdict.outcome,
    run,
    verdict,
    markdown: (limit) => renderMarkdown(report, language, limit),
    formats: formatsOf(plan.report.formats, () => maskTree({ plan, run, verdict, report }, mask), language),
    page: pageOf(judged, mask),
    moved: report.reasons.length > 0,
    remarks: placed(remarksOf(report, language), plan),
  };
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

/** What is rendered, in lines; where that fails, the plain lines and why. */
function said(plain: readonly string[], render: () => string): readonly string[] {
  try {
    return render().split('\n');
  } catch (error) {
    return [...plain, `The report could not be rendered: ${String(error)}`];
  }
}
