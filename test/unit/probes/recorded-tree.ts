/** A folder that stands for `/`, filled with recorded files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A recorded tree that goes away with its owner. */
export interface RecordedTree extends Disposable {
  readonly root: string;
  /** Writes files by path, or removes those whose text is null. */
  write(files: Readonly<Record<string, string | null>>): void;
}

/** Makes a recorded tree. */
export function recordTree(files: Readonly<Record<string, string>> = {}): RecordedTree {
  const root = mkdtempSync(join(tmpdir(), 'loadgate-tree-'));
  const write = (changes: Readonly<Record<string, string | null>>): void => {
    for (const [path, text] of Object.entries(changes)) {
      const target = join(root, path);
      mkdirSync(dirname(target), { recursive: true });
      if (text === null) rmSync(target, { recursive: true, force: true });
      else writeFileSync(target, text);
    }
  };
  write(files);
  return { root, write, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}
