/** What a run must not leave behind: processes, drafts, temporary files, files that are half written, a changed checkout. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markerOf } from '../../src/publish/comment.ts';
import { processesOf } from '../../test/runner/processes.ts';
import type { Step } from '../../test/runner/step.ts';
import type { Run } from './job.ts';

/** What a run has left behind that it must not: nothing, when all is well. Call it after the post step. */
export function residue({ options, github }: Run, step: Step): readonly string[] {
  const { workspace } = options;
  const git = (...args: readonly string[]): string =>
    spawnSync('git', args, { cwd: workspace, encoding: 'utf8' }).stdout.trim();
  const ours = github.comments.filter(({ body }) => body.startsWith(markerOf('shop')));
  const drafts = readdirSync(workspace, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tmp$|\.lock$/.test(name),
  );
  const temporary = readdirSync(step.temporary).filter((name) => name.startsWith('loadgate-'));
  return [
    ...processesOf(step.trackingId).map((pid) => `process ${pid} is left`),
    ...drafts.map((name) => `${name} is left in the workspace`),
    ...temporary.map((name) => `${name} is left in ${tmpdir()}`),
    ...halfWritten(join(workspace, 'loadgate-report')),
    ...(git('status', '--porcelain') === '' ? [] : ['the checkout was changed']),
    ...(git('worktree', 'list').split('\n').length === 1 ? [] : ['a working tree is left']),
    ...(ours.length > 1 ? [`${ours.length} comments`] : []),
  ];
}

/** How the files of a report end when they are whole. */
const ENDS: Readonly<Record<string, RegExp>> = {
  'report.md': /\S\n$/,
  'report.html': /<\/html>\s*$/,
  'junit.xml': /<\/testsuites>\s*$/,
  'metrics.txt': /# EOF\n$/,
  'timeline.csv': /\n$/,
  'run.json': /\}\n$/,
  'verdict.json': /\}\n$/,
};

function halfWritten(folder: string): readonly string[] {
  const names = Object.keys(ENDS).filter((name) => readNames(folder).includes(name));
  return names.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const whole = ENDS[name]?.test(text) === true && (!name.endsWith('.json') || isJson(text));
    return whole ? [] : [`${name} is half written`];
  });
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
