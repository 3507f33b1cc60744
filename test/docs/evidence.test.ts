/** docs/evidence.md tells what bench/results holds, and the judge of today comes to the verdicts of then. */
import { describe, expect, it } from 'vitest';
import { groupsOf, judgedOtherwise } from '../../bench/evidence/facts.ts';
import { sampleRun } from '../../bench/evidence/sample.ts';
import { realTable } from '../../bench/evidence/tables.ts';
import { readRuns } from '../../bench/gate/record.ts';
import { readText } from './repository.ts';

const groups = groupsOf(readRuns().map(sampleRun));
const runs = groups.flatMap((group) => group.runs);

describe('docs/evidence.md', () => {
  it('counts the runs that were kept', () => {
    expect(runs.length).toBeGreaterThan(20);
    expect(readText('docs/evidence.md')).toContain(realTable(groups));
  });

  it('would tell the same today: judged again from their blocks, runs come to the outcome that they had', () => {
    const otherwise = groups.reduce((sum, group) => sum + judgedOtherwise(group), 0);
    // Blocks are kept in five digits: a run on the very edge of a limit may fall to the other side.
    expect(otherwise / runs.length).toBeLessThan(0.03);
  });
});
