/** The exit codes of k6, in words, each with what to do about it. https://pkg.go.dev/go.k6.io/k6/errext/exitcodes */
import { type Phrase, phrase } from '../../domain/phrase.ts';

/** What a code says. */
export interface ExitMeaning {
  readonly meaning: Phrase;
  readonly remedy: Phrase;
}

/** Codes of runs that were complete: 0; 99, thresholds of the script were crossed; 110, the script called the test failed. */
export const COMPLETE: readonly number[] = [0, 99, 110];
/** The code of a run that was stopped by a signal: complete, too, where the signal was ours. */
export const STOPPED = 105;

/** Codes of k6 by number. 109 and 110 came later than the others. */
export const EXIT_CODES: Readonly<Record<number, ExitMeaning>> = {
  97: { meaning: phrase('k6-97'), remedy: phrase('k6-97-advice') },
  98: { meaning: phrase('k6-98'), remedy: phrase('k6-98-advice') },
  99: { meaning: phrase('k6-99'), remedy: phrase('k6-99-advice') },
  100: { meaning: phrase('k6-100'), remedy: phrase('k6-100-advice') },
  101: { meaning: phrase('k6-101'), remedy: phrase('k6-101-advice') },
  102: { meaning: phrase('k6-102'), remedy: phrase('k6-102-advice') },
  103: { meaning: phrase('k6-103'), remedy: phrase('k6-103-advice') },
  104: { meaning: phrase('k6-104'), remedy: phrase('k6-104-advice') },
  105: { meaning: phrase('k6-105'), remedy: phrase('k6-105-advice') },
  106: { meaning: phrase('k6-106'), remedy: phrase('k6-106-advice') },
  107: { meaning: phrase('k6-107'), remedy: phrase('k6-107-advice') },
  108: { meaning: phrase('k6-108'), remedy: phrase('k6-108-advice') },
  109: { meaning: phrase('k6-109'), remedy: phrase('k6-109-advice') },
  110: { meaning: phrase('k6-110'), remedy: phrase('k6-110-advice') },
};
