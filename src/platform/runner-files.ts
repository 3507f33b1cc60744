/** The files by which a step speaks to the runner. Any process of the job can write them: what is not ours is taken out again. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Watches the runner's command files. */
export interface RunnerFiles {
  /** Lets our own code write to them. What it writes is ours from then on. */
  write(work: () => void): void;
  /** The same, for code that takes its time. */
  writeSlowly(work: () => Promise<unknown>): Promise<void>;
  /** Puts every file back to what we left in it, and names those that somebody else had changed since the start. */
  restore(): readonly string[];
}

/** Variables that name the files: outputs, environment and PATH of later steps, our state, the summary. */
const FILE_VARIABLES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

/**
 * Remembers what the files hold now. A service or build that appends to them could forge outputs, or set variables for the steps after
 * us; their names are kept from its environment, and this finds it when it wrote nevertheless.
 */
export function watchRunnerFiles(env: Readonly<Record<string, string | undefined>>): RunnerFiles {
  const files = FILE_VARIABLES.flatMap((variable) => {
    const path = env[variable] ?? '';
    return path === '' ? [] : [{ variable, path, ours: read(path) }];
  });
  const changed = new Set<string>();
  const restore = (): void => {
    for (const { variable, path, ours } of files) {
      if (ours === null || read(path)?.equals(ours) === true) continue;
      changed.add(variable);
      rewrite(path, ours);
    }
  };
  const remember = (): void => {
    for (const file of files) file.ours = read(file.path);
  };
  return {
    write(work) {
      restore();
      try {
        work();
      } finally {
        remember();
      }
    },
    async writeSlowly(work) {
      restore();
      try {
        await work();
      } finally {
        remember();
      }
    },
    restore() {
      restore();
      return [...changed];
    },
  };
}

/** The content, or null when it cannot be read: then there is nothing to compare. */
function read(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** A file that cannot be put back stays named as changed, which fails the run. */
function rewrite(path: string, content: Buffer): void {
  try {
    writeFileSync(path, content);
  } catch {
    // Read-only or full now.
  }
}
