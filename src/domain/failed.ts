/** A run that came to nothing: the failure, what was to be measured, and the language in which it is told. */
import { asFailure, type Failure, type FailureDetail } from './failure.ts';
import type { Language } from './language.ts';
import type { Plan } from './plan.ts';

/** What was to be measured. */
export interface Planned {
  readonly plan: Plan;
  /** The configuration file that the plan was read from, relative to the workspace; null without one. */
  readonly configPath: string | null;
}

/** A run that could not be measured. `plan` is null when not even the configuration could be read. */
export interface Failed {
  readonly kind: 'failed';
  readonly plan: Plan | null;
  readonly configPath: Planned['configPath'];
  /** Of the plan; else what the input or the file ask for, as far as they can be read. */
  readonly language: Language;
  readonly failure: FailureDetail;
  readonly exitCode: Failure['exitCode'];
}

/** What became of a run by anything thrown. */
export function failedBy(error: unknown, planned: Planned | null, language: Language): Failed {
  const { detail, exitCode } = asFailure(error);
  const { plan = null, configPath = null } = planned ?? {};
  return { kind: 'failed', plan, configPath, language, failure: detail, exitCode };
}
