/** Another process that disturbs: it computes or writes in bursts of random length, until it is disposed of. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from './cases.ts';

/** Two of them: one for each core of a small machine. */
const COMPUTE = `
  const until = (end) => { while (performance.now() < end) Math.sqrt(Math.random()); };
  const burst = () => { until(performance.now() + 200 + 2800 * Math.random()); setTimeout(burst, 200 + 3800 * Math.random()); };
  burst();
`;
const WRITE = `
  const fs = require('node:fs');
  const chunk = Buffer.alloc(4 << 20, 7);
  const burst = () => {
    const end = performance.now() + 200 + 1800 * Math.random();
    const file = fs.openSync(process.argv[1], 'w');
    while (performance.now() < end) { fs.writeSync(file, chunk, 0, chunk.length, 0); fs.fsyncSync(file); }
    fs.closeSync(file);
    setTimeout(burst, 200 + 2800 * Math.random());
  };
  burst();
`;

/** Starts the noise of a case. */
export function makeNoise(noise: Case['noise']): Disposable {
  if (noise === 'none') return { [Symbol.dispose]: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-noise-'));
  const program = noise === 'cpu-bursts' ? COMPUTE : WRITE;
  const children = [1, 2].map((number) =>
    spawn(process.execPath, ['-e', program, join(folder, `noise-${number}`)], { stdio: 'ignore' }),
  );
  return {
    [Symbol.dispose]() {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
