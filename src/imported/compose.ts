/** Imported results as a run: a slice each, and nothing that nobody told. */
import { type ImportFormat, type Lack, LACKS } from '../domain/imported.ts';
import { type BuildInfo, RUN_SCHEMA, type Run, type Slice } from '../domain/measurement.ts';
import { millis } from '../domain/units.ts';
import { VERSION } from '../domain/version.ts';
import type { Foreign } from './foreign.ts';

/** One scenario's result. */
export interface ImportedScenario {
  readonly scenario: string;
  readonly format: ImportFormat;
  readonly foreign: Foreign;
  /** When its file was last written, milliseconds since 1970. */
  readonly writtenAt: number;
}

/** What the results are put into. */
export interface Frame {
  readonly suite: string;
  readonly head: BuildInfo;
  /** A short hash of a plain value. */
  readonly hash: (value: unknown) => string;
}

/**
 * A run of one block. What makes its numbers comparable is the format, the tool and the scenario: what was sent, from where and how fast, nobody told.
 */
export function composeRun(results: readonly ImportedScenario[], { suite, head, hash }: Frame): Run {
  const slices = results.map(sliceOf);
  const starts = slices.map(({ startedAt }) => startedAt).toSorted();
  return {
    schema: RUN_SCHEMA,
    loadgate: VERSION,
    suite,
    startedAt: starts[0] ?? '',
    seed: 0,
    machine: null,
    target: null,
    builds: [head],
    configHashes: Object.fromEntries(
      results.map(({ scenario, format, foreign }) => [
        scenario,
        hash({ imported: format, tool: foreign.tool, scenario }),
      ]),
    ),
    cores: null,
    baseFailure: null,
    blocks: [
      {
        phase: 'alone',
        load: millis(slices.reduce((sum, { elapsed }) => sum + elapsed, 0)),
        boots: [],
        slices,
      },
    ],
  };
}

function sliceOf({ scenario, format, foreign, writtenAt }: ImportedScenario): Slice {
  const { tool, version, startedAt, elapsed, users, counts, latency, told, requests } = foreign;
  return {
    scenario,
    side: 'head',
    startedAt: new Date(startedAt ?? writtenAt).toISOString(),
    elapsed,
    warmUp: millis(0),
    users,
    cpu: null,
    turns: [],
    search: null,
    engine: { name: tool, version, why: 'imported' },
    counts,
    arrivals: null,
    latency,
    requests,
    statuses: foreign.statuses,
    errors: foreign.errors,
    bodyBytes: foreign.bodyBytes,
    timeline: [],
    memory: null,
    generator: null,
    host: null,
    resources: null,
    imported: {
      format,
      lacks: lacksOf(foreign),
      told,
      ...(foreign.thresholds?.length ? { thresholds: foreign.thresholds } : {}),
    },
  };
}

/** Formats that say what was still under way at the end. */
const TELL_OPEN: readonly Foreign['tool'][] = ['autocannon', 'artillery', 'oha'];

/** What the format lacks, and what this output did not have. In the order of a report. */
function lacksOf(foreign: Foreign): readonly Lack[] {
  const missing: Partial<Record<Lack, boolean>> = {
    distribution: foreign.told !== null,
    'in-flight': !TELL_OPEN.includes(foreign.tool),
    statuses: foreign.statuses.length === 0,
    users: foreign.users === null,
    'body-bytes': foreign.bodyBytes === null,
    timeline: true,
    start: foreign.startedAt === null,
    version: foreign.version === '',
  };
  return LACKS.filter((lack) => missing[lack] === true || foreign.lacks.includes(lack));
}
