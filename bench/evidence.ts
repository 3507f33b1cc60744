/**
 * Writes docs/evidence.md from what `npm run bench:gate` and `npm run bench:design` kept in bench/results: `npm run bench:evidence [-- --pseudo 100000]`. The same results
 * give the same page.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Group, groupsOf } from './evidence/facts.ts';
import { composePage } from './evidence/page.ts';
import { pseudoRow } from './evidence/pseudo.ts';
import { sampleRun } from './evidence/sample.ts';
import { readDesignBlocks } from './gate/designs.ts';
import { readRuns } from './gate/record.ts';

const { values } = parseArgs({ options: { pseudo: { type: 'string', default: '100000' } } });
const groups = groupsOf(readRuns().map(sampleRun));
const pseudo = groups.map((group: Group, index) => {
  const started = performance.now();
  const row = pseudoRow(group, Number(values.pseudo), index + 1);
  console.log(`${group.name.padEnd(14)} ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  return row;
});
const page = composePage(groups, pseudo, readDesignBlocks());
writeFileSync(join(import.meta.dirname, '..', 'docs', 'evidence.md'), page);
