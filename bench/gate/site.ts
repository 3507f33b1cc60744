/** Two builds of the service in folders of their own. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case, Knobs } from './cases.ts';

/** Where the builds lie. Disposing it removes them. */
export interface Sites extends Disposable {
  readonly root: string;
  readonly base: string;
  readonly head: string;
  /** More of an environment for the head. */
  readonly headEnvironment: Readonly<Record<string, string>>;
}

const SERVICE = join(import.meta.dirname, 'service.mjs');

/** Lays the builds of a case out. */
export function layOut({ base, head, noop }: Case): Sites {
  const root = mkdtempSync(join(tmpdir(), 'loadgate-bench-'));
  const longer =
    noop === 'longer-path' ? join('a-folder-with-quite-a-long-name', 'and-another-one-in-it') : '';
  const sites = { base: join(root, 'one'), head: join(root, 'two', longer) };
  build(sites.base, base);
  build(sites.head, head);
  if (noop === 'comment') {
    const file = join(sites.head, 'service.mjs');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n${'// A comment that says nothing.\n'.repeat(40)}`);
  }
  return {
    root,
    ...sites,
    headEnvironment:
      noop === 'bigger-environment'
        ? Object.fromEntries(
            Array.from({ length: 60 }, (_, index) => [
              `LC_BENCH${'ABCDEFGHIJ'[index % 10]}${'ABCDEF'[Math.floor(index / 10)]}`,
              'x'.repeat(60),
            ]),
          )
        : {},
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

function build(folder: string, knobs: Knobs): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(SERVICE, join(folder, 'service.mjs'));
  writeFileSync(join(folder, 'knobs.json'), JSON.stringify(knobs));
}
