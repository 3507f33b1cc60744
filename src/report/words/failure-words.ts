/** What a failure is told with: a headline by its kind, and what its page says beyond the failure's own texts. */
import type { FailureKind } from '../../domain/failure.ts';

/** Words of a run that could not be measured. */
export interface FailureWords {
  readonly headline: Readonly<Record<FailureKind, string>>;
  readonly whatToDo: string;
  readonly lines: string;
  readonly noVerdict: string;
  readonly shortened: string;
  readonly page: {
    readonly skip: string;
    /** Above what was to be measured when it failed. */
    readonly tried: string;
    /** Names of the facts in the head, beside those of every page. */
    readonly code: string;
    readonly failedAt: string;
    readonly workflowRun: string;
    readonly rows: Readonly<
      Record<'config' | 'suite' | 'address' | 'folder' | 'build' | 'start' | 'scenarios' | 'compare', string>
    >;
    readonly compare: Readonly<Record<'baseline' | 'base' | 'auto', string>>;
    readonly unknownAddress: string;
    /** Where the log of the service is, if it wrote one. */
    readonly serviceLog: (file: string) => string;
  };
}
