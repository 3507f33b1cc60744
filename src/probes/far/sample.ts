/** One answer of the script on the machine of a target, as files of a kernel. What is not what such a file holds is left out: nobody there is believed. */
import type { KernelFiles } from '../../platform/kernel-files.ts';
import type { FarAnswer } from '../../platform/far-shell.ts';
import { type Millis, millis } from '../../domain/units.ts';

/** What was told at one moment. */
export interface FarSample extends KernelFiles {
  /** Since that machine booted: by its own clock, to 10 ms. */
  readonly at: Millis;
  /** The script itself. */
  readonly script: number;
  /** What the file with a process's number holds; null where it holds none. */
  readonly pid: number | null;
}

const NUMBER = String.raw`\d{1,20}`;
/** Each file that may be told, and what it looks like. */
const SHAPES: readonly (readonly [path: RegExp, text: RegExp])[] = [
  [/^proc\/uptime$/, /^\d{1,12}\.\d\d \d{1,15}\.\d\d\n?$/],
  [
    /^proc\/stat$/,
    new RegExp(`^cpu {1,2}${NUMBER}( ${NUMBER}){7,9}\\n(cpu\\d+ ${NUMBER}( ${NUMBER}){7,9}\\n)+`),
  ],
  [/^proc\/meminfo$/, /^MemTotal: +\d{1,15} kB\n/],
  [/^proc\/net\/snmp$/, /^[\w: -]+(\n[\w: -]+)*\n?$/],
  [/^proc\/diskstats$/, new RegExp(`^( *\\d+ +\\d+ \\S+( ${NUMBER}){10,20}\\n)*$`)],
  [/^proc\/pressure\/(cpu|io|memory)$/, new RegExp(`^some [\\w.= ]+ total=${NUMBER}(\\n|$)`)],
  [
    /^proc\/\d{1,10}(\/task\/\d{1,10})?\/stat$/,
    /^\d{1,10} \([\s\S]{0,64}\) [A-Za-z]( -?\d{1,20}){20,60}\s*$/,
  ],
  [/^proc\/\d{1,10}\/task\/\d{1,10}\/schedstat$/, new RegExp(`^${NUMBER} ${NUMBER} ${NUMBER}\\n?$`)],
  [/^proc\/\d{1,10}(\/task\/\d{1,10})?\/status$/, /^Name:\t/],
  [/^proc\/\d{1,10}\/io$/, new RegExp(`^(\\w+: -?${NUMBER}\\n)+$`)],
  [/^proc\/\d{1,10}\/smaps_rollup$/, /^[0-9a-f]+-/],
];
/** Longer than any number of a kernel: it would be no finite one. */
const ENDLESS = /\d{21}/;

/** Reads an answer; null where it is none, which is so without the clock or the cores. */
export function readSample({ text, words: [script = '', pid = ''] }: FarAnswer): FarSample | null {
  const files = new Map(filesIn(text));
  const uptime = Number.parseFloat(files.get('proc/uptime') ?? '');
  if (!Number.isFinite(uptime) || !files.has('proc/stat') || !/^\d{1,10}$/.test(script)) return null;
  const folders = foldersOf([...files.keys()]);
  return {
    at: millis(Math.round(uptime * 1_000)),
    script: Number(script),
    pid: /^[1-9]\d{0,9}$/.test(pid) ? Number(pid) : null,
    read: (path) => files.get(path) ?? null,
    list: (path) => folders.get(path) ?? [],
  };
}

/** POSIX has the form of these lines (`head`). A name of a process may hold line breaks, but is too short for one of them. */
function* filesIn(text: string): Generator<readonly [path: string, text: string]> {
  const [, ...parts] = text.split(/^==> \/(proc\/[\w/]{1,60}) <==\n/m);
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [path = '', content = ''] = [parts[index], parts[index + 1]];
    // A blank line stands before the next name, and before the mark.
    const file = content.replace(/\n$/, '');
    const shape = SHAPES.find(([allowed]) => allowed.test(path))?.[1];
    if (shape?.test(file) === true && !ENDLESS.test(file)) yield [path, file];
  }
}

function foldersOf(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const steps = path.split('/');
    for (let depth = 1; depth < steps.length; depth += 1) {
      const folder = steps.slice(0, depth).join('/');
      folders.set(folder, (folders.get(folder) ?? new Set()).add(steps[depth] ?? ''));
    }
  }
  return new Map([...folders].map(([folder, names]) => [folder, [...names].toSorted()]));
}
