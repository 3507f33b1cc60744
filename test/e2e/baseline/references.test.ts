/** References from real repositories: read from the base commit and from nothing else, each way of having none told apart. */
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptRun } from '../../../src/baseline/accept.ts';
import { encodeBaseline } from '../../../src/baseline/codec.ts';
import { readKnown } from '../../../src/baseline/known.ts';
import { readBaseline } from '../../../src/baseline/store.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { OwnRun, Run } from '../../../src/domain/measurement.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { judge } from '../../../src/judge/judge.ts';
import { planOf, runOf, sliceOf, spread, usualLimits } from '../../unit/judge/sample-run.ts';
import {
  commitFiles,
  git,
  initRepository,
  openScratch,
  photograph,
  type Scratch,
  worldAt,
} from './scratch.ts';

const PATH = '.loadgate/baseline.json';
const plan = planOf();

let scratch: Scratch;
let repository: string;
beforeEach(() => {
  scratch = openScratch();
  repository = initRepository(join(scratch.directory, 'repository'));
});
afterEach(() => scratch[Symbol.dispose]());

/** A run of a day in November 2026. */
const runOfDay = (day: number, latency = 10): OwnRun => ({
  ...runOf(sliceOf({ latencies: spread(latency) })),
  startedAt: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
});

/** Accepts runs into the working tree and commits the file. */
async function commitBaseline(days = 5): Promise<string> {
  for (let day = 1; day <= days; day += 1) await acceptRun(plan, runOfDay(day), worldAt(repository));
  return commitFiles(repository, {});
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    (value) => `no failure, but ${JSON.stringify(value)}`,
    (error: unknown) => (error instanceof Failure ? error.detail.code : String(error)),
  );

const read = async (
  baseSha: string | null,
  run: Run = runOfDay(20),
  its: Plan = plan,
  directory = repository,
) => (await readKnown(its, run, baseSha, worldAt(directory))).references;

describe('the references that readKnown finds', () => {
  it('F38 finds the accepted runs of this machine and configuration at the base commit', async () => {
    const base = await commitBaseline(3);
    const { browse } = await read(base);
    expect(browse).toMatchObject({ kind: 'baseline', source: { path: PATH, commit: base } });
    expect(browse?.kind === 'baseline' && browse.runs.map((run) => run.date)).toEqual([
      '2026-11-01T10:00:00.000Z',
      '2026-11-02T10:00:00.000Z',
      '2026-11-03T10:00:00.000Z',
    ]);
  });

  it('F34 says first run without a file, and for a scenario that the file does not know', async () => {
    const before = git(repository, 'rev-parse', 'HEAD');
    expect(await read(before)).toEqual({
      browse: { kind: 'first-run', source: { path: PATH, commit: before } },
    });
    expect(await read(null)).toEqual({ browse: { kind: 'first-run', source: { path: PATH, commit: null } } });
    const base = await commitBaseline();
    const both = planOf(usualLimits, ['browse', 'buy']);
    const references = await read(base, runOfDay(20), both);
    expect([references['browse']?.kind, references['buy']?.kind]).toEqual(['baseline', 'first-run']);
  });

  it('F37 tells another machine from another configuration of the same', async () => {
    const base = await commitBaseline();
    const run = runOfDay(20);
    const elsewhere = { ...run, machine: { ...run.machine, cpuModel: 'Xeon', fingerprint: 'f'.repeat(16) } };
    expect((await read(base, elsewhere))['browse']).toEqual({
      kind: 'other-machine',
      source: { path: PATH, commit: base },
      known: ['AMD EPYC 7763, 4 cores, Ubuntu 24.04, kernel 6.11 (x64)'],
      here: 'Xeon, 4 cores, Ubuntu 24.04, kernel 6.11 (x64)',
    });
    const otherwise = { ...run, configHashes: { browse: '1111111111111111' } };
    expect((await read(base, otherwise))['browse']).toMatchObject({
      kind: 'other-config',
      known: ['fedcba9876543210'],
      here: '1111111111111111',
    });
    const both = { ...elsewhere, configHashes: { browse: '1111111111111111' } };
    expect((await read(base, both))['browse']?.kind).toBe('other-machine');
  });

  it('S15 is not moved by what a pull request does to the file', async () => {
    const base = await commitBaseline();
    const before = await read(base);
    const honest = judge(runOfDay(20, 15), plan, before);
    expect(honest.outcome).toBe('fail');

    const text = readFileSync(join(repository, PATH), 'utf8');
    const tenfold = text.replace(/"p95": ([\d.]+)/g, (_, p95: string) => `"p95": ${Number(p95) * 10}`);
    expect(tenfold).not.toBe(text);
    commitFiles(repository, { [PATH]: tenfold });
    expect(await read(base)).toEqual(before);
    expect(judge(runOfDay(20, 15), plan, await read(base))).toEqual(honest);

    writeFileSync(join(repository, PATH), 'nonsense');
    expect(await read(base)).toEqual(before);
    rmSync(join(repository, '.loadgate'), { recursive: true });
    expect(await read(base)).toEqual(before);
    symlinkSync('/etc', join(repository, '.loadgate'));
    expect(await read(base)).toEqual(before);
  });

  it('S15 F35 F36 never takes a broken file for a missing one', async () => {
    await commitBaseline();
    const whole = readFileSync(join(repository, PATH), 'utf8');
    const broken = {
      'baseline-corrupt': whole.slice(0, 500),
      'baseline-conflict': whole.replace('\n', '\n<<<<<<< HEAD\n'),
      'baseline-newer': whole.replace('"schema": 2', '"schema": 3'),
      'baseline-invalid': whole.replace('"suite"', '"sweet"'),
      'baseline-not-content': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
      'baseline-other-suite': whole.replace('"suite": "default"', '"suite": "other"'),
      'baseline-not-a-file': ' '.repeat(9 * 1024 * 1024),
    };
    for (const [code, text] of Object.entries(broken)) {
      const base = commitFiles(repository, { [PATH]: text });
      expect(await codeOf(read(base))).toBe(code);
      expect(await codeOf(read(null))).toBe(code);
    }
    rmSync(join(repository, PATH));
    symlinkSync('../elsewhere.json', join(repository, PATH));
    expect(await codeOf(read(commitFiles(repository, { 'elsewhere.json': whole })))).toBe(
      'baseline-not-a-file',
    );
  });

  it('F43 reads the base commit of a shallow clone, and leaves the clone as it is', async () => {
    const base = await commitBaseline();
    commitFiles(repository, { 'change.txt': 'the change', [PATH]: 'nonsense of the change' });
    const bare = join(scratch.directory, 'bare.git');
    git(scratch.directory, 'clone', '--quiet', '--bare', repository, bare);
    git(scratch.directory, 'clone', '--quiet', '--depth=1', `file://${bare}`, 'clone');
    const clone = join(scratch.directory, 'clone');
    const before = photograph(clone);
    const references = await read(base, runOfDay(20), plan, clone);
    expect(references['browse']).toMatchObject({ kind: 'baseline', source: { commit: base } });
    expect(photograph(clone)).toBe(before);
    expect(await codeOf(read('c'.repeat(40), runOfDay(20), plan, clone))).toBe('base-unreadable');
  });

  it('leaves a whole checkout as it is, to the byte', async () => {
    const base = await commitBaseline();
    writeFileSync(join(repository, 'untracked.txt'), 'mine');
    const before = photograph(repository);
    await read(base);
    await read(null);
    expect(photograph(repository)).toBe(before);
  });
});

/** What the working tree holds. */
const stored = async () => (await readBaseline(plan, null, worldAt(repository))).baseline;
/** The plan with its baseline elsewhere. */
const storedAt = (path: string): Plan => ({ ...plan, baseline: { ...plan.baseline, path } });

/** The days of the stored runs. */
const datesOf = async () =>
  (await stored())?.scenarios['browse']?.histories[0]?.runs.map((run) => run.date.slice(8, 10));

describe('acceptRun', () => {
  it('creates the file, and counts each run once', async () => {
    expect(await acceptRun(plan, runOfDay(2), worldAt(repository))).toEqual({ path: PATH, runs: 1 });
    expect(await acceptRun(plan, runOfDay(3), worldAt(repository))).toEqual({ path: PATH, runs: 2 });
    expect(await acceptRun(plan, runOfDay(3), worldAt(repository))).toEqual({ path: PATH, runs: 2 });
    expect(await datesOf()).toEqual(['02', '03']);
  });

  it('keeps the newest, whatever the order they come in', async () => {
    const short: Plan = { ...plan, baseline: { ...plan.baseline, keep: 3 } };
    for (const day of [5, 9, 1, 7, 3]) await acceptRun(short, runOfDay(day), worldAt(repository));
    expect(await datesOf()).toEqual(['05', '07', '09']);
  });

  it('keeps machines and configurations apart, and in a fixed order', async () => {
    const run = runOfDay(1);
    const others = [
      { ...run, machine: { ...run.machine, fingerprint: 'ffff' } },
      run,
      { ...run, configHashes: { browse: '0000' } },
    ];
    for (const other of others) expect((await acceptRun(plan, other, worldAt(repository))).runs).toBe(1);
    const forwards = readFileSync(join(repository, PATH), 'utf8');
    rmSync(join(repository, PATH));
    for (const other of others.toReversed()) await acceptRun(plan, other, worldAt(repository));
    expect(readFileSync(join(repository, PATH), 'utf8')).toBe(forwards);
    const histories = (await stored())?.scenarios['browse']?.histories ?? [];
    expect(histories.map(({ fingerprint, configHash }) => [fingerprint, configHash])).toEqual([
      ['0123456789abcdef', '0000'],
      ['0123456789abcdef', 'fedcba9876543210'],
      ['ffff', 'fedcba9876543210'],
    ]);
  });

  it('keeps scenarios that the plan no longer has', async () => {
    await acceptRun(plan, runOfDay(1), worldAt(repository));
    const buy = { ...runOf(sliceOf({ scenario: 'buy' })), startedAt: '2026-11-02T10:00:00.000Z' };
    await acceptRun(planOf(usualLimits, ['buy']), buy, worldAt(repository));
    expect(Object.keys((await stored())?.scenarios ?? {})).toEqual(['browse', 'buy']);
  });

  it('notes the commit only of a clean tree', async () => {
    const clean = runOfDay(1);
    const dirty = {
      ...runOfDay(2),
      builds: [{ side: 'head', commit: 'a'.repeat(40), dirty: true }] as const,
    };
    await acceptRun(plan, clean, worldAt(repository));
    await acceptRun(plan, dirty, worldAt(repository));
    const runs = (await stored())?.scenarios['browse']?.histories[0]?.runs;
    expect(runs?.map((run) => run.commit)).toEqual(['a'.repeat(40), null]);
  });

  it('refuses a run without answers, and writes nothing', async () => {
    const silent = runOf(sliceOf({ latencies: [], failures: { refused: 9 } }));
    expect(await codeOf(acceptRun(plan, silent, worldAt(repository)))).toBe('not-acceptable');
    expect(await stored()).toBeNull();
  });

  it('F35 does not overwrite a file that it cannot read', async () => {
    const world = worldAt(repository);
    await acceptRun(plan, runOfDay(1), world);
    for (const text of ['', '{', '{"schema":2}']) {
      writeFileSync(join(repository, PATH), text);
      expect(await codeOf(acceptRun(plan, runOfDay(2), world))).toMatch(/^baseline-/);
      expect(readFileSync(join(repository, PATH), 'utf8')).toBe(text);
    }
  });

  it('S19 writes nowhere but into the workspace', async () => {
    const world = worldAt(repository);
    symlinkSync(scratch.directory, join(repository, 'out'));
    const before = photograph(repository);
    for (const path of [
      '../baseline.json',
      '/etc/baseline.json',
      '.git/baseline.json',
      'out/baseline.json',
      '.GIT/x.json',
    ]) {
      expect(await codeOf(acceptRun(storedAt(path), runOfDay(1), world))).toMatch(
        /^(path-outside|baseline-not-a-file)$/,
      );
    }
    expect(photograph(repository)).toBe(before);
  });

  it('gives references that the same run passes by, once there are enough', async () => {
    for (let day = 1; day <= 8; day += 1) {
      await acceptRun(plan, runOfDay(day, 10 + 0.02 * (day % 3)), worldAt(repository));
    }
    const text = readFileSync(join(repository, PATH), 'utf8');
    const baseline = await stored();
    expect(baseline && encodeBaseline(baseline)).toBe(text);
    const verdict = judge(runOfDay(20), plan, await read(null));
    expect(verdict).toMatchObject({ outcome: 'pass', exitCode: 0 });
  });
});
