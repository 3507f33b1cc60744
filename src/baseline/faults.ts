/** What is wrong with a baseline whose shape is right: what would make a comparison fail or a run count twice. Pure. */
import { fromRecord } from '../stats/histogram.ts';
import type { Baseline, History } from './baseline.ts';

/** A fault and its place: names and indexes from the top of the file. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/** All faults, in the order of the file. */
export function faultsOf(baseline: Baseline): readonly Fault[] {
  const accepted = repeated(
    baseline.accepted.map(({ scenario, metric, by, at }) => JSON.stringify([scenario, metric, by, at])),
  );
  return [
    ...accepted.map((index) => ({ path: ['accepted', index], problem: 'is there twice' })),
    ...Object.entries(baseline.scenarios).flatMap(([scenario, { histories, releases }]) => {
      const top = ['scenarios', scenario];
      const lines = repeated(histories.map(({ fingerprint, configHash }) => `${fingerprint} ${configHash}`));
      const tags = repeated(
        releases.map(({ tag, fingerprint, configHash }) => JSON.stringify([tag, fingerprint, configHash])),
      );
      return [
        ...lines.map((index) => ({
          path: [...top, 'histories', index],
          problem: 'has the machine and configuration of another one',
        })),
        ...tags.map((index) => ({ path: [...top, 'releases', index], problem: 'is there twice' })),
        ...histories.flatMap((history, index) => faultsOfLine(history, [...top, 'histories', index])),
      ];
    }),
  ];
}

/** Indexes of what came before. */
const repeated = (keys: readonly string[]): readonly number[] =>
  keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));

function faultsOfLine({ runs }: History, place: Fault['path']): readonly Fault[] {
  return runs.flatMap((run, index): readonly Fault[] => {
    const before = runs[index - 1];
    const path = [...place, 'runs', index];
    const late = before !== undefined && Date.parse(before.date) >= Date.parse(run.date);
    const broken = problemOf(() => fromRecord(run.latency));
    return [
      ...(late ? [{ path: [...path, 'date'], problem: 'is not after that of the run before' }] : []),
      ...(broken === null ? [] : [{ path: [...path, 'latency'], problem: `is not a histogram: ${broken}` }]),
    ];
  });
}

function problemOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
