/** What GitHub's runner would take for a command in a step's output, by its own rules: its source is actions/runner, ActionCommand.cs. */

/** A command that the runner would carry out. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What the runner makes of an output. */
export interface Heard {
  readonly commands: readonly RunnerCommand[];
  /** The other lines, as the log shows them. */
  readonly lines: readonly string[];
  /** False when commands were stopped and nobody started them again. */
  readonly listening: boolean;
}

/** Commands that are live in a step's output. */
const KNOWN = new Set([
  'set-env',
  'set-output',
  'save-state',
  'add-path',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'internal-set-repo-path',
  'warning',
  'error',
  'notice',
  'debug',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
]);

/** Reads an output as the runner does: `\r`, `\n` and `\r\n` end lines; a stop token stops everything until it comes again. */
export function hear(output: string): Heard {
  const commands: RunnerCommand[] = [];
  const lines: string[] = [];
  let token: string | null = null;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const known: ReadonlySet<string> = token === null ? KNOWN : new Set([...KNOWN, token]);
    const command: RunnerCommand | null = parseV2(line, known) ?? parseV1(line, known);
    if (command === null) lines.push(line);
    else if (token !== null) {
      if (command.name.toLowerCase() === token.toLowerCase()) token = null;
      else lines.push(line);
    } else if (command.name === 'stop-commands') token = command.message;
    else commands.push(command);
  }
  return { commands, lines, listening: token === null };
}

/** `::name key=value,key=value::message`, after any white space. */
function parseV2(line: string, known: ReadonlySet<string>): RunnerCommand | null {
  const text = line.trimStart();
  if (!text.startsWith('::')) return null;
  const end = text.indexOf('::', 2);
  if (end < 0) return null;
  const [name, properties] = head(text.slice(2, end), ',');
  if (!known.has(name)) return null;
  return { name, properties, message: unescape(text.slice(end + 2)) };
}

/** `##[name key=value;key=value]message`, anywhere in the line. */
function parseV1(line: string, known: ReadonlySet<string>): RunnerCommand | null {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return null;
  const [name, properties] = head(line.slice(start + 3, end), ';');
  if (!known.has(name)) return null;
  return { name, properties, message: unescape(line.slice(end + 1)) };
}

function head(
  text: string,
  separator: string,
): readonly [name: string, properties: Readonly<Record<string, string>>] {
  const space = text.indexOf(' ');
  if (space < 0) return [text, {}];
  const pairs = text
    .slice(space + 1)
    .split(separator)
    .map((pair) => pair.trim().split('='))
    .filter(([key, value]) => key !== undefined && value !== undefined)
    .map(([key = '', ...value]) => [key, unescape(value.join('='))] as const);
  return [text.slice(0, space), Object.fromEntries(pairs)];
}

const unescape = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
