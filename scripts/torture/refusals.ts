/** Preloaded into the Action (`node --import`): counts what it asks of the operating system, and refuses what it was told to refuse. */
import childProcess from 'node:child_process';
import dns from 'node:dns/promises';
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { basename } from 'node:path';
import { type Effect, type Refusal, ROOT, siteOf, VARIABLE } from './effect.ts';

type Work = (this: unknown, ...args: never[]) => unknown;

/** What is told to this process, by the variable. */
interface Order {
  /** Where the counts go at the end. */
  readonly record: string;
  readonly refuse: Refusal | null;
}

const order: Order = JSON.parse(process.env[VARIABLE] ?? '{}');
delete process.env[VARIABLE];

const counts = new Map<string, { effect: Effect; times: number }>();
const broken: string[] = [];
let refused = 0;
let inside = 0;

const writeFileSync = fs.writeFileSync.bind(fs);
process.on('uncaughtExceptionMonitor', (error) => broken.push(String(error.stack)));
process.on('exit', () => {
  const effects = [...counts.values()].map(({ effect, times }) => ({ ...effect, times }));
  writeFileSync(order.record, JSON.stringify({ effects, broken, refused }));
});

/** Counts an effect. Returns the error by which it is to fail, or null when it may happen. */
function ask(call: string, target: string): NodeJS.ErrnoException | null {
  // What Node.js reads to load this program is not the program's doing; nor is what a call does within.
  if (inside > 0 || target.startsWith(ROOT) || target.includes('/node_modules/')) return null;
  const effect = siteOf(call, target);
  const known = counts.get(effect.site) ?? { effect, times: 0 };
  known.times += 1;
  counts.set(effect.site, known);
  const { refuse } = order;
  if (refuse === null || refuse.site !== effect.site) return null;
  const hit = refuse.which === 'ever' || known.times === refuse.which;
  if (!hit) return null;
  refused += 1;
  return errorOf(refuse.code, call, target);
}

function errorOf(code: string, call: string, target: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: refused, ${call} '${target}'`), {
    code,
    syscall: call,
    path: target,
  });
}

/** Replaces methods of an object by ones that ask first. */
function guard(owner: object, names: readonly string[], make: (name: string, work: Work) => Work): void {
  for (const name of names) {
    const work: unknown = Reflect.get(owner, name);
    if (typeof work === 'function') Reflect.set(owner, name, make(name, work as Work));
  }
}

const pathOf = (value: unknown): string =>
  value instanceof URL ? value.pathname : typeof value === 'string' ? value : `#${typeof value}`;

const throwing = (name: string, work: Work): Work =>
  function (this: unknown, ...args) {
    const error = ask(name, pathOf(args[0]));
    if (error !== null) throw error;
    inside += 1;
    try {
      return Reflect.apply(work, this, args);
    } finally {
      inside -= 1;
    }
  };

const rejecting = (name: string, work: Work): Work =>
  function (this: unknown, ...args) {
    const error = ask(name, pathOf(args[0]));
    return error === null ? Reflect.apply(work, this, args) : Promise.reject(error);
  };

/** A handle that cannot be closed is closed nevertheless: the kernel does so, too. */
const closing = (name: string, work: Work): Work =>
  async function (this: unknown, ...args) {
    const error = ask(`handle.${name}`, '');
    await Reflect.apply(work, this, args);
    if (error !== null) throw error;
  };

const spawning = (name: string, work: Work): Work =>
  function (this: unknown, ...args) {
    const [file, given] = args as unknown[];
    const words = Array.isArray(given) ? given.map(String) : [];
    const error = ask(name, [String(file), ...words].map((word) => basename(word)).join(' '));
    if (error === null) return Reflect.apply(work, this, args);
    const nowhere = Reflect.apply(work, this, ['/nonexistent/refused', ...args.slice(1)] as never[]);
    return name === 'spawnSync'
      ? { ...(nowhere as object), error }
      : failing(nowhere as childProcess.ChildProcess, error);
  };

/** The child that could not be started, with the reason that was ordered. */
function failing(child: childProcess.ChildProcess, error: NodeJS.ErrnoException): childProcess.ChildProcess {
  const emit = child.emit.bind(child);
  child.emit = (event: string, ...args: unknown[]) => emit(event, ...(event === 'error' ? [error] : args));
  if (error.code === 'EMFILE')
    Object.assign(child, { stdin: undefined, stdout: undefined, stderr: undefined });
  return child;
}

const connecting = (name: string, work: Work): Work =>
  function (this: unknown, ...args) {
    const error = ask(name, '');
    if (error === null || !(this instanceof net.Socket)) return Reflect.apply(work, this, args);
    process.nextTick(() => this.destroy(error));
    return this;
  };

const listening = (name: string, work: Work): Work =>
  function (this: unknown, ...args) {
    const error = ask(name, '');
    if (error === null || !(this instanceof net.Server)) return Reflect.apply(work, this, args);
    process.nextTick(() => this.emit('error', error));
    return this;
  };

const FILE_CALLS = [
  'access',
  'appendFile',
  'chmod',
  'copyFile',
  'lstat',
  'mkdir',
  'mkdtemp',
  'open',
  'readFile',
  'readdir',
  'readlink',
  'realpath',
  'rename',
  'rm',
  'stat',
  'symlink',
  'unlink',
  'utimes',
  'writeFile',
];
const handle = await fsPromises.open(process.execPath);
const handles: unknown = Object.getPrototypeOf(handle);
await handle.close();
guard(
  fs,
  FILE_CALLS.map((name) => `${name}Sync`),
  throwing,
);
guard(fs, ['readSync', 'writeSync'], throwing);
guard(fsPromises, FILE_CALLS, rejecting);
if (typeof handles === 'object' && handles !== null) {
  guard(
    handles,
    ['read', 'write', 'writev', 'stat', 'sync', 'truncate', 'readFile', 'writeFile'],
    (name, work) => {
      const guarded = rejecting(`handle.${name}`, work);
      return function (this: unknown, ...args) {
        return Reflect.apply(guarded, this, args);
      };
    },
  );
  guard(handles, ['close'], closing);
}
guard(childProcess, ['spawn', 'spawnSync'], spawning);
guard(dns, ['lookup'], rejecting);
guard(net.Socket.prototype, ['connect'], connecting);
guard(net.Server.prototype, ['listen'], listening);
guard(
  process,
  ['kill'],
  (name, work) =>
    function (this: unknown, ...args) {
      const error = ask(name, `#${String((args as unknown[])[1])}`);
      if (error !== null) throw error;
      return Reflect.apply(work, this, args);
    },
);
syncBuiltinESMExports();
