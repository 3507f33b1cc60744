/** Writes a file of the workspace whole or not at all, and nowhere else. */
import { phrase } from '../domain/phrase.ts';
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { staysInWorkspace } from './workspace.ts';
import type { World } from './world.ts';

/**
 * Replaces the file at a path relative to the workspace, or creates it with its folders. A reader, or a crash, sees the old text or the new one.
 * @throws Failure kind `usage` when the path leads out of the workspace or into .git, kind `not-measured` when the disk says no
 */
export async function replaceWorkspaceFile(world: World, path: string, text: string): Promise<void> {
  const target = resolve(world.workspace, path);
  if (!(await staysInWorkspace(world.workspace, path))) throw outside(path);
  const draft = `${target}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(draft, text, { flag: 'wx', flush: true });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw unwritable(path, error);
  }
}

/**
 * Removes the file at a path relative to the workspace, if there is one.
 * @throws Failure as {@link replaceWorkspaceFile}
 */
export async function removeWorkspaceFile(world: World, path: string): Promise<void> {
  if (!(await staysInWorkspace(world.workspace, path))) throw outside(path);
  await rm(resolve(world.workspace, path), { force: true }).catch((error: unknown) => {
    throw unwritable(path, error);
  });
}

function outside(path: string): Failure {
  return new Failure({
    kind: 'usage',
    code: 'path-outside',
    message: phrase('path-outside', { path }),
    advice: phrase('path-outside-advice'),
  });
}

function unwritable(path: string, error: unknown): Failure {
  const why = error instanceof Error ? error.message : String(error);
  return new Failure(
    {
      kind: 'not-measured',
      code: 'file-unwritable',
      message: phrase('file-unwritable', { path, error: why }),
      advice: phrase('file-unwritable-advice'),
    },
    { cause: error },
  );
}
