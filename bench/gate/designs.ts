/** The designs that are tried against each other, and what is kept of their blocks. */
import type { MetricName } from '../../src/domain/metric.ts';
import { millis } from '../../src/domain/units.ts';
import type { Design } from '../../src/measure/design.ts';
import { readResults } from './results.ts';
import type { KeptTurns } from './turns.ts';

/** A design with its name. */
export type NamedDesign = Pick<Design, 'turn' | 'apart' | 'warmUpTurn'> & { readonly name: string };

/** Turns of several lengths, and all cores shared. */
export const DESIGNS: readonly NamedDesign[] = [
  { name: '50 ms', turn: millis(50), warmUpTurn: millis(500), apart: true },
  { name: '100 ms', turn: millis(100), warmUpTurn: millis(500), apart: true },
  { name: '100 ms, short warm-up', turn: millis(100), warmUpTurn: millis(200), apart: true },
  { name: '250 ms', turn: millis(250), warmUpTurn: millis(500), apart: true },
  { name: '1 s', turn: millis(1_000), warmUpTurn: millis(500), apart: true },
  { name: '100 ms, cores shared', turn: millis(100), warmUpTurn: millis(500), apart: false },
];

/** File of the results. */
export const DESIGN_RESULTS = 'design.jsonl.gz';

/** One block of two equal builds. */
export interface KeptDesignBlock {
  readonly design: string;
  readonly at: string;
  readonly machine: string;
  /** Seconds under load, warm-up included. */
  readonly load: number;
  /** Seconds of it that a build was warmed up. */
  readonly warmUp: number;
  /** Wall clock in seconds, boots included. */
  readonly seconds: number;
  readonly overall: Readonly<Record<MetricName, number | null>>;
  readonly base: KeptTurns;
  readonly head: KeptTurns;
}

/** All blocks that were kept, in the order in which they were measured. */
export const readDesignBlocks = (): readonly KeptDesignBlock[] =>
  readResults(DESIGN_RESULTS) as readonly KeptDesignBlock[];
