/** What the Action asks of the operating system, told apart by call, place in the program, and target. */
import { join, sep } from 'node:path';

/** The repository, with a separator at its end. */
export const ROOT = join(import.meta.dirname, '..', '..') + sep;
/** Name of the variable that tells {@link Refusal} to the preloaded file. */
export const VARIABLE = 'LOADGATE_TORTURE';

/** Something that can be refused. */
export interface Effect {
  /** All three of the others: the same in every run. */
  readonly site: string;
  readonly call: string;
  /** File and line of the program. */
  readonly place: string;
  /** What it is about, without what differs from run to run. */
  readonly target: string;
}

/** An effect, and how often one run had it. */
export interface Counted extends Effect {
  readonly times: number;
}

/** What is to fail, and how. */
export interface Refusal {
  readonly site: string;
  /** This one, counted from 1, or every one. */
  readonly which: number | 'ever';
  /** The error's code. */
  readonly code: string;
}

/** What the preloaded file wrote at the end of a run. */
export interface Recorded {
  readonly effects: readonly Counted[];
  /** Errors that nobody caught. */
  readonly broken: readonly string[];
  /** How many calls were refused. */
  readonly refused: number;
}

/** An effect that happens now: the place is the nearest file of ours on the stack, or of a package that we use. */
export function siteOf(call: string, target: string): Effect {
  const place = placeNow();
  const plain = plainTarget(target);
  return { site: `${call} ${place} ${plain}`, call, place, target: plain };
}

function placeNow(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 40;
  const frames = (new Error('here').stack ?? '').split('\n').slice(1);
  Error.stackTraceLimit = limit;
  const places = frames.flatMap((frame) => {
    const [, path, line] = /file:\/\/(.*?):(\d+):\d+\)?$/.exec(frame) ?? [];
    return path?.startsWith(ROOT) === true && !path.includes('/scripts/torture/')
      ? [`${path.slice(ROOT.length)}:${line}`]
      : [];
  });
  return places.find((place) => !place.startsWith('node_modules')) ?? places[0] ?? 'Node.js';
}

/** Without numbers, random names and the folder of this run. */
function plainTarget(target: string): string {
  return target
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}/g, '#')
    .replaceAll(/\b(loadgate-runner|loadgate-torture|loadgate|shop)-[A-Za-z0-9]{6}(?=\/|$)/g, '$1-#')
    .replaceAll(/\d+/g, '#');
}
