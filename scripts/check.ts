/** Everything that is quick and needs no network or service: format, lint, types, unit, golden and documentation tests, two at a time. `--static`: only what runs no test. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { styleText } from 'node:util';

interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
}

interface Done {
  readonly step: Step;
  /** Null: it did not end by itself. */
  readonly exitCode: number | null;
  readonly seconds: number;
  readonly output: string;
}

const ROOT = join(import.meta.dirname, '..');
const STEP_TIMEOUT_MS = 300_000;

/** Longest first: the short ones fill the gaps. */
const STEPS: readonly Step[] = [
  { name: 'unit', command: ['vitest', 'run', '--project', 'unit'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'docs', command: ['vitest', 'run', '--project', 'docs'] },
  { name: 'golden', command: ['vitest', 'run', '--project', 'golden'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'format', command: ['biome', 'format', '.'] },
];

const started = performance.now();
const chosen = process.argv.includes('--static')
  ? STEPS.filter(({ command }) => command[0] !== 'vitest')
  : STEPS;
const done = await runAll(chosen, Math.min(2, availableParallelism()));
const failed = done.filter(({ exitCode }) => exitCode !== 0);
for (const { step, output } of failed) {
  console.log(`\n${styleText('bold', `▸ ${step.name}: ${step.command.join(' ')}`)}\n\n${output.trim()}`);
}
const total = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\n${done.length - failed.length} passed, ${failed.length} failed, ${total} s`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Runs the steps in order, so many at a time, and says one line for each as it ends. */
async function runAll(steps: readonly Step[], atOnce: number): Promise<readonly Done[]> {
  const waiting = [...steps];
  const ended: Done[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await run(step);
      ended.push(result);
      console.log(line(result));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return ended;
}

function run(step: Step): Promise<Done> {
  const [program, ...args] = step.command;
  const start = performance.now();
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    const end = (exitCode: number | null, words = ''): void => {
      const output = Buffer.concat(chunks).toString('utf8') + words;
      resolve({ step, exitCode, seconds: (performance.now() - start) / 1000, output });
    };
    const child = spawn(program, args, {
      cwd: ROOT,
      env: {
        ...process.env,
        PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env['PATH']}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: STEP_TIMEOUT_MS,
    });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => end(null, `${error.message}: run npm ci first`));
    child.once('close', (exitCode, signal) => end(exitCode, signal === null ? '' : `\nended by ${signal}`));
  });
}

function line({ step, exitCode, seconds }: Done): string {
  const mark = exitCode === 0 ? styleText('green', '✓') : styleText('red', '✗');
  return `${mark} ${step.name.padEnd(8)}${seconds.toFixed(1).padStart(6)} s`;
}
