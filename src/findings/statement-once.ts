/** A statement of a database is named once: where it is the bottleneck, the attribution of the added latency refers to it. */
import type { GrownStatement } from '../domain/attribution.ts';
import type { Finding } from '../domain/finding.ts';

type Attributed = Extract<Finding, { readonly name: 'attribution' }>;

/** The findings with every attribution knowing whether a bottleneck of its scenario names the same statement: that one says what is wrong with it, and is what advice is about. */
export function nameStatementsOnce(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((each) => (each.name === 'attribution' ? referring(each, findings) : each));
}

function referring(each: Attributed, findings: readonly Finding[]): Attributed {
  const { scenario, statement } = each.evidence;
  const named =
    statement !== null && findings.some((other) => names(other, statement) && isAbout(other, scenario));
  return { ...each, evidence: { ...each.evidence, namedBelow: named } };
}

function names(other: Finding, { database, text }: GrownStatement): boolean {
  switch (other.name) {
    case 'n-plus-one':
    case 'missing-index':
    case 'database-dominant':
      return other.evidence.database === database && other.evidence.statement === text;
    case 'slow-command':
      return other.evidence.database === database && other.evidence.command === text;
    default:
      return false;
  }
}

const isAbout = ({ evidence }: Finding, scenario: string): boolean =>
  'scenario' in evidence && evidence.scenario === scenario;
