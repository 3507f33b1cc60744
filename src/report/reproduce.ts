/** The line that runs a measurement again somewhere else: the commit, the configuration with what overrode it, and the seed. */
import type { Occasion } from '../domain/occasion.ts';

/** What somebody asked for. */
export interface Asked {
  readonly occasion: Occasion;
  /** Path of the config file as the user gave it (null: the default path, if it exists). */
  readonly configPath: string | null;
  /** Inputs by name, as the Action or the command line received them; absent or empty ones are not given. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** The same as flags of the command line, by name. */
export const flagsOf = ({ configPath, inputs }: Asked): Readonly<Record<string, string>> =>
  configPath === null ? inputs : { ...inputs, config: configPath };

/** What a run depended on. `flags`: of the command line, by name. */
export interface Circumstances {
  readonly occasion: Occasion;
  readonly commit: string | null;
  readonly seed: number;
  readonly flags: Readonly<Record<string, string>>;
}

/** A full hash: only that can be fetched by itself. */
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Flags that say where the report goes, and not what is measured. */
const ELSEWHERE: readonly string[] = ['comment', 'report-directory'];

/**
 * One line for bash, zsh and the like. In a repository of GitHub's the commits are fetched and checked out first; a run on somebody's own machine is repeated where it was
 * made. Words that somebody else chose are quoted, so that pasting them executes nothing.
 */
export function reproduceCommand({ occasion, commit, seed, flags }: Circumstances): string {
  const { kind, baseSha } = occasion;
  const base = baseSha !== null && HASH.test(baseSha) ? baseSha : null;
  const remote = kind !== 'local' && commit !== null && HASH.test(commit);
  const hashes = [commit, base].filter((each) => each !== null).join(' ');
  const given = Object.entries(flags)
    .filter(([name, value]) => !ELSEWHERE.includes(name) && value.trim() !== '')
    .map(([name, value]) => `--${name} ${shellWord(value.trim())}`);
  const run = [
    'npx loadgate run',
    ...given,
    ...(base === null ? [] : [`--base ${base}`]),
    `--seed ${seed}`,
  ].join(' ');
  return remote ? `git fetch origin ${hashes} && git checkout ${commit} && ${run}` : run;
}

/** A word for a shell, in quotes where it must be; of several lines with `\n`, so that it stays one line. */
export function shellWord(text: string): string {
  if (/^[\w./:=@%+,-]+$/.test(text)) return text;
  if (!/[\n\r\t]/.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\r', '')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\t', String.raw`\t`);
  return `$'${escaped}'`;
}
