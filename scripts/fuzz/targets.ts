/** All fuzzers. */
import { artifacts } from './artifacts.ts';
import { baseline } from './baseline.ts';
import { config } from './config.ts';
import { engineOutput } from './engine-output.ts';
import { generatorMessages } from './generator-messages.ts';
import { logLines } from './log-lines.ts';
import { markdownMarks } from './markdown-marks.ts';
import { markdownNames } from './markdown-names.ts';
import { openTarget } from './open-target.ts';
import { pageNames } from './page-names.ts';
import { pullRequests } from './pull-requests.ts';
import type { AnyTarget } from './target.ts';

/** In the order in which they run. */
export const TARGETS: readonly AnyTarget[] = [
  openTarget(logLines),
  openTarget(markdownMarks),
  openTarget(markdownNames),
  openTarget(pageNames),
  openTarget(config),
  openTarget(baseline),
  openTarget(artifacts),
  openTarget(engineOutput),
  openTarget(generatorMessages),
  openTarget(pullRequests),
];
