/** The example with a script of k6, as a user runs it from the repository root; the program that stands in for k6 sends. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Run } from '../../../src/domain/measurement.ts';
import { ROOT } from '../../docs/repository.ts';
import { startCommand } from '../cli/rig.ts';
import { STAND_IN } from './rig.ts';

/** Ignored by git, as every report of a user's is. */
const REPORTS = 'loadgate-report/k6-test';
const folder = mkdtempSync(join(tmpdir(), 'loadgate-k6-path-'));
afterAll(() => {
  for (const each of [join(ROOT, REPORTS), folder]) rmSync(each, { recursive: true, force: true });
});

it('examples/k6/loadgate.yml measures the shop by k6, and says so', async () => {
  symlinkSync(STAND_IN, join(folder, 'k6'));
  const config = ['--config', 'examples/k6/loadgate.yml', '--report-directory', REPORTS];
  const path = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
  const { ended } = startCommand(['run', '--compare', 'baseline', ...config], { cwd: ROOT }, { PATH: path });
  const { code, stdout, stderr } = await ended;
  expect(code, stdout + stderr).toBe(0);
  const run = JSON.parse(readFileSync(join(ROOT, REPORTS, 'run.json'), 'utf8')) as Run;
  const [slice] = run.blocks.flatMap(({ slices }) => slices);
  expect(slice?.engine).toMatchObject({ name: 'k6', version: '1.4.0' });
  expect(slice?.counts.httpError).toBe(0);
  expect(slice?.counts.ok).toBeGreaterThan(50);
  expect(slice?.requests.map(({ name }) => name).toSorted()).toEqual(['GET /books/42', 'GET /books?page=1']);
  expect(slice?.host?.generatorCores).toBeGreaterThan(0);
  expect(stdout).toContain('requests by k6 `1.4.0`');
  expect(stdout).toMatch(/`http_req_duration`\s+`p\(95\)<500`\s+[\d.]+ ms\s+✓ kept/);
  expect(stdout).toMatch(/`http_req_failed`\s+`rate<0.01`\s+0\s+✓ kept/);
});
