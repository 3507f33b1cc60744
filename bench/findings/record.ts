/** A run of a service with a known bottleneck, as it is kept: what was named, and the readings that it was named by. */
import type { Finding } from '../../src/domain/finding.ts';
import type { GeneratorReading, HostReading, Run } from '../../src/domain/measurement.ts';
import type { MetricValues } from '../../src/domain/metric.ts';
import type { Resources } from '../../src/domain/resources.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { primaryBottleneck } from '../../src/findings/primary.ts';
import { summarise } from '../../src/stats/summary.ts';
import { rounded } from '../gate/turns.ts';
import { readResults } from '../gate/results.ts';

/** File of the results. */
export const FINDINGS_RESULTS = 'findings.jsonl.gz';

/** One run. */
export interface KeptFindings {
  readonly case: string;
  readonly at: string;
  readonly machine: string;
  /** The bottleneck that was named first, or null. */
  readonly named: string | null;
  /** All limitations and bottlenecks, in the report's order. */
  readonly found: readonly string[];
  readonly voids: readonly string[];
  readonly metrics: Readonly<Pick<MetricValues, 'p50' | 'p95' | 'throughput'>>;
  readonly generator: GeneratorReading | null;
  readonly host: HostReading | null;
  readonly resources: Omit<Resources, 'curve'> | null;
}

/** All runs that were kept, in the order in which they were measured. */
export const readFindings = (): readonly KeptFindings[] =>
  readResults(FINDINGS_RESULTS) as readonly KeptFindings[];

/** Statements that are kept of a database: the longest. */
const STATEMENTS = 3;

/** Keeps a run of one scenario, in five digits. */
export function keepFindings(
  name: string,
  run: Run,
  verdict: Verdict,
  findings: readonly Finding[],
): KeptFindings {
  const slice = run.blocks[0]?.slices[0];
  const { p50, p95, throughput } = summarise(run, 'default', 'head').metrics;
  const kept: KeptFindings = {
    case: name,
    at: run.startedAt,
    machine: `${run.machine?.cpuModel}, ${run.machine?.cores} cores, ${run.machine?.os}`,
    named: primaryBottleneck(findings),
    found: findings
      .filter(({ kind }) => kind === 'bottleneck' || kind === 'limitation')
      .map((finding) => finding.name),
    voids: verdict.scenarios[0]?.voids.map(({ kind }) => kind) ?? [],
    metrics: { p50, p95, throughput },
    generator: slice?.generator ?? null,
    host: slice?.host ?? null,
    resources: slice?.resources == null ? null : shortened(slice.resources),
  };
  return rounded(kept) as KeptFindings;
}

function shortened({ curve: _curve, ...resources }: Resources): Omit<Resources, 'curve'> {
  const databases = resources.databases.map((each) => ({
    ...each,
    statements: each.statements.slice(0, STATEMENTS),
  }));
  return { ...resources, databases };
}
