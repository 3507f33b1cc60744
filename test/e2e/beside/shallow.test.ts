/** F43: the Action on a shallow clone, as actions/checkout leaves it: the base commit is not there, and the clone does not notice that it is fetched. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processesOf } from '../../runner/processes.ts';
import { startStep } from '../../runner/step.ts';
import { pullRequest } from '../action/cases.ts';
import { git } from '../baseline/scratch.ts';
import { inspect, leftIn, phasesOf, wasDisturbed } from './left.ts';
import { MANY_ROUNDS, ONE_BLOCK, openShop } from './rig.ts';

/** Where the service lies in its repository. */
const FOLDER = 'services/shop';

describe('F43: a pull request in a shallow clone', () => {
  it('is measured beside its base commit, which is fetched elsewhere, in a folder of the repository', async () => {
    using shop = openShop();
    const files = ['service.mjs', 'rounds.txt', '.github/loadgate.yml'];
    const base = shop.commit(Object.fromEntries(files.map((file) => [`${FOLDER}/${file}`, shop.read(file)])));
    const head = shop.commit({ [`${FOLDER}/rounds.txt`]: String(MANY_ROUNDS) });
    const clone = shallowClone(shop.root, shop.repository);
    const workspace = join(clone, FOLDER);
    mkdirSync(join(workspace, 'loadgate-report'));
    const before = inspect(clone);
    using step = startStep({
      workspace,
      event: 'pull_request',
      payload: pullRequest(head, base),
      inputs: { compare: 'base', budget: ONE_BLOCK },
      env: { GITHUB_SHA: head },
    });
    const ended = await step.ended;
    expect(ended.outputs.run, ended.log).not.toBe('');
    const { run, verdict, report } = leftIn(workspace);
    // One block decides nothing; others at work on this machine make it void, and nothing else does.
    expect(ended.code, ended.log).toBe(wasDisturbed(verdict) ? 2 : 0);
    expect(ended.outputs.verdict).toBe(wasDisturbed(verdict) ? 'void' : 'inconclusive');
    expect(ended.log).toContain(
      `Fetching the base commit ${base.slice(0, 12)}, which this clone does not hold`,
    );
    expect(phasesOf(run)).toBe('main');
    expect(run.builds).toEqual([
      { side: 'head', commit: head, dirty: false },
      { side: 'base', commit: base, dirty: false },
    ]);
    expect(report).toContain(base.slice(0, 12));
    const [one, other] = shop
      .starts()
      .map(({ directory }) => directory)
      .toSorted();
    expect([one, other]).toContain(workspace);
    expect([one, other].find((folder) => folder !== workspace)).toMatch(
      new RegExp(`^${step.temporary}/loadgate-[^/]+/base/${FOLDER}$`, 'u'),
    );
    expect(Object.fromEntries(inspect(clone))).toEqual(Object.fromEntries(before));
    expect(readFileSync(join(clone, '.git/shallow'), 'utf8').trim()).toBe(head);
    expect(processesOf(step.trackingId)).toEqual([]);
    expect(readdirSync(step.temporary).filter((name) => name.startsWith('loadgate-'))).toEqual([]);
  });
});

/** A clone of depth 1 of a bare remote that gives any commit by its name, as GitHub does. */
function shallowClone(root: string, repository: string): string {
  git(root, 'clone', '--quiet', '--bare', repository, 'remote.git');
  git(join(root, 'remote.git'), 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(root, 'clone', '--quiet', '--depth=1', `file://${join(root, 'remote.git')}`, 'clone');
  return join(root, 'clone');
}
