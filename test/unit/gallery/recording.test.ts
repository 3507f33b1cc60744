/** Recorded runs of the gallery: read as they were written, and refused with the command that makes new ones when they are not what the program writes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Occasion } from '../../../src/domain/occasion.ts';
import { RUN_SCHEMA } from '../../../src/domain/measurement.ts';
import { missesOf, missesOfRecording } from '../../../scripts/gallery/expected.ts';
import {
  isRecorded,
  type Recording,
  RECORDED_FILES,
  retell,
  writeRecording,
} from '../../../scripts/gallery/recording.ts';
import { runOf, sliceOf } from '../../fixtures/measured.ts';

const CONFIG = `suite: shop
service: { start: node shop.mjs, ready: tcp }
compare: baseline
scenarios:
  browse: { users: 10, duration: 10s, requests: [GET /], limits: { p95: { max: 1ms } } }
`;
const OCCASION: Occasion = {
  kind: 'pull-request',
  repository: 'octo/shop',
  headSha: 'a'.repeat(40),
  baseSha: 'b'.repeat(40),
  pullRequest: { number: 1, fromFork: false },
  runUrl: 'https://github.com/octo/shop/actions/runs/1',
};
const recording = (): Recording => ({
  config: CONFIG,
  baseline: null,
  occasion: OCCASION,
  run: runOf([
    sliceOf({
      seed: 7,
      scenario: 'browse',
      requests: [{ name: 'GET /', weight: 1, median: 8, spread: 0.3 }],
    }),
  ]),
});

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'loadgate-recording-')), 'story');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

describe('a recording', () => {
  it('is told as it was measured, with the limits of its configuration', async () => {
    expect(isRecorded(folder)).toBe(false);
    const size = await writeRecording(folder, recording());
    expect(isRecorded(folder)).toBe(true);
    expect(size).toBeGreaterThan(500);
    const { config, judged } = await retell(folder, 'story');
    expect(config).toBe(CONFIG);
    expect(judged.run).toEqual(recording().run);
    expect(judged.verdict.outcome).toBe('fail');
    expect(judged.report.method.occasion).toEqual(OCCASION);
    expect(missesOf({ outcome: 'fail', breach: true, findings: ['first-run'] }, judged)).toEqual([]);
  });

  it('is told anew from its files alone: the same twice', async () => {
    await writeRecording(folder, recording());
    expect(await retell(folder, 'story')).toEqual(await retell(folder, 'story'));
  });

  it.each([
    [
      'of another schema',
      (run: string) => run.replace(`"schema":${RUN_SCHEMA}`, `"schema":${RUN_SCHEMA + 1}`),
    ],
    ['with a field too many', (run: string) => run.replace('"schema"', '"more":1,"schema"')],
    ['that is cut off', (run: string) => run.slice(0, -10)],
  ])('%s is refused, with the command that records it again', async (_, edit) => {
    await writeRecording(folder, recording());
    const file = join(folder, RECORDED_FILES.run);
    writeFileSync(file, gzipSync(edit(gunzipSync(readFileSync(file)).toString('utf8'))));
    await expect(retell(folder, 'story')).rejects.toThrow(
      'Record it again: npm run gallery:record -- --only story --again',
    );
  });

  it('is not written when it is too large', async () => {
    const config = `${CONFIG}# ${'long '.repeat(40_000)}`;
    await expect(writeRecording(folder, { ...recording(), config })).rejects.toThrow(
      'make the story shorter',
    );
    expect(isRecorded(folder)).toBe(false);
  });
});

describe('what is not as expected', () => {
  it('is said, each by itself', async () => {
    await writeRecording(folder, recording());
    const retold = await retell(folder, 'story');
    const expected = {
      outcome: 'pass',
      comparison: 'regression',
      against: 'base',
      knee: true,
      findings: ['n-plus-one', 'first-run'],
    } as const;
    expect(missesOfRecording({ config: `${CONFIG}\n`, expected }, retold)).toEqual([
      'it was measured with another configuration',
      'fail, not pass',
      'no regression against the base',
      'the curve does not bend',
      'no finding n-plus-one',
    ]);
  });
});
