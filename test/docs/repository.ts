/** The repository's own files, as the documentation tests read them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's folder. */
export const ROOT = join(import.meta.dirname, '../..');

/** Every file that is or would be committed, by its path from the root. */
export function listFiles(): readonly string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', timeout: 10_000 }).split('\0');
  // Deleted files are listed until their deletion is committed.
  return [...new Set(listed)].filter((path) => path !== '' && existsSync(join(ROOT, path))).toSorted();
}

/** The text of a file by its path from the root. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** A block of code in a Markdown file. */
export interface Fence {
  readonly path: string;
  /** Line of its first line of code, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** The blocks of code of a Markdown file, without what they are indented by. */
export function readFences(path: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: {
    readonly indent: string;
    readonly language: string;
    readonly line: number;
    text: string;
  } | null = null;
  for (const [at, line] of readText(path).split('\n').entries()) {
    const fence = /^(?<indent>\s*)```(?<language>[\w-]*)/u.exec(line)?.groups;
    if (fence !== undefined && open === null) {
      open = { indent: fence['indent'] ?? '', language: fence['language'] ?? '', line: at + 2, text: '' };
    } else if (fence !== undefined && open !== null) {
      fences.push({ path, line: open.line, language: open.language, text: open.text });
      open = null;
    } else if (open !== null) {
      open.text += `${line.startsWith(open.indent) ? line.slice(open.indent.length) : line}\n`;
    }
  }
  return fences;
}
