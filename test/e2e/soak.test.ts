/** A soak from the configuration to the verdict: a service that leaks, and one that does not. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Run } from '../../src/domain/measurement.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { type Ended, startCommand } from './cli/rig.ts';

/** Keeps 20 kB a request when it leaks: at 50 requests a second 60 MB a minute. */
const SERVICE = `
const kept = [];
require('node:http').createServer((request, response) => {
  if (process.argv[2] === 'leaks') kept.push(Buffer.allocUnsafeSlow(20_000).fill(1));
  response.end('answer');
}).listen(process.env.PORT, '127.0.0.1');
`;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function soak(
  how: 'leaks' | 'keeps nothing',
): Promise<Ended & { readonly run: Run; readonly verdict: Verdict }> {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-soak-'));
  folders.push(folder);
  writeFileSync(join(folder, 'service.cjs'), SERVICE);
  writeFileSync(
    join(folder, 'loadgate.yml'),
    `service: { start: '"${process.execPath}" service.cjs ${how}' }
compare: baseline
scenarios:
  steady:
    executor: soak
    rate: 50/s
    duration: 24s
    warm-up: 1s
    limits: { p95: off, throughput: off, cpu-per-request: off, memory-growth: { max: 20MB/min } }
`,
  );
  const { ended } = startCommand(['run', '--config', 'loadgate.yml'], { cwd: folder }, {});
  const end = await ended;
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(folder, 'loadgate-report', name), 'utf8'));
  return { ...end, run: read('run.json') as Run, verdict: read('verdict.json') as Verdict };
}

describe('a soak', () => {
  it('finds a leak of 60 MB a minute in 24 s, and holds it against its limit', async () => {
    const { code, stdout, run, verdict } = await soak('leaks');
    expect(code, stdout).toBe(1);
    expect(stdout).toContain('Memory grows');
    const memory = run.blocks[0]?.slices[0]?.memory ?? [];
    expect(memory.length).toBeGreaterThanOrEqual(23);
    expect((memory.at(-1) ?? 0) - (memory[8] ?? 0)).toBeGreaterThan(8e6);
    const growth = verdict.scenarios[0]?.metrics['memory-growth'] ?? 0;
    expect(growth).toBeGreaterThan(30e6);
    expect(growth).toBeLessThan(75e6);
  });

  it('says of a service that keeps nothing that its memory stays level', async () => {
    const { code, stdout, verdict } = await soak('keeps nothing');
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('Memory stays level');
    expect(verdict.scenarios[0]?.metrics['memory-growth']).toBe(0);
  });
});
