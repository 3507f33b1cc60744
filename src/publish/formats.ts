/** The files for other programs: junit.xml, metrics.txt, timeline.csv, each by itself, so that one that fails does not take the others with it. */
import { posix } from 'node:path';
import { REPORT_FORMATS, type ReportFormat } from '../domain/report-format.ts';
import { removeWorkspaceFile, replaceWorkspaceFile } from '../platform/workspace-writer.ts';
import type { World } from '../platform/world.ts';
import type { FormatPaths, Publication } from './publication.ts';

/** What each is called in the report folder. */
export const FORMAT_FILES: Readonly<Record<ReportFormat, string>> = {
  junit: 'junit.xml',
  openmetrics: 'metrics.txt',
  csv: 'timeline.csv',
};

/** Does a piece of work whose failure is told and does not end the others; null when it failed. */
export type Softly = (what: string, work: () => Promise<string>) => Promise<string | null>;

/**
 * Writes the formats that the publication has, each file whole or not at all, and removes the others: those of another run must not lie beside this
 * one's verdict. Throws only what `softly` throws.
 */
export async function publishFormats(
  { directory, formats }: Publication,
  world: World,
  softly: Softly,
): Promise<FormatPaths> {
  if (directory === null) return NO_FORMATS;
  const write = async (format: ReportFormat): Promise<string | null> => {
    const path = posix.join(directory, FORMAT_FILES[format]);
    const found = formats.find((each) => each.format === format);
    // Where nothing can be removed, nothing can be written either, and that has been said.
    await removeWorkspaceFile(world, path).catch(() => undefined);
    if (found === undefined) return null;
    return softly(FORMAT_FILES[format], async () => {
      await replaceWorkspaceFile(world, path, found.text());
      return path;
    });
  };
  const [junit = null, openmetrics = null, csv = null] = await Promise.all(REPORT_FORMATS.map(write));
  return { junit, openmetrics, csv };
}

/** What there is when nothing was written. */
const NO_FORMATS: FormatPaths = { junit: null, openmetrics: null, csv: null };
