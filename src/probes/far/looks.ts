/** Looks at another machine: asked for before load, once a second while it is on, and after it. */
import { type Phrase, phrase } from '../../domain/phrase.ts';
import type { SshWatchPlan } from '../../domain/service-plan.ts';
import { type Millis, millis } from '../../domain/units.ts';
import type { KernelFiles } from '../../platform/kernel-files.ts';
import { type FarAnswer, FarTrouble } from '../../platform/far-shell.ts';
import type { openBeat } from '../beat.ts';
import type { LookSources } from '../look-sources.ts';
import { readTimes } from '../process-tree.ts';
import { membersOf } from './members.ts';
import { type FarSample, readSample } from './sample.ts';

/** The looks of one watch. */
export interface FarLooks {
  /** What was told last, as the files of a machine, with that machine's own clock. */
  readonly sources: LookSources;
  /** The service's processes by the last look. */
  readonly pids: () => readonly number[];
  /** Resolves with what is told before the load; null where nothing is. */
  begin(): Promise<FarSample | null>;
  /** Resolves with what is told after it; null where nothing is, or was before it. */
  end(): Promise<FarSample | null>;
  /** What was missing. */
  gap(): Phrase | null;
}

const EVERY_MS = 1_000;
/** So many looks from one at everything to the next: in between, those that are known are looked at. */
const LOOKS_A_WHOLE = 5;
/** Three files each. */
const MOST_THREADS = 500;
const MOST_SHARES = 50;
const MOST_MEMBERS = 300;

/** Opens looks. `ask` throws FarTrouble alone. `onLook` is told of those between a begin and its end. Nothing throws: after trouble there are no more looks. */
export function openFarLooks(
  plan: SshWatchPlan,
  ask: (line: string) => Promise<FarAnswer>,
  onLook: (sample: FarSample) => void,
): FarLooks {
  const beats = openFarBeats();
  let sample: FarSample | null = null;
  let pids: readonly number[] = [];
  let gap: Phrase | null = null;
  let asking: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let looked = 0;
  /** Never rejects. */
  const look = async (words: readonly string[], isWhole: boolean): Promise<FarSample | null> => {
    if (gap !== null && sample === null) return null;
    try {
      const next = readSample(await ask(words.join(' ')));
      sample = checked(next, sample, plan);
      const known = sample;
      pids = isWhole
        ? membersOf(known, plan.of).slice(0, MOST_MEMBERS)
        : pids.filter((pid) => known.read(`proc/${pid}/stat`) !== null);
      if (isWhole && pids.length === 0) gap ??= noProcess(plan);
      return known;
    } catch (error) {
      gap = error instanceof FarTrouble ? error.why : phrase('far-odd', { host: plan.host });
      sample = null;
      return null;
    }
  };
  const details = (): readonly string[] => detailsOf(sample, pids);
  const tick = async (): Promise<void> => {
    looked += 1;
    const isWhole = looked % LOOKS_A_WHOLE === 0;
    const told = await look([...(isWhole ? ['all'] : []), ...details()], isWhole);
    if (told === null) return;
    onLook(told);
    beats.strike(looked);
  };
  const stop = async (): Promise<boolean> => {
    const wasOn = timer !== null;
    if (timer !== null) clearInterval(timer);
    timer = null;
    await asking;
    return wasOn;
  };
  return {
    sources: { root: latest(() => sample), now: () => sample?.at ?? millis(0), beat: beats.open },
    pids: () => pids,
    async begin() {
      await stop();
      // Who belongs to the service is known only when everybody was told of.
      await look(['all'], true);
      const first = await look([...details(), ...sharesOf(pids)], false);
      if (first === null) return null;
      let isAnswered = true;
      timer = setInterval(() => {
        // One that is slow to answer is not asked again meanwhile.
        if (!isAnswered) return;
        isAnswered = false;
        asking = tick().finally(() => (isAnswered = true));
      }, EVERY_MS).unref();
      return first;
    },
    async end() {
      if (!(await stop())) return null;
      return await look(['all', ...details(), ...sharesOf(pids)], true);
    },
    gap: () => gap,
  };
}

/** @throws FarTrouble where it is no sample, or not one after the last */
function checked(next: FarSample | null, last: FarSample | null, { host }: SshWatchPlan): FarSample {
  if (next === null) throw new FarTrouble(phrase('far-odd', { host }));
  if (last !== null && next.at < last.at) throw new FarTrouble(phrase('far-restarted', { host }));
  return next;
}

const noProcess = ({ host, of }: SshWatchPlan): Phrase =>
  of.kind === 'pid-file'
    ? phrase('far-no-pid', { file: of.path, host })
    : phrase('far-no-process', { name: of.name, host });

/** What is asked of each process, and of the threads of those first ones that do not have too many. */
function detailsOf(sample: FarSample | null, pids: readonly number[]): readonly string[] {
  let threads = 0;
  const detailed = pids.filter((pid) => {
    threads += sample === null ? 1 : (readTimes(sample, pid)?.size ?? 1);
    return threads <= MOST_THREADS;
  });
  return [...pids.map(String), ...detailed.map((pid) => `t${pid}`)];
}

/** The kernel walks all page tables for these: at either end only. */
const sharesOf = (pids: readonly number[]): readonly string[] =>
  pids.length > MOST_SHARES ? [] : pids.map((pid) => `s${pid}`);

const latest = (sample: () => FarSample | null): KernelFiles => ({
  read: (path) => sample()?.read(path) ?? null,
  list: (path) => sample()?.list(path) ?? [],
});

/** Strikes when a sample has come: with as many strikes as were due by then. */
function openFarBeats() {
  const open: { readonly every: Millis; readonly strike: (due: number) => void; isOn: boolean }[] = [];
  return {
    open: ((every, strike) => {
      const beat = { every, strike, isOn: false };
      open.push(beat);
      return {
        start: () => void (beat.isOn = true),
        stop: () => void (beat.isOn = false),
      };
    }) satisfies typeof openBeat,
    strike(looks: number): void {
      for (const { every, strike, isOn } of open) if (isOn) strike((looks * EVERY_MS) / every);
    },
  };
}
