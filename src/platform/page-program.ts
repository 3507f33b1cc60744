/** The program of the HTML report, which the build writes beside this one. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Its name in `dist/`. */
export const PAGE_PROGRAM = 'page.js';

/** The program as one script; null where nothing was built (the sources run as they are): the page is then only read. */
export async function readPageProgram(folder: string = import.meta.dirname): Promise<string | null> {
  return await readFile(join(folder, PAGE_PROGRAM), 'utf8').catch(() => null);
}
