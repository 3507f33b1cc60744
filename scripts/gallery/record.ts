/**
 * Measures the stories of the gallery: `npm run gallery:record -- --all | --only NAME… [--again] [--disturbed]`. Boots each service from a repository of its own, loads it by the whole
 * program, and keeps what is needed to tell the story again in docs/gallery/recorded, if the run came out as the story says; otherwise it is measured again, three times at most.
 * Stories that are recorded as expected are left alone unless `--again`. A run during which others took the machine is not as expected, and measured again later, unless
 * `--disturbed` says that it will do. `npm run gallery` then tells what is recorded. Ends with 1 when a story is missing.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Occasion } from '../../src/domain/occasion.ts';
import { runGate } from '../../src/gate.ts';
import { memoryLog } from '../../src/platform/log.ts';
import { maskTree, secretsOfPlan } from '../../src/platform/mask.ts';
import { openWorld } from '../../src/platform/open-world.ts';
import { openVault } from '../../src/platform/vault.ts';
import { type CameTo, disturbancesOf, missesOf, missesOfRecording } from './expected.ts';
import { isRecorded, RECORDED, retell, writeRecording } from './recording.ts';
import { obstacleTo, openSite, type Site } from './site.ts';
import { type GalleryStory, type Shoot, STORIES } from './stories.ts';

/** A story with a run of its own. */
type Own = GalleryStory & { readonly shoot: Shoot };

const ATTEMPTS = 3;

/** Baselines that were measured by this command, by what they depend on: several stories share one. */
const baselines = new Map<string, string>();

const own = STORIES.filter((each): each is Own => 'config' in each.shoot);
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    again: { type: 'boolean', default: false },
    disturbed: { type: 'boolean', default: false },
  },
});
const names = own.map(({ name }) => name);
const unknown = (values.only ?? []).filter((name) => !names.includes(name));
if (unknown.length > 0 || values.all === (values.only !== undefined)) {
  say(
    `Usage: npm run gallery:record -- --all | --only NAME… [--again] [--disturbed], with NAME one of ${names.join(', ')}`,
  );
  process.exitCode = 3;
} else {
  const asked = own.filter(({ name }) => values.all || values.only?.includes(name));
  const missing: string[] = [];
  for (const each of asked) if (!(await record(each))) missing.push(each.name);
  if (missing.length > 0) say(`Not as expected: ${missing.join(', ')}. Record them on a quiet machine.`);
  process.exitCode = missing.length > 0 ? 1 : 0;
}

/** Whether the story is recorded as expected in the end. */
async function record(each: Own): Promise<boolean> {
  const { name, shoot } = each;
  if (!values.again && (await isAsExpected(each))) {
    tell(name, 'kept');
    return true;
  }
  const obstacle = obstacleTo(shoot);
  if (obstacle !== null) {
    tell(name, `cannot be measured: ${obstacle}`);
    return false;
  }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const started = performance.now();
    const result = await measured(each).catch((error: unknown) => ({
      misses: [error instanceof Error ? error.message : String(error)],
      size: 0,
    }));
    const seconds = `${Math.round((performance.now() - started) / 1_000)} s`;
    if (result.misses.length === 0) {
      tell(name, `recorded in ${seconds}, ${Math.ceil(result.size / 1_000)} kB`);
      return true;
    }
    tell(name, `attempt ${attempt} of ${ATTEMPTS}, ${seconds}: ${result.misses.join('; ')}`);
    // A baseline of a machine that was busy is no reference: the next attempt measures its own.
    baselines.delete(keyOf(shoot));
  }
  return false;
}

/** Whether what is recorded is still what the story is to show. A recording that cannot be read is none. */
async function isAsExpected({ name, shoot }: Own): Promise<boolean> {
  const folder = join(RECORDED, name);
  if (!isRecorded(folder)) return false;
  try {
    const retold = await retell(folder, name);
    return [...missesOfRecording(shoot, retold), ...noiseIn(retold.judged)].length === 0;
  } catch {
    return false;
  }
}

/** What others did to a run, unless it does not matter. */
function noiseIn(told: CameTo): readonly string[] {
  const disturbed = values.disturbed ? [] : disturbancesOf(told);
  return disturbed.length === 0 ? [] : [`disturbed by others (${disturbed.join(', ')})`];
}

/** What a baseline depends on. */
function keyOf({ service, config, base, baselineRuns }: Shoot): string {
  return JSON.stringify([service, config, base, baselineRuns]);
}

/** Measures once, and keeps the run if it has nothing against it. */
async function measured({ name, shoot }: Own): Promise<{ misses: readonly string[]; size: number }> {
  const key = keyOf(shoot);
  await using site = await openSite(shoot, baselines.get(key) ?? null);
  if (site.baseline !== null) baselines.set(key, site.baseline);
  const occasion = pullRequest(site);
  await using world = await openWorld({
    workspace: site.workspace,
    env: site.env,
    log: memoryLog(),
    vault: openVault({ env: site.env, secrets: {} }),
    door: new URL('../../src/cli.ts', import.meta.url).href,
    onSecondSignal: () => process.exit(130),
  });
  const result = await runGate({ occasion, configPath: null, inputs: {} }, world);
  if (world.signal.aborted) {
    say('Stopped. What was recorded is kept: the same command goes on from there.');
    process.exit(130);
  }
  if (result.kind === 'failed') return { misses: [result.failure.message, ...result.failure.lines], size: 0 };
  const misses = [...missesOf(shoot.expected, result), ...noiseIn(result)];
  if (misses.length > 0) return { misses, size: 0 };
  const run = maskTree(result.run, world.vault.maskWith(secretsOfPlan(result.plan)));
  const recording = { config: shoot.config, baseline: site.baseline, occasion, run };
  return { misses, size: await writeRecording(join(RECORDED, name), recording) };
}

/** As the Action would have it. The repository is nobody's; the commits are those that were measured. */
function pullRequest({ baseSha, headSha }: Site): Occasion {
  return {
    kind: 'pull-request',
    repository: 'octo/bookshop',
    headSha,
    baseSha,
    pullRequest: { number: 42, fromFork: false },
    runUrl: 'https://github.com/octo/bookshop/actions/runs/1234567890',
  };
}

function tell(name: string, text: string): void {
  say(`${name.padEnd(20)} ${text}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
