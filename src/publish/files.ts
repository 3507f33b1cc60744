/** The report's files: report.md, report.html with its charts, run.json and verdict.json beside the service's log. */
import { posix } from 'node:path';
import { listWorkspaceFolder, readWorkspaceFile } from '../platform/workspace.ts';
import { removeWorkspaceFile, replaceWorkspaceFile } from '../platform/workspace-writer.ts';
import type { World } from '../platform/world.ts';
import { FORMAT_FILES } from './formats.ts';
import type { Page, Publication, ReportFiles } from './publication.ts';

/** Longer than any report, so that the file is whole. */
const REPORT_CHARACTERS_MAX = 10_000_000;

/** Name of the service's log in the report folder: the measurement writes it there. */
const SERVICE_LOG = 'service.log';

/** Folder of the charts in the report folder. */
const CHARTS = 'charts';
/** How a chart of ours begins. */
export const CHART_MARK = '<svg xmlns="http://www.w3.org/2000/svg" data-by="loadgate"';
/** Larger ones are not ours. */
const CHART_BYTES_MAX = 1_000_000;

/** What there is when nothing was written. */
export const NO_FILES: ReportFiles = { report: null, page: null, run: null, verdict: null, serviceLog: null };

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
    // Last, and softly: it is the largest, and what scripts read is there already.
    page: await pageOf(publication, write, world),
    serviceLog: await existing(posix.join(directory, SERVICE_LOG), world),
  };
}

/** Writes the page and the charts; what keeps it from being written costs no other file. */
async function pageOf(
  { page }: Publication,
  write: (name: string, text: string) => Promise<string>,
  world: World,
): Promise<string | null> {
  if (page === null) return null;
  try {
    const { html, pictures }: Page = await page();
    for (const { name, svg } of pictures) await write(posix.join(CHARTS, name), svg);
    return await write('report.html', html);
  } catch (error) {
    world.log.warning(`Could not write report.html: ${String(error)} The verdict stands.`);
    return null;
  }
}

/** Removes what an earlier run wrote: a run that fails must not lie beside the verdict of another. @throws when it cannot */
export async function forgetFiles(directory: string, world: World): Promise<void> {
  for (const name of [
    'report.md',
    'report.html',
    'run.json',
    'verdict.json',
    ...Object.values(FORMAT_FILES),
  ]) {
    await removeWorkspaceFile(world, posix.join(directory, name));
  }
  await forgetCharts(posix.join(directory, CHARTS), world);
}

/** Only what this program drew: the folder may be somebody's own. */
async function forgetCharts(folder: string, world: World): Promise<void> {
  const names = await listWorkspaceFolder(world.workspace, folder);
  for (const name of names.filter((each) => each.endsWith('.svg'))) {
    const path = posix.join(folder, name);
    const found = await readWorkspaceFile(world.workspace, path, CHART_BYTES_MAX);
    if (found.kind === 'read' && found.text.startsWith(CHART_MARK)) await removeWorkspaceFile(world, path);
  }
}

/** The path, if there is something at it. The service's log was written while it ran. */
async function existing(path: string, world: World): Promise<string | null> {
  const found = await readWorkspaceFile(world.workspace, path, 0);
  return found.kind === 'missing' ? null : path;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
