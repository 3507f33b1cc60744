/** The report of a judged run as a page. It is loaded and written at the very end: no measurement waits for it. */
import type { Judged } from '../gate.ts';
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
