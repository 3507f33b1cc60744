/** What a run tells of itself while it runs: progress by the moment, and a line when something is complete. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { isOpen } from '../domain/executor.ts';
import type { Block, Phase, Side, Slice } from '../domain/measurement.ts';
import type { Load } from '../domain/plan.ts';
import type { BlockNumber, Progress, Glimpse, TimeLeft } from '../domain/progress.ts';
import { type Millis, millis, type PerSecond, perSecond, toMillis, toSeconds } from '../domain/units.ts';
import type { LoadProgress } from '../engines/load-job.ts';
import { fromRecord } from '../stats/histogram.ts';
import { median } from '../stats/robust.ts';
import { failuresOf } from '../stats/summary.ts';
import type { MeasuredTurn } from './turn.ts';

/** Where in a run something happens. */
export interface Position {
  readonly phase: Phase;
  readonly block: BlockNumber | null;
  /** What is left of the run when so much of a scenario's time has passed. */
  readonly left: (done: Millis) => TimeLeft | null;
}

/** The head alone, where nobody knows what else there is to do. */
export const NOWHERE: Position = { phase: 'alone', block: null, left: () => null };

/** Points of a trail that are kept: more than any terminal has room for beside the numbers. */
const TRAIL_MAX = 60;

/** A moment that has no numbers yet. */
export function idleProgress(
  doing: Exclude<Progress['doing'], 'loading'>,
  { phase, block, left }: Position,
  side: Side | null = null,
): Progress {
  return { ...NOTHING, doing, phase, block, side, left: left(millis(0)) };
}

const NOTHING = {
  scenario: null,
  side: null,
  part: null,
  elapsed: millis(0),
  total: null,
  glimpses: [],
  trail: [],
  errors: 0,
};

/** What a load was last seen to do, of which moments are told. */
export interface Seen extends Pick<Progress, 'scenario' | 'side' | 'part' | 'trail'> {
  /** Time of the scenario's load before this stretch. */
  readonly before: Millis;
  /** Of the stretch before its measured time. */
  readonly warmUp: Millis;
}

/** A moment of a load in one piece. */
export function loadProgress(
  { before, warmUp, ...seen }: Seen,
  progress: LoadProgress,
  { phase, block, left }: Position,
): Progress {
  const { elapsed, total, errors, second } = progress;
  const isWarmingUp = progress.phase === 'warm-up';
  const { throughput, p95 } = second ?? progress;
  const isSilent = second === null && throughput === 0 && errors === 0;
  return {
    ...seen,
    doing: isWarmingUp ? 'warming-up' : 'loading',
    phase,
    block,
    elapsed,
    total,
    glimpses: isSilent ? [] : [{ side: seen.side, throughput, p95 }],
    errors,
    left: left(millis(before + (isWarmingUp ? 0 : warmUp) + elapsed)),
  };
}

/** Remembers the throughput of the last whole seconds of a load; begins anew with each phase. */
export function openTrail(): (progress: LoadProgress) => readonly PerSecond[] {
  let phase: LoadProgress['phase'] | null = null;
  let known = -1;
  let trail: readonly PerSecond[] = [];
  return (progress) => {
    const { second } = progress;
    const isNew = progress.phase !== phase || (second === null ? known >= 0 : second.second < known);
    if (isNew) [phase, known, trail] = [progress.phase, -1, []];
    if (second === null || second.second === known) return trail;
    known = second.second;
    trail = [...trail, second.throughput].slice(-TRAIL_MAX);
    return trail;
  };
}

/** What a block has taken of a scenario's turns. */
export interface TurnsSoFar {
  readonly scenario: string;
  /** The build of the last one. */
  readonly side: Side;
  readonly taken: ReadonlyMap<Side, readonly MeasuredTurn[]>;
  readonly number: number;
  readonly of: number;
}

/** The moment after a turn: what the builds showed in all turns of the block so far. */
export function turnProgress(
  { scenario, side, taken, number, of }: TurnsSoFar,
  { phase, block, left }: Position,
): Progress {
  const all = [...taken.values()].flat();
  const length = all.at(-1)?.elapsed ?? 0;
  return {
    ...NOTHING,
    doing: 'loading',
    phase,
    scenario,
    side,
    block,
    part: { kind: 'turn', number, of },
    elapsed: millis(number * length),
    total: millis(of * length),
    glimpses: SIDES.flatMap((each) => glimpseOf(each, taken.get(each) ?? [])),
    trail: (taken.get('head') ?? taken.get(side) ?? []).slice(-TRAIL_MAX).map(rateOf),
    errors: all.reduce((sum, { result }) => sum + failuresOf(result.counts).hits, 0),
    left: left(millis(0)),
  };
}

const rateOf = ({ ok, elapsed }: Pick<MeasuredTurn, 'ok' | 'elapsed'>): PerSecond =>
  perSecond(ok / toSeconds(elapsed));

/** In the same order whoever had the first turn. */
const SIDES: readonly Side[] = ['head', 'base'];

function glimpseOf(side: Side, turns: readonly MeasuredTurn[]): readonly Glimpse[] {
  if (turns.length === 0) return [];
  const known = turns.flatMap(({ p95 }) => p95 ?? []);
  const total = (read: (turn: MeasuredTurn) => number): number =>
    turns.reduce((sum, turn) => sum + read(turn), 0);
  const throughput = rateOf({
    ok: total(({ ok }) => ok),
    elapsed: millis(total(({ elapsed }) => elapsed)),
  });
  return [{ side, throughput, p95: known.length === 0 ? null : millis(median(known)) }];
}

/** `16 users`, `1,200 requests a second`. */
export function levelText(level: number, { executor }: Pick<Load, 'executor'>): string {
  if (isOpen(executor)) return `${level.toLocaleString('en')} requests a second`;
  return level === 1 ? 'one user' : `${level} users`;
}

/** The same as a phrase. */
export function levelPhrase(level: number, { executor }: Pick<Load, 'executor'>): Phrase {
  if (isOpen(executor)) return phrase('level-rate', { level });
  return level === 1 ? phrase('level-one-user') : phrase('level-users', { level });
}

/** When a scenario's load is over: `browse: 20.0 s, 1,234/s, p95 4.2 ms, no errors`. */
export function sliceLine(slice: Slice): string {
  const { elapsed, counts, latency, search, scenario } = slice;
  const time = `${toSeconds(elapsed).toFixed(1)} s`;
  const errors = errorsText(failuresOf(counts).hits);
  if (search !== null) return `${scenario}: ${search.steps.length} steps in ${time} of load, ${errors}`;
  const p95 = fromRecord(latency).quantile(0.95);
  const latencyText = p95 === null ? 'no answers' : `p95 ${toMillis(p95).toFixed(1)} ms`;
  return [`${scenario}: ${time}`, rateText(rateOf({ ok: counts.ok, elapsed })), latencyText, errors].join(
    ', ',
  );
}

/** When a phase of a comparison is over: `9 blocks: 12,345 requests in 70 s of load, no errors`. */
export function blocksLine(blocks: readonly Block[]): string {
  const slices = blocks.flatMap((block) => block.slices);
  const total = (read: (slice: Slice) => number): number => slices.reduce((sum, each) => sum + read(each), 0);
  const sent = total(({ counts }) => counts.sent).toLocaleString('en');
  const load = blocks.reduce((sum, block) => sum + block.load, 0);
  const count = blocks.length === 1 ? 'One block' : `${blocks.length} blocks`;
  const errors = errorsText(total(({ counts }) => failuresOf(counts).hits));
  return `${count}: ${sent} requests in ${Math.round(load / 1_000)} s of load, ${errors}`;
}

const rateText = (rate: PerSecond): string => `${Math.round(rate).toLocaleString('en')}/s`;

const errorsText = (count: number): string =>
  count === 0 ? 'no errors' : count === 1 ? 'one error' : `${count.toLocaleString('en')} errors`;
