/** The words for what was accepted on purpose, and for the last release. */
import type { ReleaseValues } from '../../domain/acceptance.ts';
import type { JudgedAcceptance } from '../../domain/verdict.ts';
import type { MetricName } from '../../domain/metric.ts';
import type { Pen } from './words.ts';

/** Words of acceptances and releases. */
export interface AcceptanceWords {
  /** Heading of the column of the last release. Its tag is foreign text. */
  readonly releaseColumn: (tag: string, n: Pen) => string;
  /** What that column holds. */
  readonly releaseCaption: (release: ReleaseValues, n: Pen) => string;
  /** In a cell of limits: how far was accepted. */
  readonly limitCell: (metric: MetricName, acceptance: JudgedAcceptance, n: Pen) => string;
  /** On the page of accepted runs. */
  readonly history: {
    /** On a commit that brought something accepted. */
    readonly mark: (metric: string) => string;
    readonly releases: string;
    readonly accepted: string;
    readonly columns: Readonly<
      Record<'release' | 'commit' | 'runs' | 'metric' | 'upTo' | 'until' | 'by' | 'reason', string>
    >;
  };
}
