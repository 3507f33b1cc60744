/** Recorded runs of the gallery as they lie in docs/gallery/recorded, read as strictly as the program reads its own files, and judged and told again as it is today. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { decodeBaseline } from '../../src/baseline/codec.ts';
import { knownIn } from '../../src/baseline/known.ts';
import { loadPlan } from '../../src/config/load.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { Run } from '../../src/domain/measurement.ts';
import type { Occasion } from '../../src/domain/occasion.ts';
import { millis } from '../../src/domain/units.ts';
import { explain, type Judged } from '../../src/gate.ts';
import { parseRun } from '../../src/measure/recorded-run.ts';
import { memoryLog } from '../../src/platform/log.ts';
import { openVault } from '../../src/platform/vault.ts';
import type { World } from '../../src/platform/world.ts';

/** Everything that a story needs to be told again. */
export interface Recording {
  /** Text of the configuration. */
  readonly config: string;
  /** Text of the baseline file of the base commit; null: it has none. */
  readonly baseline: string | null;
  readonly occasion: Occasion;
  readonly run: Run;
}

/** Most bytes that one story may take. */
export const RECORDING_BYTES_MAX = 150_000;

/** Names of the files of a recording. */
export const RECORDED_FILES = {
  config: 'loadgate.yml',
  run: 'run.json.gz',
  baseline: 'baseline.json.gz',
  occasion: 'occasion.json',
} as const;

const hash = z.string().regex(/^[0-9a-f]{40}$/u);
const occasionShape = z.strictObject({
  kind: z.literal('pull-request'),
  repository: z.string(),
  headSha: hash,
  baseSha: hash,
  pullRequest: z.strictObject({ number: z.int().positive(), fromFork: z.boolean() }),
  runUrl: z.url(),
});

/** Where the recordings of the gallery lie. */
export const RECORDED = join(import.meta.dirname, '../../docs/gallery/recorded');

/** Whether there is a recording in this folder, readable or not. */
export const isRecorded = (folder: string): boolean => existsSync(join(folder, RECORDED_FILES.run));

/** Writes a recording into a folder of its own, and returns its size in bytes. @throws Error when it is too large to be committed */
export async function writeRecording(folder: string, recording: Recording): Promise<number> {
  const files: readonly (readonly [string, Buffer])[] = [
    [RECORDED_FILES.config, Buffer.from(recording.config)],
    [RECORDED_FILES.run, packed(JSON.stringify(recording.run))],
    [RECORDED_FILES.occasion, Buffer.from(`${JSON.stringify(recording.occasion, null, 2)}\n`)],
    ...(recording.baseline === null ? [] : [[RECORDED_FILES.baseline, packed(recording.baseline)] as const]),
  ];
  const size = files.reduce((sum, [, content]) => sum + content.length, 0);
  if (size > RECORDING_BYTES_MAX)
    throw new Error(
      `The recording has ${size} bytes, more than ${RECORDING_BYTES_MAX}: make the story shorter`,
    );
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  return size;
}

const packed = (text: string): Buffer => gzipSync(text, { level: 9 });

/** The recording in a folder. @throws Failure when a file of it is not what this version of the program writes */
export async function readRecording(folder: string): Promise<Recording> {
  const unpacked = async (name: string): Promise<string> =>
    gunzipSync(await readFile(join(folder, name))).toString('utf8');
  const { config, run, baseline, occasion } = RECORDED_FILES;
  return {
    config: await readFile(join(folder, config), 'utf8'),
    run: parseRun(await unpacked(run), join(folder, run)),
    baseline: existsSync(join(folder, baseline)) ? await unpacked(baseline) : null,
    occasion: occasionShape.parse(JSON.parse(await readFile(join(folder, occasion), 'utf8'))),
  };
}

/** A recorded run with what the program of today makes of it. */
export interface Retold {
  /** Text of the configuration that it was measured with. */
  readonly config: string;
  readonly judged: Judged;
}

/**
 * What the program of today makes of a recorded run: nothing is measured.
 * @throws Error when the recording cannot be read any more, with the command that makes a new one
 */
export async function retell(folder: string, name: string): Promise<Retold> {
  try {
    const { config, run, baseline, occasion } = await readRecording(folder);
    const { plan } = await loadPlan(
      { configPath: RECORDED_FILES.config, inputs: {}, base: config, sendsNothing: true },
      worldIn(folder),
    );
    const source = { path: plan.baseline.path, commit: occasion.baseSha };
    const stored = { source, baseline: baseline === null ? null : decodeBaseline(baseline, source.path) };
    // As the Action was asked: with the configuration at its usual place.
    const asked = { occasion, configPath: null, inputs: {} };
    return { config, judged: explain(plan, run, knownIn(stored, plan, run), asked) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const lines = error instanceof Failure ? error.detail.lines : [];
    const advice = `Record it again: npm run gallery:record -- --only ${name} --again`;
    throw new Error([`The recorded run of ${name} cannot be told: ${why}`, ...lines, advice].join('\n'), {
      cause: error,
    });
  }
}

/** Enough of a world to read the files of a folder. */
const worldIn = (folder: string): World => ({
  workspace: folder,
  temporary: folder,
  env: {},
  vault: openVault({ env: {}, secrets: {} }),
  signal: new AbortController().signal,
  log: memoryLog(),
  now: () => millis(performance.now()),
  date: () => new Date(),
  generator: [process.execPath],
});
