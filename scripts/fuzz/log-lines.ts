/** Output of services on its way into the runner's log: whatever bytes it is, the runner takes no command from it (S5, S6). */
import * as fc from 'fast-check';
import { neutralise, splitLines } from '../../src/platform/relay.ts';
import { openRunner, type Runner } from '../../src/platform/runner.ts';
import { hear } from '../../test/runner/commands.ts';
import type { FuzzTarget } from './target.ts';
import { madeOf } from './words.ts';

/** Output, and the sizes of the chunks in which it comes, over and over. */
interface Output {
  readonly text: string;
  readonly chunks: readonly number[];
}

const COMMANDS = [
  'set-output name=verdict',
  'save-state name=x',
  'add-mask',
  'add-matcher',
  'stop-commands',
  'error',
  'Error',
  'warning file=a,line=1',
  'group',
  'endgroup',
  'echo',
  'debug',
  'set-env name=A',
];

/** What commands are made of, what rules of language pass over, and what ends lines: often, so that lines are short and many. */
const PIECES = [
  ...COMMANDS,
  ...COMMANDS.map((command) => `::${command}::`),
  ...COMMANDS.map((command) => `##[${command}]`),
  ...Array.from({ length: 12 }, () => ['\n', '\r', '\r\n', '::', '##[', ']']).flat(),
  ':',
  '#',
  '##',
  '[',
  ' ',
  '\t',
  '\v',
  '\f',
  '\0',
  '\u0007',
  '\u001b[31m',
  '\u001b[',
  '\u009b',
  '\u001b]8;;x\u0007',
  '\u2003',
  '\u00a0',
  '\u3000',
  '\u0085',
  '\ufeff',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\u0301',
  '\ue000',
  '\ud800',
  '\u2028',
  '\u180e',
  'pass',
  'x',
  '%0A',
  '%0D::error::',
  '::stop-commands::a',
  '::a::',
];

/** What comparisons by rules of language may pass over. */
const PASSED_OVER = /[\p{M}\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const ASCII = /^[\t\x20-\x7e]*$/u;

/** Stricter than the runner: any name is a command, and what its comparison may pass over is passed over. */
function couldCommand(line: string): boolean {
  const seen = (ASCII.test(line) ? line : line.replaceAll(PASSED_OVER, '')).trimStart();
  return seen.startsWith('::') || seen.includes('##[');
}

/** Splits as the relay does, from chunks that end anywhere, also inside a character. */
function linesOf({ text, chunks }: Output): readonly string[] {
  const bytes = Buffer.from(text);
  const lines: string[] = [];
  const splitter = splitLines((line) => lines.push(line));
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, chunks[turn % Math.max(1, chunks.length)] ?? bytes.length);
    splitter.push(bytes.subarray(at, at + size));
    at += size;
  }
  splitter.end();
  return lines;
}

/** What a runner prints while something is done with it. */
function printedBy(make: (line: string) => string, act: (runner: Runner) => void): string {
  const written = process.stdout.write.bind(process.stdout);
  let printed = '';
  process.stdout.write = (chunk: string | Uint8Array): boolean => {
    printed += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    return true;
  };
  try {
    act(
      openRunner({
        mask: (text) => text,
        neutralise: make,
        // What is kept for later steps is another matter than the log.
        files: { write: () => undefined, writeSlowly: () => Promise.resolve(), restore: () => [] },
        now: () => 0,
        words: { line: () => '', title: () => null },
      }),
    );
  } finally {
    process.stdout.write = written;
  }
  return printed;
}

function expectOnly(output: string, allowed: string, way: string): void {
  const { commands, listening } = hear(output);
  const names = commands.map(({ name }) => name).join(' ');
  if (names !== allowed || !listening)
    throw new Error(`${way}: the runner heard "${names}", listening: ${listening}`);
}

/** Each of the two protections holds alone, and so do they together. */
function check(output: Output): number {
  const lines = linesOf(output);
  const harmless = lines.map(neutralise);
  for (const line of harmless)
    if (couldCommand(line) || /[\r\n]/u.test(line)) throw new Error(`not harmless: ${JSON.stringify(line)}`);
  expectOnly(harmless.join('\n'), '', 'harmless lines');
  const stopped = printedBy(
    (line) => line,
    (runner) => runner.foreign('service', lines),
  );
  expectOnly(stopped, 'group endgroup', 'with commands stopped');
  const both = printedBy(neutralise, (runner) => {
    runner.foreign('service', lines);
    for (const line of lines.slice(0, 5)) runner.info(line);
  });
  expectOnly(both, 'group endgroup', 'with both');
  return lines.length;
}

/** The fuzzer. */
export const logLines: FuzzTarget<Output> = {
  name: 'log-lines',
  promise: 'The runner carries out no command from what a service prints.',
  unit: 'lines',
  bounds: { ci: 50_000, usual: 500_000, release: 10_000_000 },
  inputs: fc.record({
    text: madeOf(PIECES, 3_000),
    chunks: fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 6 }),
  }),
  check,
};
