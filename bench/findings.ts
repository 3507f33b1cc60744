/**
 * Whether the right bottleneck is named first: `npm run bench:findings -- [--runs 10] [--only lock] [--dry] [--save FOLDER]`. Services with one known bottleneck each, measured and explained by the
 * whole program. Each run is added to bench/results/findings.jsonl.gz, and the matrix of all of them is printed; `npm run docs` writes it into docs/findings.md. `--dry` keeps
 * nothing, `--save` writes plan and run of each as JSON. Ends with 1 when the claim does not hold for what was measured now.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { loadPlan } from '../src/config/load.ts';
import { findAll } from '../src/findings/find.ts';
import { judge } from '../src/judge/judge.ts';
import { measure } from '../src/measure/measure.ts';
import { prepare } from '../src/measure/setting.ts';
import { memoryLog } from '../src/platform/log.ts';
import { openWorld } from '../src/platform/open-world.ts';
import { openVault } from '../src/platform/vault.ts';
import { say, table } from './field.ts';
import { type Case, CASES } from './findings/cases.ts';
import { claimOf, isRight, matrixOf } from './findings/matrix.ts';
import { FINDINGS_RESULTS, keepFindings, type KeptFindings } from './findings/record.ts';
import { obstacleTo, openSite, type Site } from './findings/site.ts';
import { addResult } from './gate/results.ts';

const LOCAL = {
  kind: 'local',
  repository: null,
  headSha: null,
  baseSha: null,
  pullRequest: null,
  runUrl: null,
} as const;
/** Nothing to compare with: what is judged here is what the run says of itself. */
const NO_BASELINE = { kind: 'first-run', source: { path: 'none', commit: null } } as const;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    only: { type: 'string', multiple: true },
    dry: { type: 'boolean', default: false },
    save: { type: 'string' },
  },
});
const asked = CASES.filter(({ name }) => values.only?.includes(name) ?? true);
if (asked.length === 0) throw new Error(`--only takes one of ${CASES.map(({ name }) => name).join(', ')}`);

const able: Case[] = [];
for (const each of asked) {
  const obstacle = await obstacleTo(each);
  if (obstacle === null) able.push(each);
  else say(`SKIPPED ${each.name}: ${obstacle}`);
}
const measured: KeptFindings[] = [];
// Round by round: a machine that is slower for a while then meets every case.
for (let round = 1; round <= Number(values.runs); round += 1) {
  for (const each of able) {
    const kept = await runCase(each);
    if (kept === null) continue;
    measured.push(kept);
    if (!values.dry) addResult(FINDINGS_RESULTS, kept);
    say(line(each, round, kept));
  }
}
const claim = claimOf(CASES, measured);
const { rows, legend } = matrixOf(CASES, measured);
say(
  `\n${table(rows)}\n\n  ${legend.join('\n  ')}\n\n${claim.holds ? 'holds' : 'DOES NOT HOLD'}: ${claim.text}`,
);
process.exitCode = claim.holds ? 0 : 1;

/** Measures and explains a case once; null when it could not be measured. */
async function runCase(each: Case): Promise<KeptFindings | null> {
  try {
    await using site = await openSite(each);
    return await explained(each, site);
  } catch (error) {
    say(`${each.name} COULD NOT BE MEASURED: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

async function explained(each: Case, { workspace, start, databaseUrl }: Site): Promise<KeptFindings> {
  const url = databaseUrl === null ? {} : { DATABASE_URL: databaseUrl };
  await using world = await openWorld({
    workspace,
    env: process.env,
    log: memoryLog(),
    vault: openVault({ env: url, secrets: {} }),
    door: new URL('../src/cli.ts', import.meta.url).href,
    onSecondSignal: () => process.exit(130),
  });
  const scenario = {
    users: each.users,
    'think-time': each.thinkTime,
    'warm-up': each.warmUp,
    duration: '6s',
    requests: ['GET /'],
  };
  const config = {
    service: { start, ready: 'tcp', env: url },
    ...(each.database === null ? {} : { databases: { [each.database]: { 'url-from': 'DATABASE_URL' } } }),
    scenarios: { default: scenario },
  };
  writeFileSync(join(workspace, 'loadgate.yml'), stringify(config));
  const { plan } = await loadPlan(
    { configPath: 'loadgate.yml', inputs: {}, base: null, ownSecrets: true },
    world,
  );
  const run = await measure(plan, await prepare(plan, LOCAL, world), world);
  if (values.save !== undefined) save(values.save, `${each.name}-${run.seed}.json`, { plan, run });
  const verdict = judge(run, plan, { default: NO_BASELINE });
  const findings = findAll({ plan, run, verdict, occasion: LOCAL });
  return keepFindings(each.name, run, verdict, findings);
}

function save(folder: string, name: string, content: unknown): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify(content));
}

function line(each: Case, round: number, kept: KeptFindings): string {
  return [
    each.name.padEnd(24),
    `run ${round}`,
    isRight(each, kept) ? 'right' : 'WRONG',
    `first: ${kept.named ?? 'none'}`,
    `all: ${kept.found.join(', ')}`,
    ...kept.voids.map((kind) => `void: ${kind}`),
  ].join(' · ');
}
