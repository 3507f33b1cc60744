/** What the commands share: the streams they are a function of, the world they run in, and how a failure leaves. */
import { asFailure, type Failure } from '../domain/failure.ts';
import type { Language } from '../domain/language.ts';
import { consoleLog } from '../platform/console.ts';
import type { Mask } from '../platform/mask.ts';
import { openWorld } from '../platform/open-world.ts';
import { tagOf } from '../platform/tag.ts';
import { openVault } from '../platform/vault.ts';
import type { World } from '../platform/world.ts';
import { renderFailureTerminal } from '../report/failure.ts';
import { later, liveStatus } from '../report/live-status.ts';
import { progressLine, progressTitle } from '../report/progress-line.ts';
import { widthOf } from '../report/terminal-text.ts';

/** A stream that may be a terminal. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** The process as a parameter: tests run commands with streams of their own. */
export interface Program {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** `import.meta.url` of the door. */
  readonly door: string;
  /** What was taken out of `env`, by name, and must not be written anywhere. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Called with the mark of the processes that will be started, before there are any. */
  readonly onStart: (tag: string) => void;
  /** Called at a second SIGINT or SIGTERM. Must not wait. */
  readonly onSecondSignal: () => void;
}

/** Options every command has. */
export interface CommonOptions {
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

/** Width where the stream does not know its own. */
const DEFAULT_WIDTH = 100;

/** Opens the world, does the work, and turns whatever is thrown into words on stderr and an exit code. */
export async function inWorld(
  program: Program,
  options: CommonOptions,
  work: (world: World) => Promise<number>,
): Promise<number> {
  const vault = openVault(program);
  const { mask } = vault;
  const log = consoleLog({
    stream: program.stderr,
    colour: hasColour(program.stderr, program.env),
    live: program.stderr.isTTY === true && program.env.TERM !== 'dumb',
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    mask,
    now: () => performance.now(),
    words: { line: progressLine, title: progressTitle, live: liveStatus, later, widthOf },
  });
  try {
    await using world = await openWorld({
      workspace: program.cwd,
      env: program.env,
      vault,
      log,
      door: program.door,
      onSecondSignal: program.onSecondSignal,
    });
    program.onStart(tagOf(world));
    return await work(world);
  } catch (error) {
    const failure = asFailure(error);
    log.settle();
    showFailure(failure, program, mask);
    return failure.exitCode;
  } finally {
    log.settle();
  }
}

/** Writes a failure to stderr: in English where no configuration asks for another language. */
export function showFailure(
  failure: Pick<Failure, 'detail'>,
  program: Program,
  mask: Mask,
  language: Language = 'en',
): void {
  const text = renderFailureTerminal(failure.detail, language, lookOf(program.stderr, program.env));
  program.stderr.write(`${mask(text)}\n`);
}

/** How a stream wants its text: its width, and colour only where it is shown (`NO_COLOR`, `FORCE_COLOR`). */
export function lookOf(
  stream: Output,
  env: Program['env'],
): { readonly width: number; readonly colour: boolean } {
  const { columns = 0 } = stream;
  return { width: columns > 0 ? columns : DEFAULT_WIDTH, colour: hasColour(stream, env) };
}

function hasColour(stream: Output, env: Program['env']): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return stream.isTTY === true && env.TERM !== 'dumb';
}
