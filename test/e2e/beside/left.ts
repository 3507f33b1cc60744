/** What a run left behind: its files, the order of its turns, and the traces in a checkout. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, Run, Side } from '../../../src/domain/measurement.ts';
import type { Judgement, Verdict } from '../../../src/domain/verdict.ts';
import type { Ended } from '../cli/rig.ts';
import type { Shop } from './rig.ts';

/** True when the only thing wrong with a measurement is that others were at work on this machine. */
export const wasDisturbed = ({ scenarios }: Verdict): boolean => {
  const voids = scenarios.flatMap((scenario) => scenario.voids);
  return voids.length > 0 && voids.every(({ kind }) => kind === 'outside-noise');
};

/**
 * What a command that measured comes to on a machine of its own. Where others disturbed this one, its result is void, as it should be: it is then
 * judged once more, without what was seen of them. `judging`: the arguments that judge as the command did.
 */
export async function undisturbed(shop: Shop, ended: Ended, judging: readonly string[]): Promise<Ended> {
  if (ended.code !== 2 || !existsSync(join(shop.repository, 'loadgate-report/verdict.json'))) return ended;
  const { run, verdict } = leftIn(shop.repository);
  if (!wasDisturbed(verdict)) return ended;
  const file = join(shop.root, 'undisturbed.json');
  writeFileSync(file, JSON.stringify(withoutOthers(run)));
  return await shop.run(['judge', file, ...judging]);
}

const withoutOthers = (run: Run): Run => ({
  ...run,
  blocks: run.blocks.map((block) => ({
    ...block,
    slices: block.slices.map((slice) => ({
      ...slice,
      turns: slice.turns.map((turn) => ({ ...turn, outside: null })),
    })),
  })),
});

/** What a run left in its report folder. */
export interface Left {
  readonly run: Run;
  readonly verdict: Verdict;
  readonly report: string;
}

/** Reads the report folder of a workspace. */
export function leftIn(workspace: string): Left {
  const read = (name: string): string => readFileSync(join(workspace, 'loadgate-report', name), 'utf8');
  return {
    run: JSON.parse(read('run.json')),
    verdict: JSON.parse(read('verdict.json')),
    report: read('report.md'),
  };
}

/** What became of the metric that the shop limits. */
export const p50Of = ({ scenarios }: Verdict): Judgement | undefined =>
  scenarios[0]?.judgements.find(({ metric }) => metric === 'p50');

/** The phases of the blocks, in their order: `main main confirm`. */
export const phasesOf = ({ blocks }: Run): string => blocks.map(({ phase }) => phase).join(' ');

/** Who took which turn of a block, by their places: `head base base head …`. */
export function orderOf({ slices }: Block): readonly Side[] {
  return slices
    .flatMap(({ side, turns }) => turns.map(({ place }) => ({ side, place })))
    .toSorted((left, right) => left.place - right.place)
    .map(({ side }) => side);
}

/** What there is to see at a path, beside its content. */
interface Seen {
  readonly mode: string;
  /** Nanoseconds. */
  readonly modified: string;
  /** Hash of the bytes, target of a link, or names in a folder. */
  readonly content: string;
}

/** Everything below a folder, `.git` included, but not what is in report folders. */
export function inspect(folder: string): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  const visit = (path: string, name: string): void => {
    const stat = lstatSync(path, { bigint: true });
    const names = stat.isDirectory() ? readdirSync(path).toSorted() : [];
    const content = stat.isDirectory()
      ? names.join(' ')
      : stat.isSymbolicLink()
        ? readlinkSync(path)
        : createHash('sha256').update(readFileSync(path)).digest('hex');
    seen.set(name, { mode: stat.mode.toString(8), modified: String(stat.mtimeNs), content });
    for (const child of names) {
      const below = name === '.' ? child : `${name}/${child}`;
      if (child !== 'loadgate-report') visit(join(path, child), below);
    }
  };
  visit(folder, '.');
  return seen;
}
