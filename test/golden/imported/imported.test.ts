/** Outputs of other tools against committed pairs: what was read of them, and the report in every language. `npm run golden` writes them anew. */
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { LANGUAGE_CODES } from '../../../src/domain/language.ts';
import type { Run } from '../../../src/domain/measurement.ts';
import type { Limit } from '../../../src/domain/plan.ts';
import { findAll } from '../../../src/findings/find.ts';
import { judge } from '../../../src/judge/judge.ts';
import { composeReport } from '../../../src/report/report.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { fromRecord } from '../../../src/stats/histogram.ts';
import { bytesOf, fileOf, OUTPUTS, runOfOutput } from '../../fixtures/foreign.ts';
import { FIRST_RUN, planOf } from '../../fixtures/measured.ts';

const LIMITS: readonly Limit[] = [
  { kind: 'absolute', metric: 'p95', bound: 50 },
  { kind: 'absolute', metric: 'throughput', bound: 10 },
  { kind: 'absolute', metric: 'error-rate', bound: 0.01 },
];

const OCCASION = {
  kind: 'local',
  repository: null,
  headSha: null,
  baseSha: null,
  pullRequest: null,
  runUrl: null,
} as const;

/** Everything of the run but encoded histograms, of which the quantiles stand for the whole. */
const factsOf = (run: Run): string =>
  `${JSON.stringify(
    run,
    (key, value: unknown) => {
      if (key !== 'latency') return value;
      const record = value as Parameters<typeof fromRecord>[0];
      const histogram = fromRecord(record);
      const quantiles = [0.5, 0.95, 0.99].map((quantile) => histogram.quantile(quantile));
      return { count: record.count, resolution: record.resolution, quantiles, max: histogram.max };
    },
    2,
  )}\n`;

async function tellOf(name: string): Promise<{ readonly facts: string; readonly texts: readonly string[] }> {
  try {
    const run = await runOfOutput(fileOf(name, bytesOf(name)));
    const plan = planOf(run.blocks[0]?.slices ?? [], { limits: LIMITS });
    const verdict = judge(run, plan, { browse: FIRST_RUN });
    const findings = findAll({ plan, run, verdict, occasion: OCCASION });
    const report = composeReport({ plan, run, verdict, findings, occasion: OCCASION });
    const texts = LANGUAGE_CODES.map((language) =>
      renderTerminal(report, language, { width: 100, colour: false }),
    );
    return { facts: factsOf(run), texts };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { facts: `${JSON.stringify(error.detail, null, 2)}\n`, texts: [] };
  }
}

describe.each(OUTPUTS)('%s', (name) => {
  it('comes to these numbers and this report', async () => {
    const { facts, texts } = await tellOf(name);
    await expect(facts).toMatchFileSnapshot(`${name}/facts.json`);
    for (const [index, text] of texts.entries()) {
      expect(text).not.toMatch(/undefined|NaN|\bnull\b/u);
      await expect(`${text}\n`).toMatchFileSnapshot(`${name}/expected.${LANGUAGE_CODES[index]}.txt`);
    }
  });
});
