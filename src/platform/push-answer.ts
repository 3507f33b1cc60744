/** What `git push --porcelain` says when it could not push: whether another attempt helps, and what it lacks. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import type { Written } from './branch.ts';

/** Somebody else's commit was there first. */
const MOVED =
  /\((?:fetch first|non-fast-forward|stale info|reference already exists|incorrect old value provided|failed to update ref|cannot lock ref[^)]*|failed to lock|needs force)\)|cannot lock ref|reference already exists|unable to create .*\.lock/i;
const PROTECTED =
  /GH006|GH013|protected branch|rule violations|hook declined|deny updating|not allowed to push/i;
const READ_ONLY =
  /\b403\b|permission to .* denied|write access to repository not granted|resource not accessible|repository was archived|read-only/i;
const UNAUTHORISED =
  /\b401\b|authentication failed|could not read (?:username|password)|permission denied \(|host key verification failed|invalid username or/i;
const MISSING =
  /\b404\b|repository not found|does not appear to be a git repository|repository '.*' not found|no such remote/i;

/** Reads the answer of a push that failed. The order matters: a hook's own words may hold any of the others. */
export function readPushAnswer(answer: string): Exclude<Written, { readonly kind: 'written' }> {
  const message = lineOf(answer);
  if (PROTECTED.test(answer)) return { kind: 'refused', why: 'protected', message };
  if (MOVED.test(answer)) return { kind: 'moved' };
  if (READ_ONLY.test(answer)) return { kind: 'refused', why: 'read-only', message };
  if (UNAUTHORISED.test(answer)) return { kind: 'refused', why: 'unauthorised', message };
  if (MISSING.test(answer)) return { kind: 'refused', why: 'missing', message };
  return { kind: 'unclear', message };
}

/** The line that tells most: a refusal of the other side, else the last complaint. */
function lineOf(answer: string): Phrase | string {
  const lines = answer
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const telling =
    lines.find((line) => /GH0\d\d/.test(line)) ??
    lines.find((line) => /^remote: (?:error|fatal)|^!\t/.test(line)) ??
    lines.findLast((line) => /^(?:fatal|error):/.test(line)) ??
    lines[0];
  return telling === undefined ? phrase('git-silent') : telling.replaceAll('\t', ' ').slice(0, 300);
}
