/** All fuzzers. */
import { logLines } from './log-lines.ts';
import { markdownMarks } from './markdown-marks.ts';
import { markdownNames } from './markdown-names.ts';
import { openTarget } from './open-target.ts';
import type { AnyTarget } from './target.ts';

/** In the order in which they run. */
export const TARGETS: readonly AnyTarget[] = [
  openTarget(logLines),
  openTarget(markdownMarks),
  openTarget(markdownNames),
];
