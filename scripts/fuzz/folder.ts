/** A folder for as long as the process lives. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes one; it is removed when the process ends. */
export function openFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'loadgate-fuzz-')));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
