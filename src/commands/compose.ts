/** A result in words for the Action: what is published, and the lines of the log. */
import type { Occasion } from '../domain/occasion.ts';
import type { Failed } from '../domain/failed.ts';
import type { GateResult, Judged } from '../gate.ts';
import type { Mask } from '../platform/mask.ts';
import type { Publication } from '../publish/publication.ts';

/** The runner's log is wide, and has no terminal's colours. */
const LOOK = { width: 120, colour: false };

/** What words are made with: secrets taken out, and the time. */
export interface Means {
  readonly mask: Mask;
  readonly now: Date;
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
  } as const;
  return result.kind === 'failed'
    ? composeFailed(result, common, means)
    : composeJudged(result, common, means);
}

type Common = Pick<Publication, 'occasion' | 'exitCode' | 'suite' | 'comment' | 'directory'>;

async function composeFailed(failed: Failed, common: Common, { mask, now }: Means): Promise<Composed> {
  const { plan, exitCode, language, failure: unmasked } = failed;
  const [
    { maskTree },
    { failureHeadline, renderFailureMarkdown, renderFailureTerminal },
    { formatsOfFailure },
    { pageOfFailed },
  ] = await Promise.all([
    import('../platform/mask.ts'),
    import('../report/failure.ts'),
    import('../report/formats.ts'),
    import('./page.ts'),
  ]);
  const failure = maskTree(unmasked, mask);
  const headline = failureHeadline(failure, language);
  const publication: Publication = {
    ...common,
    headline,
    outcome: 'failure',
    run: null,
    verdict: null,
    markdown: () => renderFailureMarkdown(failure, language),
    formats: formatsOfFailure(
      plan?.report.formats ?? [],
      { failure, suite: mask(common.suite), exitCode, at: now.toISOString() },
      language,
    ),
    page: pageOfFailed(failed, common.occasion, now, mask),
  };
  return { publication, lines: linesOr([headline], () => renderFailureTerminal(failure, language, LOOK)) };
}

async function composeJudged(judged: Judged, common: Common, { mask }: Means): Promise<Composed> {
  const { plan, report: unmasked, run, verdict } = judged;
  const [{ maskTree }, { renderMarkdown }, { renderTerminal }, { formatsOf }, { pageOf }] = await Promise.all(
    [
      import('../platform/mask.ts'),
      import('../report/markdown.ts'),
      import('../report/terminal.ts'),
      import('../report/formats.ts'),
      import('./page.ts'),
    ],
  );
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
  };
  return { publication, lines };
}

/** A verdict that cannot be put into words is a verdict all the same. */
function linesOr(plain: readonly string[], render: () => string): readonly string[] {
  try {
    return render().split('\n');
  } catch (error) {
    return [...plain, `The report could not be rendered: ${String(error)}`];
  }
}
