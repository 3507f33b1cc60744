/** The second stage on what strangers left: hostile files, claims about commits and pull requests, suites and scenarios that were left out. Nothing is measured here. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { judgeSecondStage, type Stage, type StageOptions } from '../../../src/commands/second-stage.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { Run } from '../../../src/domain/measurement.ts';
import { memoryLog } from '../../../src/platform/log.ts';
import type { World } from '../../../src/platform/world.ts';
import { bombOf } from '../../fixtures/bombs.ts';
import { runOf, sliceOf } from '../../fixtures/measured.ts';
import { createRepository, type Repository } from '../../runner/repository.ts';
import { worldIn } from '../../unit/config/loading.ts';

const config = (suite: string, most: string): string => `suite: ${suite}
service: { start: node service.mjs }
scenarios:
  home: { users: 10, requests: [GET /], limits: { p95: { max: ${most} }, throughput: off, cpu-per-request: off } }
`;

let shop: Repository;
let base: string;
let head: string;
let temporary: string;

beforeAll(() => {
  shop = createRepository();
  base = shop.commit({
    '.github/loadgate.yml': config('shop', '8ms'),
    'web/loadgate.yml': config('web', '1s'),
  });
  shop.git('checkout', '--quiet', '-b', 'fork');
  // The fork loosens its limits, and the second stage never looks there.
  head = shop.commit({ '.github/loadgate.yml': config('shop', '9s') });
});
afterAll(() => shop[Symbol.dispose]());
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'loadgate-stage-'));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

const HOME = sliceOf({ scenario: 'home', seed: 5 });
const run = (change: Partial<Run> = {}): Run => ({
  ...runOf([HOME]),
  suite: 'shop',
  builds: [{ side: 'head', commit: head, dirty: false }],
  ...change,
});

function leave(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(temporary, 'artifacts', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

const log = memoryLog();
/** Half an hour after the fixtures' runs began. */
const NOW = new Date('2026-11-23T10:30:00.000Z');
const world = (): World => ({ ...worldIn(shop.workspace), temporary, log, date: () => NOW });
const pull = (number: number) => ({
  number,
  headSha: head,
  headRepository: 'mallory/shop',
  baseSha: base,
});

const options = (change: Partial<StageOptions> = {}): StageOptions => ({
  repository: 'octo/shop',
  measured: {
    id: 41,
    attempt: 1,
    headSha: head,
    headBranch: 'fork',
    headRepository: 'mallory/shop',
    conclusion: 'success',
    url: 'https://github.test/octo/shop/actions/runs/41',
    createdAt: '2026-11-23T09:50:00Z',
  },
  artifacts: join(temporary, 'artifacts'),
  inputs: {},
  findPulls: async () => ({ value: [pull(7)] }),
  listFiles: async () => ({ value: ['service.mjs'] }),
  ...change,
});

const judge = (change: Partial<StageOptions> = {}): Promise<Stage> =>
  judgeSecondStage(options(change), world());

async function refusalOf(change: Partial<StageOptions> = {}): Promise<Failure> {
  const error = await judge(change).then(
    (stage) => stage,
    (reason: unknown) => reason,
  );
  if (error instanceof Failure) return error;
  throw new Error(`not refused: ${JSON.stringify(error)?.slice(0, 300)}`);
}

async function outcomesOf(change: Partial<StageOptions> = {}): Promise<readonly unknown[]> {
  const stage = await judge(change);
  if (stage.kind !== 'judged') return [stage.why];
  return stage.results.map(({ variant, result }) => [
    variant,
    result.kind === 'judged' ? result.verdict.outcome : result.failure.code,
    result.exitCode,
  ]);
}

describe('what was left', () => {
  it('S15: is judged by the limits of the base commit, for the pull request that GitHub names', async () => {
    leave({ 'report/run.json': JSON.stringify(run()), 'report/verdict.json': '{"outcome":"pass"}' });
    const stage = await judge();
    expect(stage).toMatchObject({
      kind: 'judged',
      occasion: { kind: 'pull-request', headSha: head, baseSha: base, pullRequest: { number: 7 } },
      results: [{ variant: null, result: { kind: 'judged', exitCode: 1, verdict: { outcome: 'fail' } } }],
    });
  });

  it('points out that the pull request edits its own configuration or baseline, and no other file', async () => {
    leave({ 'run.json': JSON.stringify(run()) });
    const editsOf = async (files: readonly string[]) => {
      const stage = await judge({ listFiles: async () => ({ value: files }) });
      const [first] = stage.kind === 'judged' ? stage.results : [];
      if (first?.result.kind !== 'judged') throw new Error('not judged');
      return first.result.report.allFindings.filter(({ name }) => name === 'own-edits');
    };
    expect(await editsOf(['service.mjs', 'x/.github/loadgate.yml'])).toEqual([]);
    const [edits] = await editsOf(['.github/loadgate.yml', '.loadgate/baseline.json']);
    expect(edits?.evidence).toMatchObject({
      config: '.github/loadgate.yml',
      baseline: '.loadgate/baseline.json',
      base,
    });
  });

  it('is judged where GitHub does not say what was changed', async () => {
    leave({ 'run.json': JSON.stringify(run()) });
    const refusal = { kind: 'unknown', message: '502' } as const;
    expect(await outcomesOf({ listFiles: async () => ({ refusal }) })).toEqual([[null, 'fail', 1]]);
  });

  it('of a matrix is judged job by job', async () => {
    const quick = run(runOf([sliceOf({ scenario: 'home', seed: 5, pace: () => 0.3 })]));
    const own = { suite: 'shop', builds: run().builds };
    leave({
      'node-22/run.json': JSON.stringify(run()),
      'node-24/run.json': JSON.stringify({ ...quick, ...own }),
    });
    expect(await outcomesOf()).toEqual([
      ['node-22', 'fail', 1],
      ['node-24', 'pass', 0],
    ]);
  });

  it('is not measured where a suite of the base commit was left out, and warned of where there is no such suite', async () => {
    leave({ 'run.json': JSON.stringify(run()), 'x/run.json': JSON.stringify(run({ suite: 'mine' })) });
    const inputs = { config: '.github/loadgate.yml\nweb/loadgate.yml' };
    expect(await outcomesOf({ inputs })).toEqual([
      [null, 'fail', 1],
      [null, 'nothing-left', 2],
    ]);
    expect(log.lines.map(({ text }) => text).join('\n')).toContain('"mine"');
  });

  it('is not measured where nothing was left', async () => {
    expect(await outcomesOf()).toEqual([[null, 'nothing-left', 2]]);
  });

  it('is not measured where a scenario was left out, also when it says that it was imported', async () => {
    const other = runOf([sliceOf({ scenario: 'quick', seed: 5 })]);
    leave({ 'run.json': JSON.stringify({ ...run(), blocks: other.blocks, machine: null, target: null }) });
    const [first] = await outcomesOf();
    expect(first).toEqual([null, expect.any(String), 2]);
  });

  it('is nobody’s where the run was cancelled, the fork is gone, or the pull request has moved on', async () => {
    leave({ 'run.json': JSON.stringify(run()) });
    const { measured } = options();
    const stages = await Promise.all([
      judge({ measured: { ...measured, conclusion: 'cancelled' } }),
      judge({ measured: { ...measured, headRepository: null } }),
      judge({ findPulls: async () => ({ value: [] }) }),
    ]);
    expect(stages.map(({ kind }) => kind)).toEqual(['nothing', 'nothing', 'nothing']);
  });

  it('S14: is refused where two pull requests have the same head, and not measured where GitHub does not answer', async () => {
    const two = await refusalOf({ findPulls: async () => ({ value: [pull(7), pull(8)] }) });
    expect([two.exitCode, two.detail.code]).toEqual([3, 'pull-request-ambiguous']);
    const refusal = { kind: 'unknown', message: '502' } as const;
    expect((await refusalOf({ findPulls: async () => ({ refusal }) })).exitCode).toBe(2);
  });

  it('is refused where two configurations are of one suite', async () => {
    leave({ 'run.json': JSON.stringify(run()) });
    const inputs = { config: '.github/loadgate.yml\n.github/loadgate.yml' };
    expect((await refusalOf({ inputs })).detail.code).toBe('suite-twice');
  });
});

describe('S13: hostile files are refused with exit code 3', () => {
  const whole = (): string => JSON.stringify(run());
  const withText = (from: string, to: string): string => {
    const text = whole();
    if (!text.includes(from)) throw new Error(`no ${from} in a run`);
    return text.replace(from, to);
  };
  const cases: Readonly<Record<string, () => void>> = {
    'another commit': () =>
      leave({ 'run.json': JSON.stringify(run({ builds: [{ side: 'head', commit: base, dirty: false }] })) }),
    'no commit': () =>
      leave({ 'run.json': JSON.stringify(run({ builds: [{ side: 'head', commit: null, dirty: false }] })) }),
    'no head': () =>
      leave({ 'run.json': JSON.stringify(run({ builds: [{ side: 'base', commit: head, dirty: false }] })) }),
    'two heads': () =>
      leave({
        'run.json': JSON.stringify(
          run({ builds: [base, head].map((commit) => ({ side: 'head', commit, dirty: false })) }),
        ),
      }),
    'a date at which more was accepted': () =>
      leave({ 'run.json': JSON.stringify(run({ startedAt: '2026-01-01T10:00:00.000Z' })) }),
    'a date that has not come': () =>
      leave({ 'run.json': JSON.stringify(run({ startedAt: '2027-01-01T10:00:00.000Z' })) }),
    'a date that there is not': () =>
      leave({ 'run.json': JSON.stringify(run({ startedAt: '2026-13-45T10:00:00.000Z' })) }),
    'no date': () => leave({ 'run.json': JSON.stringify(run({ startedAt: '' })) }),
    'a histogram that is a bomb': () =>
      leave({ 'run.json': whole().replace(/"encoded":"[^"]*"/u, `"encoded":"${bombOf(2 ** 30)}"`) }),
    'a million slices that are none': () =>
      leave({ 'run.json': whole().replace(/"slices":\[/u, `"slices":[${'0,'.repeat(99_000)}`) }),
    'one good run and a bad one beside it': () => leave({ 'a/run.json': whole(), 'b/run.json': '{}' }),
    'an empty file': () => leave({ 'run.json': '' }),
    'no JSON': () => leave({ 'run.json': '<html>' }),
    'a number': () => leave({ 'run.json': '7' }),
    'a list': () => leave({ 'run.json': `[${whole()}]` }),
    'a truncated file': () => leave({ 'run.json': whole().slice(0, 5_000) }),
    'another schema': () => leave({ 'run.json': withText('"schema":6', '"schema":99') }),
    'a schema that is a text': () => leave({ 'run.json': withText('"schema":6', '"schema":"6"') }),
    'a key more': () => leave({ 'run.json': withText('{"schema"', '{"pull_request":1,"schema"') }),
    'a key of the prototype': () =>
      leave({ 'run.json': withText('{"schema"', '{"__proto__":{"polluted":1},"schema"') }),
    'a constructor': () =>
      leave({ 'run.json': withText('{"schema"', '{"constructor":{"prototype":{}},"schema"') }),
    'a negative count': () => leave({ 'run.json': withText('"ok":', '"ok":-') }),
    'a count that is a text': () => leave({ 'run.json': withText('"seed":20261123', '"seed":"20261123"') }),
    'a number that is infinite': () => leave({ 'run.json': withText('"seed":20261123', '"seed":1e999') }),
    'a side of its own': () => leave({ 'run.json': withText('"side":"head"', '"side":"best"') }),
    'deep brackets': () => leave({ 'run.json': '['.repeat(100_000) }),
    'bytes that are no UTF-8': () => leave({ 'run.json': new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) }),
    'UTF-16': () => leave({ 'run.json': Buffer.from(whole(), 'utf16le') }),
    'a huge file': () => {
      leave({ 'run.json': '{' });
      truncateSync(join(temporary, 'artifacts', 'run.json'), 200_000_000);
    },
    'too many files': () => {
      mkdirSync(join(temporary, 'artifacts'));
      for (let index = 0; index <= 2_000; index += 1)
        writeFileSync(join(temporary, 'artifacts', `${index}`), '');
    },
    'too many runs': () =>
      leave(Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`${index}/run.json`, whole()]))),
    'folders that are too deep': () => leave({ 'a/b/c/d/run.json': whole() }),
    'a link to a file': () => {
      leave({ 'x.json': whole() });
      symlinkSync('x.json', join(temporary, 'artifacts', 'run.json'));
    },
    'a link out of the folder': () => {
      leave({ 'x.json': '' });
      symlinkSync('/etc/passwd', join(temporary, 'artifacts', 'run.json'));
    },
    'a link to a folder': () => {
      leave({ 'x.json': '' });
      symlinkSync('/', join(temporary, 'artifacts', 'report'));
    },
    'a pipe that nobody writes': () => {
      leave({ 'x.json': '' });
      execFileSync('mkfifo', [join(temporary, 'artifacts', 'run.json')]);
    },
    'a link in the place of the folder': () => symlinkSync(shop.workspace, join(temporary, 'artifacts')),
    'a file in the place of the folder': () => writeFileSync(join(temporary, 'artifacts'), whole()),
  };

  it.each(Object.entries(cases))('%s', async (_, plant) => {
    plant();
    const before = readdirSync(shop.workspace);
    const { exitCode, detail } = await refusalOf();
    expect([exitCode, detail.kind]).toEqual([3, 'usage']);
    expect(readdirSync(shop.workspace)).toEqual(before);
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
  });

  it('words of a stranger do not become a verdict: names are names', async () => {
    const hostile = '<img src=x onerror=alert(1)> @everyone ::set-output name=x::y';
    leave({ [`${'x'.repeat(200)}/run.json`]: JSON.stringify(run({ loadgate: hostile })) });
    const stage = await judge();
    const [first] = stage.kind === 'judged' ? stage.results : [];
    expect(first?.result.exitCode).toBe(1);
  });
});
