/** What a fuzzer is: inputs, and what must hold for each of them. */
import type { Arbitrary } from 'fast-check';

/** How far a fuzzer goes. */
export type Depth = 'ci' | 'usual' | 'release';

/** One surface that takes what strangers wrote. Inputs are plain JSON, so that one that gets through can be kept as a file. */
export interface FuzzTarget<Input> {
  /** As `--target` and the folder of its corpus name it. */
  readonly name: string;
  /** What is promised, in one sentence. */
  readonly promise: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  /** So many of the unit, at least. */
  readonly bounds: Readonly<Record<Depth, number>>;
  readonly inputs: Arbitrary<Input>;
  /** Looks at one input. @returns how many of the unit it was. @throws whatever the promise is broken by */
  readonly check: (input: Input) => number | Promise<number>;
}

/** A fuzzer whose inputs nobody but itself knows. */
export interface AnyTarget {
  readonly name: string;
  readonly promise: string;
  readonly unit: string;
  readonly bounds: Readonly<Record<Depth, number>>;
  /** Tries new inputs. Inputs are as many as `inputs` says, from this seed on. */
  readonly tryInputs: (seed: number, inputs: number) => Promise<Tried>;
  /** Looks at one input that was kept. @throws whatever the promise is broken by */
  readonly replay: (input: unknown) => Promise<void>;
}

/** What some inputs came to. */
export interface Tried {
  /** Of the target's unit. */
  readonly count: number;
  /** The smallest input that was found to break the promise; null: none does. */
  readonly broken: {
    readonly input: unknown;
    readonly seed: number;
    readonly path: string;
    readonly why: string;
  } | null;
}
