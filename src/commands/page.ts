/** The report as a page, of a judged run or of one that failed. It is loaded and written at the very end: no measurement waits for it. */
import type { Failed } from '../domain/failed.ts';
import type { Judged } from '../gate.ts';
import type { Occasion } from '../domain/occasion.ts';
import { type Mask, maskTree } from '../platform/mask.ts';
import { readPageProgram } from '../platform/page-program.ts';
import type { Page } from '../publish/publication.ts';

/** Makes the page when it is asked for, with every value masked before it is put into words. */
export function pageOf({ plan, run, verdict, report }: Judged, mask: Mask): () => Promise<Page> {
  return async () => {
    const [{ renderPage, picturesOf }, program] = await Promise.all([
      import('../report/html/page.ts'),
      readPageProgram(),
    ]);
    const input = maskTree({ plan, run, verdict, report }, mask);
    const { language, chartFiles } = plan.report;
    return {
      html: renderPage(input, language, program),
      pictures: chartFiles === 'svg' ? picturesOf(input, language) : [],
    };
  };
}

/** The same of a run that could not be measured; null where there is no plan, since nothing says where it would go. `at`: when it failed. */
export function pageOfFailed(
  { plan, configPath, failure }: Failed,
  occasion: Occasion,
  at: Date,
  mask: Mask,
): (() => Promise<Page>) | null {
  if (plan === null) return null;
  return async () => {
    const { renderFailurePage } = await import('../report/html/failure-page.ts');
    const input = maskTree({ failure, plan, configPath, occasion }, mask);
    return {
      html: renderFailurePage({ ...input, at: at.toISOString() }, plan.report.language),
      pictures: [],
    };
  };
}
