/** Files of the workspace, read so that no link, pipe or size can surprise: nothing outside it, nothing of .git, nothing endless. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** What reading a file of the workspace came to. `why` continues the sentence "it …". */
export type WorkspaceFile =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly why: Phrase };

/**
 * Reads a file as UTF-8; bytes that are not UTF-8 become U+FFFD, a byte order mark is kept. The path may be relative or absolute; what counts is where it
 * really leads. Never throws: whatever the file system says is the answer.
 */
export async function readWorkspaceFile(
  workspace: string,
  path: string,
  bytesMax: number,
): Promise<WorkspaceFile> {
  try {
    const real = await realpath(resolve(workspace, path));
    if (!isInside(await realpath(workspace), real)) return { kind: 'refused', why: phrase('file-leads-out') };
    // Not blocking: opening a pipe that nobody writes would wait for ever.
    await using file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    return await readBounded(file, bytesMax);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { kind: 'missing' }
      : { kind: 'refused', why: phrase('file-unreadable', { code }) };
  }
}

/** Names of what is in a folder of the workspace; none when it is missing, cannot be read, or leads out of the workspace. Never throws. */
export async function listWorkspaceFolder(workspace: string, path: string): Promise<readonly string[]> {
  if (!(await staysInWorkspace(workspace, path).catch(() => false))) return [];
  return await readdir(resolve(workspace, path)).catch(() => []);
}

/** Where an existing path of the workspace really leads, all links followed. @throws the file system's error */
export async function followLinks(workspace: string, path: string): Promise<string> {
  return await realpath(resolve(workspace, path));
}

/** True when the path, or as much of it as exists, stays in the workspace and out of .git with all links followed. */
export async function staysInWorkspace(workspace: string, path: string): Promise<boolean> {
  const root = await realpath(workspace);
  let existing = resolve(root, path);
  let rest = '';
  while (existing !== dirname(existing)) {
    const real = await realpath(existing).catch(() => null);
    if (real !== null) return isInside(root, join(real, rest));
    rest = join(existing.slice(dirname(existing).length), rest);
    existing = dirname(existing);
  }
  return false;
}

/** A path as seen from the workspace, with `/`; null when it lies outside. Links are not followed. */
export function workspacePath(workspace: string, path: string): string | null {
  const inner = relative(workspace, resolve(workspace, path));
  return isInside(workspace, resolve(workspace, path)) ? inner.split(sep).join('/') : null;
}

async function readBounded(file: FileHandle, bytesMax: number): Promise<WorkspaceFile> {
  const stat = await file.stat();
  if (!stat.isFile()) return { kind: 'refused', why: phrase('file-no-file') };
  const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(stat.size, bytesMax) + 1), 0, null, 0);
  if (bytesRead > bytesMax)
    return { kind: 'refused', why: phrase('file-too-large', { kib: bytesMax / 1024 }) };
  return {
    kind: 'read',
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer.subarray(0, bytesRead)),
  };
}

function isInside(root: string, path: string): boolean {
  const inner = relative(root, path);
  const steps = inner.split(sep);
  return steps[0] !== '..' && !isAbsolute(inner) && !steps.some((step) => step.toLowerCase() === '.git');
}
