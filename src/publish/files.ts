/** The report's files: report.md, run.json and verdict.json beside the service's log. */
import { posix } from 'node:path';
import { readWorkspaceFile } from '../platform/workspace.ts';
import { removeWorkspaceFile, replaceWorkspaceFile } from '../platform/workspace-writer.ts';
import type { World } from '../platform/world.ts';
import { FORMAT_FILES } from './formats.ts';
import type { Publication, ReportFiles } from './publication.ts';

/** Longer than any report, so that the file is whole. */
const REPORT_CHARACTERS_MAX = 10_000_000;

/** Name of the service's log in the report folder: the measurement writes it there. */
const SERVICE_LOG = 'service.log';

/** What there is when nothing was written. */
export const NO_FILES: ReportFiles = { report: null, run: null, verdict: null, serviceLog: null };

/** Writes what the publication has, each file whole or not at all. @throws when the folder or a file cannot be written */
export async function publishFiles(publication: Publication, world: World): Promise<ReportFiles> {
  const { directory, run, verdict } = publication;
  if (directory === null) return NO_FILES;
  const write = async (name: string, text: string): Promise<string> => {
    const path = posix.join(directory, name);
    await replaceWorkspaceFile(world, path, text);
    return path;
  };
  return {
    report: await write('report.md', `${publication.markdown(REPORT_CHARACTERS_MAX)}\n`),
    run: run === null ? null : await write('run.json', json(run)),
    verdict: verdict === null ? null : await write('verdict.json', json(verdict)),
    serviceLog: await existing(posix.join(directory, SERVICE_LOG), world),
  };
}

/** Removes what an earlier run wrote: a run that fails must not lie beside the verdict of another. @throws when it cannot */
export async function forgetFiles(directory: string, world: World): Promise<void> {
  for (const name of ['report.md', 'run.json', 'verdict.json', ...Object.values(FORMAT_FILES)]) {
    await removeWorkspaceFile(world, posix.join(directory, name));
  }
}

/** The path, if there is something at it. The service's log was written while it ran. */
async function existing(path: string, world: World): Promise<string | null> {
  const found = await readWorkspaceFile(world.workspace, path, 0);
  return found.kind === 'missing' ? null : path;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
