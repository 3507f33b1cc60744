/** The program of the HTML report, which the build writes beside this one. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Its name in `dist/`. */
export const PAGE_PROGRAM = 'page.js';

/** Run as they are, the sources find it in the `dist/` that is committed beside them. */
const FOLDER = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, '..', '..', 'dist')
  : import.meta.dirname;

/** The program as one script; null where nothing was built: the page is then only read. */
export async function readPageProgram(folder: string = FOLDER): Promise<string | null> {
  return await readFile(join(folder, PAGE_PROGRAM), 'utf8').catch(() => null);
}
