/** What a recorded run is to come out as, so that a story of the gallery shows what it says it shows. Pure. */
import type { Finding, FindingName } from '../../src/domain/finding.ts';
import type { ComparisonOutcome, Outcome, Verdict } from '../../src/domain/verdict.ts';
import type { Report } from '../../src/report/report.ts';

/** What is expected of a story. What is absent is not asked for. */
export interface Expected {
  readonly outcome: Outcome;
  /** At least one comparison comes to this… */
  readonly comparison?: ComparisonOutcome;
  /** …and it is with this. */
  readonly against?: 'baseline' | 'base';
  /** An absolute limit is broken. */
  readonly breach?: boolean;
  /** Latency rises along the curve of a ramp. */
  readonly knee?: boolean;
  /** Findings that are told. */
  readonly findings?: readonly FindingName[];
}

/** What a run came to. */
export interface CameTo {
  readonly verdict: Verdict;
  readonly report: Pick<Report, 'scenarios' | 'allFindings'>;
}

/** A curve bends where its last point is so many times its first. */
const RISES = 1.5;

/** Everything about a recorded run that is not as its story says; none: it is the story. */
export const missesOfRecording = (
  { config, expected }: { readonly config: string; readonly expected: Expected },
  recorded: { readonly config: string; readonly judged: CameTo },
): readonly string[] => [
  ...(recorded.config === config ? [] : ['it was measured with another configuration']),
  ...missesOf(expected, recorded.judged),
];

/** Everything about a run that is not as expected, a few words each; none: it is the story. */
export function missesOf(expected: Expected, { verdict, report }: CameTo): readonly string[] {
  const { outcome, comparison, against, breach, knee, findings = [] } = expected;
  const told = report.allFindings.map(({ name }: Finding) => name);
  return [
    ...(verdict.outcome === outcome ? [] : [`${verdict.outcome}, not ${outcome}${reasonsOf(verdict)}`]),
    ...(comparison === undefined || comparesTo(verdict, comparison, against)
      ? []
      : [`no ${comparison} against the ${against ?? 'reference'}`]),
    ...(breach === true && !isBroken(verdict) ? ['no absolute limit is broken'] : []),
    ...(knee === true && !report.scenarios.some(bends) ? ['the curve does not bend'] : []),
    ...findings.filter((name) => !told.includes(name)).map((name) => `no finding ${name}`),
  ];
}

/** Findings that are about what else the machine did. */
const DISTURBANCES: readonly FindingName[] = ['neighbour', 'background-activity'];

/** What disturbed a run, by the names of the findings that say so; none: the machine was quiet. */
export const disturbancesOf = ({ report }: CameTo): readonly string[] =>
  DISTURBANCES.filter((name) => report.allFindings.some((finding) => finding.name === name));

/** Why it is void, which is what one wants to know first of a recording that failed. */
function reasonsOf({ scenarios }: Verdict): string {
  const kinds = new Set(scenarios.flatMap(({ voids }) => voids.map(({ kind }) => kind)));
  return kinds.size === 0 ? '' : ` (${[...kinds].join(', ')})`;
}

const judgementsOf = ({ scenarios }: Verdict) => scenarios.flatMap(({ judgements }) => judgements);

const comparesTo = (verdict: Verdict, outcome: ComparisonOutcome, against: Expected['against']): boolean =>
  judgementsOf(verdict).some(
    ({ comparison }) =>
      comparison?.outcome === outcome && (against === undefined || comparison.against === against),
  );

const isBroken = (verdict: Verdict): boolean =>
  judgementsOf(verdict).some(({ bounds }) => bounds.some(({ broken }) => broken));

function bends({ loadCurve }: Report['scenarios'][number]): boolean {
  const [first, last] = [loadCurve?.points[0], loadCurve?.points.at(-1)];
  return first !== undefined && last !== undefined && last.p50 >= RISES * first.p50;
}
