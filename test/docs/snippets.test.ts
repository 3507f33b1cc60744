/** Every YAML block of the documentation works as it stands: workflows, steps, and configurations; and so do the example's own. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/config/load.ts';
import { Failure } from '../../src/domain/failure.ts';
import { millis } from '../../src/domain/units.ts';
import { memoryLog } from '../../src/platform/log.ts';
import { openVault } from '../../src/platform/vault.ts';
import type { World } from '../../src/platform/world.ts';
import { lintsOf, problemsOf } from './actions.ts';
import { type Fence, listFiles, readFences, readText, ROOT } from './repository.ts';

const FENCES = listFiles()
  .filter((path) => path.endsWith('.md') && !path.startsWith('test/'))
  .flatMap(readFences)
  .filter(({ language }) => language === 'yaml' || language === 'yml');

const AROUND_STEPS = 'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n';
const workspace = mkdtempSync(join(tmpdir(), 'loadgate-snippets-'));
afterAll(() => rmSync(workspace, { recursive: true }));

it('there are blocks to check, workflows and configurations', () => {
  const kinds = new Set(FENCES.map(kindOf));
  expect(kinds).toContain('workflow');
  expect(kinds).toContain('config');
});

describe.each(FENCES)('$path:$line', (fence) => {
  it('works as it stands', async () => {
    expect(await check(fence)).toEqual([]);
  });
});

const EXAMPLES = listFiles().filter((path) => /^examples\/.*\.yml$/.test(path));

describe.each(EXAMPLES)('%s', (path) => {
  it('is a configuration', async () => {
    expect(await configProblems(readText(path))).toEqual([]);
  });
});

it('knows a wrong configuration from a right one', async () => {
  const wrong = await configProblems('scenarios:\n  a:\n    usrs: 3\nservice:\n  start: x\n');
  expect(wrong.join()).toContain('users');
});

function kindOf({ text }: Fence): 'workflow' | 'steps' | 'config' | 'comment' | 'unknown' {
  const value: unknown = parse(text);
  if (value === null) return 'comment';
  if (Array.isArray(value)) return 'steps';
  if (typeof value !== 'object') return 'unknown';
  if ('jobs' in value) return 'workflow';
  return 'scenarios' in value || 'service' in value ? 'config' : 'unknown';
}

function check(fence: Fence): Promise<readonly string[]> {
  const kind = kindOf(fence);
  if (kind === 'workflow') return workflowProblems(fence.text);
  if (kind === 'steps') return workflowProblems(`${AROUND_STEPS}${indent(fence.text)}`);
  if (kind === 'config') return configProblems(fence.text);
  return Promise.resolve(kind === 'comment' ? [] : ['is neither a workflow, nor steps, nor a configuration']);
}

async function workflowProblems(text: string): Promise<readonly string[]> {
  const path = '.github/workflows/snippet.yml';
  return [...(await problemsOf(path, text)), ...(await lintsOf(path, text))];
}

async function configProblems(text: string): Promise<readonly string[]> {
  const path = join(workspace, '.github', 'loadgate.yml');
  mkdirSync(dirname(path), { recursive: true });
  cpSync(join(ROOT, 'examples'), join(workspace, 'examples'), { recursive: true });
  writeFileSync(path, text);
  try {
    await loadPlan(
      { configPath: null, inputs: {}, base: null, ownSecrets: true, sendsNothing: true },
      world(),
    );
    return [];
  } catch (error) {
    if (error instanceof Failure) return [error.detail.message, ...error.detail.lines];
    throw error;
  }
}

function world(): World {
  return {
    workspace,
    temporary: workspace,
    env: {},
    signal: new AbortController().signal,
    vault: openVault({ env: {}, secrets: {} }),
    log: memoryLog(),
    now: () => millis(performance.now()),
    date: () => new Date(),
    generator: ['false'],
  };
}

function indent(text: string): string {
  return text.replaceAll(/^/gmu, '      ');
}
