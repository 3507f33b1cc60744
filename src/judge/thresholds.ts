/** Thresholds of a script of k6 beside our limits: told with the verdict, which does not rest on them. */
import { addThresholds, type K6Threshold } from '../domain/k6.ts';
import type { Slice } from '../domain/measurement.ts';

/** Those of a scenario's slices, each once: what k6 told as it sent, or what its output told that was imported. */
export const thresholdsOf = (slices: readonly Pick<Slice, 'engine' | 'imported'>[]): readonly K6Threshold[] =>
  addThresholds(
    slices.flatMap(({ engine, imported }) => engine.k6?.thresholds ?? imported?.thresholds ?? []),
  );
