/** The live status of a terminal: three lines at most, none of them wider than it. */
import type { Progress } from '../domain/progress.ts';
import { millis } from '../domain/units.ts';
import { DOT, errorsText, headText, leftText, glimpseText } from './progress-line.ts';
import { type Look, type Paint, painterOf } from './terminal.ts';
import { cut, sparkline, widthOf } from './terminal-text.ts';

const BAR_MAX = 40;
/** A shorter bar tells nothing. */
const BAR_MIN = 8;
const SPARKS_MAX = 30;
const SPARKS_MIN = 5;

/** What is going on, how much of the run is left, and what the load shows. No line for what nobody knows. */
export function liveStatus(progress: Progress, look: Look): readonly string[] {
  const paint = painterOf(look);
  return [
    paint('bold', cut(headText(progress), look.width)),
    ...timeLines(progress, look.width),
    ...glimpseLines(progress, look.width, paint),
  ];
}

/** The same moment some milliseconds later, as far as clocks tell: nobody has to say that a second has passed. */
export function later(progress: Progress, by: number): Progress {
  const { elapsed, total, left } = progress;
  return {
    ...progress,
    elapsed: millis(Math.min(elapsed + by, total ?? Number.MAX_VALUE)),
    left: left === null ? null : { ...left, time: millis(Math.max(0, left.time - by)) },
  };
}

function timeLines({ left }: Progress, width: number): readonly string[] {
  if (left === null) return [];
  const text = leftText(left);
  const length = Math.min(BAR_MAX, width - widthOf(text) - 2);
  if (length < BAR_MIN) return [cut(text, width)];
  const share = left.whole > 0 ? 1 - left.time / left.whole : 1;
  const filled = Math.round(length * Math.min(1, Math.max(0, share)));
  return [`${'━'.repeat(filled)}${'╌'.repeat(length - filled)}  ${text}`];
}

function glimpseLines(progress: Progress, width: number, paint: Paint): readonly string[] {
  const { glimpses, errors, trail } = progress;
  if (glimpses.length === 0) return [];
  const failed = cut(errorsText(progress), width);
  const told = errors > 0 ? paint('red', failed) : failed;
  // Errors stay, whatever there is no room for beside them; and half a number is none.
  const room = width - widthOf(failed) - DOT.length;
  const brief = glimpses.map((each) => glimpseText(each, true));
  const wordings = [glimpses.map((each) => glimpseText(each)), brief, brief.slice(0, 1)];
  const wording = wordings.map((texts) => texts.join(DOT)).find((text) => widthOf(text) <= room) ?? '';
  if (wording === '') return [told];
  const sparks = Math.min(SPARKS_MAX, room - widthOf(wording) - 2);
  const bars = sparks < SPARKS_MIN ? '' : sparkline(trail.slice(-sparks), sparks);
  return [`${wording}${DOT}${told}${bars === '' ? '' : `  ${bars}`}`];
}
