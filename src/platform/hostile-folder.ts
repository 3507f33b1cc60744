/** Reads files out of a folder that strangers filled: no link is followed, and number, depth and size have bounds. */
import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Phrase, phrase } from '../domain/phrase.ts';
import { Failure } from '../domain/failure.ts';

/** A file that was found. */
export interface FoundFile {
  /** Folders between the one that was asked for and the file, joined with `/`; empty: it lies there itself. */
  readonly folder: string;
  readonly text: string;
}

/** Bounds of what is read. */
export interface FolderBounds {
  /** Levels of folders below the one that is read. */
  readonly depth: number;
  /** Files and folders, whatever they are called. */
  readonly entries: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of all files that are read. */
  readonly allBytes: number;
}

/** More than any matrix of jobs leaves. */
const BOUNDS: FolderBounds = {
  depth: 3,
  entries: 2_000,
  fileBytes: 16 * 1024 * 1024,
  allBytes: 128 * 1024 * 1024,
};

/**
 * Every file of this name below a folder, in the order of their folders; none where there is no such folder. Other files are not opened.
 * @throws Failure kind `usage`, code `artifact-refused`, when there is a link or anything else that is neither file nor folder, or a bound is exceeded
 */
export async function readHostileFolder(
  folder: string,
  name: string,
  bounds: FolderBounds = BOUNDS,
): Promise<readonly FoundFile[]> {
  const paths = await walk(folder, name, bounds);
  const found: FoundFile[] = [];
  let bytes = 0;
  for (const path of paths) {
    const content = await readBounded(join(folder, path), path, bounds.fileBytes);
    bytes += content.length;
    if (bytes > bounds.allBytes) throw refused(phrase('left-bytes-many', { max: bounds.allBytes }));
    found.push({ folder: path.slice(0, -name.length - 1), text: decode(content, path) });
  }
  return found;
}

async function walk(root: string, name: string, bounds: FolderBounds): Promise<readonly string[]> {
  const top = await lstat(root).catch(() => null);
  if (top === null) return [];
  if (!top.isDirectory()) throw refused(phrase('left-no-folder'));
  const ahead: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  const paths: string[] = [];
  let entries = 0;
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    for (const entry of await readdir(join(root, next.path), { withFileTypes: true })) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      entries += 1;
      if (entries > bounds.entries) throw refused(phrase('left-files-many', { max: bounds.entries }));
      if (entry.isDirectory()) {
        if (next.depth === bounds.depth) throw refused(phrase('left-deep', { max: bounds.depth }));
        ahead.push({ path, depth: next.depth + 1 });
      } else if (!entry.isFile()) {
        throw refused(phrase('left-neither', { path }));
      } else if (entry.name === name) paths.push(path);
    }
  }
  return paths.toSorted();
}

/** Opened without following a link that took the file's place meanwhile, and without waiting for a pipe. */
async function readBounded(path: string, shown: string, bytesMax: number): Promise<Buffer> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW).catch(
    (error: unknown) => {
      throw refused(phrase('left-unopened', { path: shown, error: String(error) }));
    },
  );
  const stat = await file.stat();
  if (!stat.isFile()) throw refused(phrase('left-no-file', { path: shown }));
  if (stat.size > bytesMax) throw refused(phrase('left-large', { path: shown, max: bytesMax }));
  const { buffer, bytesRead } = await file.read(Buffer.alloc(stat.size), 0, stat.size, 0);
  return buffer.subarray(0, bytesRead);
}

function decode(content: Buffer, shown: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw refused(phrase('left-no-text', { path: shown }));
  }
}

function refused(why: Phrase): Failure {
  return new Failure({
    kind: 'usage',
    code: 'artifact-refused',
    message: phrase('artifact-refused', { why }),
    advice: phrase('artifact-folder-advice'),
  });
}
