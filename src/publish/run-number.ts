/** Which workflow run a report is of, so that an older one does not overwrite a newer one's. */

/** A later run has a higher number, a repeated one a higher attempt. */
export interface RunNumber {
  readonly id: number;
  readonly attempt: number;
}

/** `123.1`. */
export const showRunNumber = ({ id, attempt }: RunNumber): string => `${id}.${attempt}`;

/** Reads {@link showRunNumber} back; null for anything else. */
export function parseRunNumber(text: string): RunNumber | null {
  const [, id, attempt] = /^(\d{1,15})\.(\d{1,6})$/.exec(text) ?? [];
  return id === undefined || attempt === undefined ? null : { id: Number(id), attempt: Number(attempt) };
}

/** True when `theirs` is of a later run, or a later attempt, than `ours`. Unknown numbers are not. */
export function isNewer(theirs: RunNumber | null, ours: RunNumber | null): boolean {
  if (theirs === null || ours === null) return false;
  return theirs.id === ours.id ? theirs.attempt > ours.attempt : theirs.id > ours.id;
}

/** True for the same attempt of the same run. */
export const isSame = (theirs: RunNumber | null, ours: RunNumber | null): boolean =>
  theirs !== null && ours !== null && showRunNumber(theirs) === showRunNumber(ours);
