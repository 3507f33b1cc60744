/** A run that came to nothing: the failure, and the language in which it is told. */
import { asFailure, type Failure, type FailureDetail } from './failure.ts';
import type { Language } from './language.ts';
import type { Plan } from './plan.ts';

/** A run that could not be measured. `plan` is null when not even the configuration could be read. */
export interface Failed {
  readonly kind: 'failed';
  readonly plan: Plan | null;
  /** Of the plan; else what the input or the file ask for, as far as they can be read. */
  readonly language: Language;
  readonly failure: FailureDetail;
  readonly exitCode: Failure['exitCode'];
}

/** What became of a run by anything thrown. */
export function failedBy(error: unknown, plan: Plan | null, language: Language): Failed {
  const { detail, exitCode } = asFailure(error);
  return { kind: 'failed', plan, language, failure: detail, exitCode };
}
