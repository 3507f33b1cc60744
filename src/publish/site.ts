/** Writes a folder of pages: over what an earlier run wrote, and over nothing else. */
import { foreignJson } from '../domain/foreign-json.ts';
import { posix } from 'node:path';
import { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import { readShape } from '../domain/shaped.ts';
import { readWorkspaceFile } from '../platform/workspace.ts';
import { removeWorkspaceFile, replaceWorkspaceFile } from '../platform/workspace-writer.ts';
import type { World } from '../platform/world.ts';

/** A folder of pages. */
export interface Folder {
  /** Relative to the workspace. */
  readonly directory: string;
  /** The file by which the folder is known: JSON with `madeBy` and `files`. */
  readonly record: string;
  readonly madeBy: string;
}

/** Many suites of many scenarios on several machines stay below it. */
const RECORD_BYTES_MAX = 64 * 1024 * 1024;
/** Names of pages: nothing with a path in it may ever be removed. */
const PAGE = /^[\p{L}\p{N}-]{1,80}\.html$/u;

/**
 * Writes the files, each whole or not at all, and removes pages of an earlier run that are no longer there.
 * @throws Failure kind `usage` when the folder holds a file of one of these names that no run of `madeBy` wrote (nothing is written then), or lies outside the workspace; kind
 *   `not-measured` when the disk says no
 */
export async function publishSite(
  { directory, record, madeBy }: Folder,
  files: readonly { readonly name: string; readonly text: string }[],
  world: World,
): Promise<void> {
  const at = (name: string): string => posix.join(directory, name);
  const earlier = await filesOf(at(record), madeBy, world);
  const foreign: string[] = [];
  for (const { name } of files) {
    if (!earlier.includes(name) && (await isThere(at(name), world))) foreign.push(at(name));
  }
  if (foreign.length > 0) throw notOurs(directory, foreign);
  const gone = earlier.filter((name) => PAGE.test(name) && files.every((file) => file.name !== name));
  for (const name of gone) await removeWorkspaceFile(world, at(name));
  // The record first: whatever is there after a crash is known as ours the next time.
  const ordered = files.toSorted(
    (left, right) => Number(right.name === record) - Number(left.name === record),
  );
  for (const { name, text } of ordered) await replaceWorkspaceFile(world, at(name), text);
}

/** What the record of the folder lists; nothing where there is none of ours. */
async function filesOf(path: string, madeBy: string, world: World): Promise<readonly string[]> {
  const found = await readWorkspaceFile(world.workspace, path, RECORD_BYTES_MAX);
  if (found.kind !== 'read') return [];
  const record = z.object({ madeBy: z.literal(madeBy), files: z.array(z.string()) });
  const parsed = readShape(record, parse(found.text));
  return parsed.success ? parsed.data.files : [];
}

function parse(text: string): unknown {
  try {
    return foreignJson(text);
  } catch {
    return null;
  }
}

async function isThere(path: string, world: World): Promise<boolean> {
  return (await readWorkspaceFile(world.workspace, path, 0)).kind !== 'missing';
}

function notOurs(directory: string, foreign: readonly string[]): Failure {
  return new Failure({
    kind: 'usage',
    code: 'site-not-ours',
    message: `${JSON.stringify(directory)} holds files that Loadgate did not write and would replace.`,
    advice: 'Give another folder (`--out`), or move these files away; nothing was written.',
    lines: foreign.slice(0, 10),
  });
}
