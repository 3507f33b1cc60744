/** Plain files: folders that exist, text with a limit, and writing whole or not at all. */
import { phrase } from '../domain/phrase.ts';
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { staysInWorkspace } from './workspace.ts';

/** Makes a folder with its parents if it is not there. Returns its path. @throws the file system's error */
export async function ensureDirectory(path: string): Promise<string> {
  await mkdir(path, { recursive: true });
  return path;
}

/** True when the path leads to a folder. */
export async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Replaces a file, or creates it with its folders: a reader, or a crash, sees the old text or the new one.
 * @throws the file system's error; the old file is as it was
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(draft, text, { flag: 'wx', flush: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Reads a file as UTF-8.
 * @throws RangeError when it is larger than `bytesMax` or no regular file, else the file system's error
 */
export async function readTextFile(path: string, bytesMax: number): Promise<string> {
  await using file = await open(path, 'r');
  const found = await file.stat();
  if (!found.isFile()) throw new RangeError(`${path} is not a file`);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(found.size, bytesMax) + 1), 0, null, 0);
  if (bytesRead > bytesMax) throw new RangeError(`${path} is larger than ${bytesMax} bytes`);
  return buffer.toString('utf8', 0, bytesRead);
}

/**
 * The absolute path of something inside the workspace, all links followed as far as they exist.
 * @throws Failure kind `usage`, code `path-outside`
 */
export async function confine(workspace: string, path: string): Promise<string> {
  if (await staysInWorkspace(workspace, path)) return resolve(workspace, path);
  throw new Failure({
    kind: 'usage',
    code: 'path-outside',
    message: phrase('path-outside', { path }),
    advice: phrase('path-outside-advice'),
  });
}
