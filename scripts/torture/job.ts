/** The jobs that are tortured: each must end as it deserves, whatever else goes wrong. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../src/domain/verdict.ts';
import { type FakeGitHub, startFakeGitHub } from '../../test/github/fake.ts';
import type { Ended, StepOptions } from '../../test/runner/step.ts';

/**
 * `baseline`: a pull request that makes the service much slower, held to accepted runs. `base`: the same, measured beside the base commit. `push`: a sound push to the
 * default branch, whose run enters the branch of accepted runs.
 */
export const JOB_NAMES = ['baseline', 'base', 'push'] as const;
/** One of them. */
export type JobName = (typeof JOB_NAMES)[number];

/** A job, ready to be run as often as needed. */
export interface Job extends AsyncDisposable {
  readonly name: JobName;
  /** Verdicts after which the job has done everything there is to do. */
  readonly verdicts: readonly Outcome[];
  /** A step on a fresh checkout, with a GitHub of its own. */
  open(): Promise<Run>;
}

/** One run of it. */
export interface Run extends AsyncDisposable {
  readonly options: StepOptions;
  readonly github: FakeGitHub;
  /** A folder for what is to be kept until the run is disposed of. */
  readonly scratch: string;
  /** What is wrong with the way its step ended: nothing, when it ended as it deserves and says so. */
  untruth(ended: Pick<Ended, 'code' | 'outputs' | 'log'>): readonly string[];
}

/** The token of the pull requests' workflow. */
export const TOKEN = 'ghs_tortureSentinel0123456789';
const BOT = 'github-actions[bot]';
/** The repository's name. */
export const REPOSITORY = 'octo/shop';

/** Milliseconds of the service's answers: far enough apart that no busy machine hides it. */
export const SLOWER = { base: 40, head: 400 } as const;

/** A child of the service in a session of its own that is deaf to polite signals: the hardest to get rid of. */
export const DAEMON = `
import { spawn } from 'node:child_process';
spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); setTimeout(() => {}, 120000)"], { detached: true, stdio: 'ignore' }).unref();
`;

/** A run on a checkout: with a GitHub and a folder of its own, all of which go with it. */
export async function openRun(
  workspace: string,
  parts: Pick<Run, 'untruth'> & {
    readonly options: (place: {
      readonly github: FakeGitHub;
      readonly scratch: string;
    }) => Omit<StepOptions, 'workspace'>;
  },
): Promise<Run> {
  const github = await startFakeGitHub({
    repository: REPOSITORY,
    pullRequest: 7,
    tokens: { [TOKEN]: { login: BOT, mayWrite: true } },
  });
  const scratch = mkdtempSync(join(tmpdir(), 'loadgate-torture-'));
  return {
    github,
    scratch,
    options: { workspace, ...parts.options({ github, scratch }) },
    untruth: parts.untruth,
    async [Symbol.asyncDispose]() {
      await github[Symbol.asyncDispose]();
      for (const folder of [workspace, scratch]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a step tells of its own exit code, when that is another one than it ended with. */
export const mistold = ({ code, outputs }: Pick<Ended, 'code' | 'outputs'>): readonly string[] => {
  const told = outputs['exit-code'];
  return told === undefined || told === String(code)
    ? []
    : [`exit code ${code}, and the outputs say ${told}`];
};
