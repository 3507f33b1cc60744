/** A remote whose hooks refuse, dawdle, hang, shout or answer rubbish: what becomes of a run that is to enter, with real git. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { branchFileOf } from '../../../src/baseline/branch-store.ts';
import { decodeBaseline } from '../../../src/baseline/codec.ts';
import { enterBranch } from '../../../src/baseline/enter-branch.ts';
import { RETRYING } from '../../../src/baseline/write-onto.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { millis } from '../../../src/domain/units.ts';
import { openGitBranch } from '../../../src/platform/git-branch.ts';
import { HOOKS, putHook, SECRET, SHOUTS, tipOf } from '../../branch/hooks.ts';
import { racePlan, raceRun } from '../../branch/race.ts';
import { forcedPushes, hook, openRemote, type Remote } from '../../branch/remote.ts';
import { createRepository } from '../../runner/repository.ts';
import { exited, startStep } from '../../runner/step.ts';
import { isAlive } from '../../services/worlds.ts';
import { git, openScratch, photograph, type TestWorld } from './scratch.ts';

/** What one talk with a remote may take here: a minute in the product. */
const TALK = millis(8_000);
/** One attempt, where it is not answered at once. */
const ONCE = { ...RETRYING, deadline: millis(1_000), pauseFirst: millis(50) };
const PATIENT = { ...RETRYING, pauseFirst: millis(50) };

async function enter(world: TestWorld, round: number, retrying = PATIENT, name = 'loadgate') {
  const branch = await openGitBranch(world, name, TALK);
  if (branch === null) throw new Error('the clone has no origin');
  try {
    return await enterBranch(branch, { plan: racePlan, run: raceRun(0, round), page: null }, world, retrying);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** Dates of the runs on the branch. */
const kept = ({ directory }: Remote): readonly string[] =>
  decodeBaseline(git(directory, 'show', `loadgate:${branchFileOf(racePlan.suite)}`), 'file').scenarios[
    'browse'
  ]?.histories[0]?.runs.map(({ date }) => date.slice(0, 10)) ?? [];

type HookName = keyof typeof HOOKS;

/** Hooks in spite of which the run is on the branch, once. */
const ENTERING: readonly HookName[] = [
  'is overtaken',
  'takes its time',
  'fails when all is done',
  'breaks the line when all is done',
  'answers rubbish when all is done',
];

/** Hooks that keep it out: the failure's code, a part of its words, and for how long it is tried. */
const REFUSING: readonly (readonly [HookName, string, string, typeof PATIENT])[] = [
  ['refuses the branch by its name', 'branch-refused', 'leave it out of the rule', PATIENT],
  ['refuses in the words of GitHub, and shouts', 'branch-refused', 'GH013', PATIENT],
  ['refuses one ref alone', 'branch-refused', 'GH006', PATIENT],
  ['hangs', 'branch-busy', 'did not answer in time', ONCE],
  ['never stops talking', 'branch-busy', 'did not answer in time', ONCE],
  ['answers rubbish and takes nothing', 'branch-busy', 'loadgate', ONCE],
];

/** Looks and pushes each within their time, on a machine that is as busy as it likes. */
const BOUND_MS = 60_000;

/** Lets a second run meet the hook, and looks at what must hold whatever comes of it. */
async function meet(name: HookName, retrying: typeof PATIENT) {
  using scratch = openScratch();
  const remote = openRemote(scratch.directory);
  const world = remote.clone('one');
  expect(await enter(world, 1)).toMatchObject({ isNew: true });
  putHook(remote, name);
  const before = { checkout: photograph(world.workspace), tip: tipOf(remote), at: performance.now() };
  const came = await enter(world, 2, retrying);
  expect(performance.now() - before.at).toBeLessThan(BOUND_MS);
  expect(photograph(world.workspace)).toBe(before.checkout);
  expect(forcedPushes(remote)).toBe(0);
  const pids = pidsOf(remote);
  expect(pids).toHaveLength(HOOKS[name][1].includes('pids') ? 1 : 0);
  expect(pids.filter(isAlive)).toEqual([]);
  return { came, kept: kept(remote), moved: tipOf(remote) !== before.tip };
}

describe.concurrent('F40, F46: a hook that', () => {
  it.each(ENTERING)(
    '%s keeps no run out',
    async (name) => {
      const { came, kept: dates } = await meet(name, PATIENT);
      expect(came).not.toBeInstanceOf(Failure);
      expect(dates).toEqual(['2026-01-02', '2026-01-03']);
    },
    120_000,
  );

  it.each(REFUSING)(
    '%s is told: %s',
    async (name, code, said, retrying) => {
      const { came, kept: dates, moved } = await meet(name, retrying);
      expect(came).toMatchObject({ detail: { code, kind: 'not-measured' } });
      const { message, advice, lines } = (came as Failure).detail;
      expect([message, advice, ...lines].join(' ')).toContain(said);
      expect(lines.every((line) => line.length <= 300)).toBe(true);
      expect([dates, moved]).toEqual([['2026-01-02'], false]);
    },
    120_000,
  );

  it('refuses one name lets another one pass', async () => {
    using scratch = openScratch();
    const remote = openRemote(scratch.directory);
    const world = remote.clone('one');
    putHook(remote, 'refuses the branch by its name');
    expect(await enter(world, 1)).toMatchObject({ detail: { code: 'branch-refused' } });
    expect(await enter(world, 1, PATIENT, 'accepted-runs')).toMatchObject({ isNew: true });
  });
});

/** Hooks that said who they are. */
function pidsOf({ directory }: Remote): readonly number[] {
  const file = join(directory, 'pids');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map(Number) : [];
}

it('S5, S8, F40: what a hook says gives the runner no command, shows no secret, and changes no verdict', async () => {
  using shop = createRepository();
  const main = shop.git('rev-parse', 'HEAD');
  hook(
    join(shop.workspace, '..', 'remote.git'),
    'pre-receive',
    `${SHOUTS}\nsay 'error: GH013: ::set-output name=verdict::fail ##[set-output name=exit-code]1 ${SECRET}'; exit 1`,
  );
  using step = startStep({
    workspace: shop.checkout(main),
    event: 'push',
    payload: {
      repository: { full_name: 'octo/shop', default_branch: 'main' },
      before: '0'.repeat(40),
      after: main,
    },
    env: { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: main, ACTIONS_RUNTIME_TOKEN: SECRET },
  });
  const ended = await step.ended;
  exited(ended, 0);
  expect(ended.outputs).toMatchObject({ verdict: 'no-baseline', 'exit-code': '0' });
  const told = ended.heard.commands.filter(({ name }) => !['group', 'endgroup', 'add-mask'].includes(name));
  expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(['warning']));
  expect(told.every(({ name }) => ['warning', 'notice', 'debug'].includes(name))).toBe(true);
  expect(told.map(({ message }) => message).join('\n')).toContain('GH013');
  expect(ended.log).not.toContain('forged');
  for (const text of [ended.log, ended.summary, JSON.stringify(ended.outputs)]) {
    expect(text).not.toContain(SECRET);
  }
  expect(ended.heard.listening).toBe(true);
}, 120_000);
