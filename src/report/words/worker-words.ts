/** Phrases about the workers of a load that other machines sent. */
import type { VoidReason } from '../../domain/verdict.ts';
import type { FindingWords, Pen } from './words.ts';

type Name = 'workers' | 'workers-unsteady' | 'worker-clocks';
/** Too many of them were lost, or came late. */
export type WorkersVoid = Extract<VoidReason, { readonly kind: 'workers-unsteady' }>;

/** What every language says of workers. */
export interface WorkerWords {
  readonly titles: Readonly<Record<Name, string>>;
  readonly findings: Pick<FindingWords, Name>;
  /** See the words of voids. */
  readonly voidPhrase: (reason: WorkersVoid, n: Pen) => string;
  readonly voidSentence: (reason: WorkersVoid, n: Pen) => string;
  readonly remedy: (n: Pen) => string;
}
