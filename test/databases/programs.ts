/** Where the programs of database servers lie, and the account under which they run: some refuse to be root. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A user of this machine. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Debian keeps what is not for everybody's path in folders of its own. */
const POSTGRESQL_HOME = '/usr/lib/postgresql';

/** Path of a program, or null when it is not installed. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', ...postgresqlFolders()];
  return folders.map((folder) => join(folder, name)).find(canRun) ?? null;
}

/** The account for a server: where we are root its own, or nobody's when it has none; else ours (null). */
export function accountOf(user: string): Account | null {
  return process.getuid?.() === 0 ? (idOf(user) ?? idOf('nobody')) : null;
}

function idOf(user: string): Account | null {
  try {
    const [uid, gid] = ['-u', '-g'].map((what) =>
      Number(execFileSync('id', [what, user], { encoding: 'utf8', stdio: 'pipe' })),
    );
    return uid === undefined || gid === undefined ? null : { uid, gid };
  } catch {
    return null;
  }
}

/** The newest version first. */
function postgresqlFolders(): readonly string[] {
  try {
    const versions = readdirSync(POSTGRESQL_HOME).toSorted((one, other) => Number(other) - Number(one));
    return versions.map((version) => join(POSTGRESQL_HOME, version, 'bin'));
  } catch {
    return [];
  }
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
