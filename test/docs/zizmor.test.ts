/** Zizmor, which audits workflows for what an attacker can use, finds nothing in ours nor in those that the documentation offers to copy. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fence, listFiles, readFences, ROOT } from './repository.ts';

const PROGRAM = process.env['LOADGATE_ZIZMOR'] ?? 'zizmor';
const HOW = 'pip install zizmor==1.32.0, and name it in LOADGATE_ZIZMOR';
/** What is certain to be said of the workflow below. */
const BAD =
  'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{ run: "echo ${{ github.head_ref }}" }]\n';

/** What it found, a line each: `file:line: audit`. */
function audit(folder: string): readonly string[] {
  const args = ['--offline', '--no-progress', '--format', 'json-v1', '--strict-collection', '.'];
  const { stdout, stderr, status } = spawnSync(PROGRAM, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (stdout.trim() === '') throw new Error(`zizmor ended with ${status}: ${stderr}`);
  const found = JSON.parse(stdout) as readonly {
    readonly ident: string;
    readonly desc: string;
    readonly locations: readonly { readonly symbolic: { readonly key: unknown } }[];
  }[];
  return found.map(
    ({ ident, desc, locations }) => `${JSON.stringify(locations[0]?.symbolic.key)}: ${ident}: ${desc}`,
  );
}

const isWorkflow = ({ text }: Fence): boolean => {
  const value: unknown = parse(text);
  return typeof value === 'object' && value !== null && 'jobs' in value;
};

const missing = spawnSync(PROGRAM, ['--version'], { timeout: 10_000 }).status !== 0;
if (missing && process.env['LOADGATE_REQUIRE_ZIZMOR'] === '1') throw new Error(`zizmor is missing (${HOW})`);
if (missing) console.warn(`\n*** SKIPPED the audit of workflows: zizmor is missing (${HOW})\n`);

describe.skipIf(missing)('zizmor', () => {
  let folder: string;
  const workflows = (): string => join(folder, '.github', 'workflows');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'loadgate-audit-'));
    mkdirSync(workflows(), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds nothing in the workflows of this repository, nor in the Action', () => {
    const own = join(folder, 'own');
    mkdirSync(own);
    cpSync(join(ROOT, '.github'), join(own, '.github'), { recursive: true });
    cpSync(join(ROOT, 'action.yml'), join(own, 'action.yml'));
    expect(audit(own)).toEqual([]);
  });

  it('finds nothing in the workflows of the documentation', () => {
    const offered = listFiles()
      .filter((path) => path.endsWith('.md') && !path.startsWith('test/'))
      .flatMap(readFences)
      .filter(({ language }) => language === 'yaml' || language === 'yml')
      .filter(isWorkflow);
    expect(offered.length).toBeGreaterThanOrEqual(2);
    const copies = join(folder, 'offered', '.github');
    mkdirSync(join(copies, 'workflows'), { recursive: true });
    cpSync(join(ROOT, '.github', 'zizmor.yml'), join(copies, 'zizmor.yml'));
    for (const { path, line, text } of offered)
      writeFileSync(join(copies, 'workflows', `${path.replaceAll(/\W/gu, '-')}-${line}.yml`), text);
    expect(audit(join(folder, 'offered'))).toEqual([]);
  });

  it('finds something in a bad one', () => {
    const bad = join(folder, 'bad', '.github', 'workflows');
    mkdirSync(bad, { recursive: true });
    writeFileSync(join(bad, 'bad.yml'), BAD);
    expect(audit(join(folder, 'bad')).join('\n')).toContain('template-injection');
  });
});
