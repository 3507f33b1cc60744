/** Which bottleneck a reader of the report meets first. */
import type { Finding } from '../../src/domain/finding.ts';

/** Its name; null when none is told. */
export function namedFirst(findings: readonly Finding[]): string | null {
  return findings.find(({ kind }) => kind === 'bottleneck')?.name ?? null;
}
