/** The GitHub runner as we speak to it: its log, annotations, step outputs, job summary, and the state kept for the clean-up step. */
import { randomBytes } from 'node:crypto';
import * as core from '@actions/core';
import type { Progress } from '../domain/progress.ts';
import { type Log, maskProgress, type ProgressWords } from './log.ts';
import type { Mask } from './mask.ts';
import type { RunnerFiles } from './runner-files.ts';
import type { StateName } from './runner-state.ts';

/** The runner's side of a step. */
export interface Runner extends Log {
  /** An annotation that does not call for action. */
  notice(line: string): void;
  /** Sets a step output, as one line. Not masked, since a mask could break JSON: give no foreign words. @throws when the runner's file cannot be written */
  output(name: string, value: string): void;
  /** Appends Markdown to the job summary. @throws when it is too long or the runner's file cannot be written */
  summary(markdown: string): Promise<void>;
  /** Has the runner mask a value in every log of the job. */
  hide(value: string): void;
  /** Keeps a value for the clean-up step. */
  saveState(name: StateName, value: string): void;
}

/** What a runner's log is made of. */
export interface RunnerParts {
  readonly mask: Mask;
  /** Makes one line harmless: no command of the runner survives in it. */
  readonly neutralise: (line: string) => string;
  readonly files: RunnerFiles;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly words: ProgressWords;
}

/** The runner drops a summary of more than 1 MiB; this leaves room for what else the step may have written. */
export const SUMMARY_BYTES_MAX = 900 * 1024;
/** The runner cuts annotations here, within a word if need be. */
const ANNOTATION_MAX = 4_096;
/** Between two progress lines: a log of a minute's load stays short. */
const PROGRESS_EVERY_MS = 10_000;
/** Foreign lines in one block of the log: more is in the service's log file. */
const FOREIGN_LINES_MAX = 2_000;

/** Speaks to the runner through standard output and its files. Everything written is masked, and nothing in it is a command but our own. */
export function openRunner(parts: RunnerParts): Runner {
  const { mask, neutralise, files } = parts;
  const group = groupedProgress(parts);
  // What is for everybody stands outside of the group, where it is seen without unfolding it.
  const outside =
    (write: (line: string) => void) =>
    (line: string): void => {
      group.end();
      write(line);
    };
  const clean = (text: string): string => neutralise(mask(text));
  const annotation = (text: string): string => mask(text).slice(0, ANNOTATION_MAX);
  const saveState = (name: StateName, value: string): void => {
    try {
      files.write(() => core.saveState(name, value));
    } catch (error) {
      // A full disk: the clean-up step will know less, the run goes on.
      core.warning(annotation(`Could not keep "${name}" for the clean-up step: ${String(error)}`));
    }
  };
  return {
    info: outside((line) => core.info(clean(line))),
    warning: outside((line) => core.warning(annotation(line))),
    error: outside((line) => core.error(annotation(line))),
    notice: outside((line) => core.notice(annotation(line))),
    debug: (line) => core.debug(mask(line)),
    progress: (progress) => group.tell(progress),
    settle: () => group.end(),
    foreign(title, lines) {
      group.end();
      relayForeign(mask(title), lines.map(clean), saveState);
    },
    output: (name, value) => files.write(() => core.setOutput(name, singleLine(value))),
    async summary(markdown) {
      const text = mask(markdown);
      const bytes = Buffer.byteLength(text, 'utf8');
      if (bytes > SUMMARY_BYTES_MAX)
        throw new RangeError(`the summary has ${bytes} bytes, ${SUMMARY_BYTES_MAX} at most`);
      await files.writeSlowly(() => core.summary.addRaw(text, true).write());
    },
    hide: (value) => core.setSecret(value),
    saveState,
  };
}

/** Progress in groups that fold: one for each scenario, or phase of a comparison. The line that sums it up is what comes after it. */
function groupedProgress({ mask, neutralise, now, words }: RunnerParts) {
  let open: string | null = null;
  let last = 0;
  const end = (): void => {
    if (open !== null) core.endGroup();
    open = null;
  };
  return {
    end,
    tell(told: Progress): void {
      const progress = maskProgress(told, mask);
      const title = words.title(progress);
      // Where nothing is loaded, a line has said what is going on.
      if (title === null || (title === open && now() - last < PROGRESS_EVERY_MS)) return;
      last = now();
      if (title !== open) {
        end();
        core.startGroup(neutralise(title));
        open = title;
      }
      core.info(neutralise(words.line(progress)));
    },
  };
}

/**
 * Prints foreign lines inside a group, with the runner's commands stopped by a token that nobody can guess. The token is kept for the
 * clean-up step first: if we are killed in between, the steps after us are not left without commands.
 */
function relayForeign(
  title: string,
  lines: readonly string[],
  saveState: (name: 'resume-token', value: string) => void,
): void {
  const token = randomBytes(16).toString('hex');
  saveState('resume-token', token);
  core.startGroup(title);
  write(`::stop-commands::${token}`);
  try {
    for (const line of lines.slice(-FOREIGN_LINES_MAX)) write(line);
  } finally {
    write(`::${token}::`);
    core.endGroup();
    saveState('resume-token', '');
  }
}

const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** A value that cannot end its line. */
const singleLine = (value: string): string => value.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, ' ');
