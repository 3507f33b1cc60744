/** Knobs that make the shop slow, flaky or leaky on purpose: read from the environment or a file, turned before each answer. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** How the shop misbehaves. All off: it is an honest shop. */
export interface Knobs {
  /** CPU time burnt for each request, in milliseconds. */
  readonly cpu: number;
  /** Wait added to each request, in milliseconds. */
  readonly wait: number;
  /** Share of requests that are answered with 500, from 0 to 1. */
  readonly errorShare: number;
  /** A share of requests that wait longer, and how much longer in milliseconds. */
  readonly tail: { readonly share: number; readonly wait: number };
  /** Memory kept for each request, in kilobytes. */
  readonly leak: number;
  /** Lists ask for each book's author and reviews one by one. */
  readonly nPlusOne: boolean;
  /** The database has no index on the reviews of a book and the books of an author. */
  readonly dropIndex: boolean;
  /** The connection is closed after every answer. */
  readonly close: boolean;
}

/** How the knobs are turned: `BOOKSHOP_CPU_MS` and the like, as text. */
type Settings = Readonly<Record<string, string | undefined>>;

/**
 * Reads the knobs from the environment and, for those it does not have, from a file (`{ "cpuMs": 4 }`): a change of the shop that can be
 * committed. No such file: nothing is turned. @throws RangeError naming the knob and what it takes
 */
export function readKnobs(env: Settings, file: string | null): Knobs {
  const settings = { ...(file === null ? {} : readFile(file)), ...env };
  return {
    cpu: number(settings, 'BOOKSHOP_CPU_MS', 10_000),
    wait: number(settings, 'BOOKSHOP_WAIT_MS', 600_000),
    errorShare: number(settings, 'BOOKSHOP_ERROR_SHARE', 1),
    tail: tail(settings),
    leak: number(settings, 'BOOKSHOP_LEAK_KB', 1_000_000),
    nPlusOne: flag(settings, 'BOOKSHOP_N_PLUS_ONE'),
    dropIndex: flag(settings, 'BOOKSHOP_DROP_INDEX'),
    close: flag(settings, 'BOOKSHOP_CLOSE'),
  };
}

const KNOBS = ['cpuMs', 'waitMs', 'errorShare', 'tail', 'leakKb', 'nPlusOne', 'dropIndex', 'close'];

/** The file's knobs under their names in the environment: `cpuMs` is `BOOKSHOP_CPU_MS`. */
function readFile(path: string): Settings {
  if (!existsSync(path)) return {};
  const knobs: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(path, 'utf8'));
  const unknown = Object.keys(knobs).filter((name) => !KNOBS.includes(name));
  if (unknown.length > 0)
    throw new RangeError(`${path}: there is no knob ${unknown.join(', ')}, only ${KNOBS.join(', ')}`);
  return Object.fromEntries(
    Object.entries(knobs).map(([name, value]) => [
      `BOOKSHOP_${name.replaceAll(/[A-Z]/gu, '_$&').toUpperCase()}`,
      value === true ? '1' : value === false ? '0' : String(value),
    ]),
  );
}

/** Turns the knobs for one request, and says whether it is to fail. */
export function turner(knobs: Knobs): () => Promise<'answer' | 'fail'> {
  const fails = picker(knobs.errorShare);
  const isSlow = picker(knobs.tail.share);
  const leaked: Buffer[] = [];
  return async () => {
    const delay = knobs.wait + (isSlow() ? knobs.tail.wait : 0);
    if (delay > 0) await wait(delay);
    if (knobs.cpu > 0) burn(knobs.cpu);
    // Filled, because untouched memory is not resident.
    if (knobs.leak > 0) leaked.push(Buffer.alloc(knobs.leak * 1024, 1));
    return fails() ? 'fail' : 'answer';
  };
}

/**
 * Picks a share of calls: exact over any long stretch, the same at every start, and without a short period that could fall in step with
 * a sequence of requests (multiples of the golden ratio, modulo 1).
 */
function picker(share: number): () => boolean {
  let at = 0;
  return () => {
    at = (at + 0.618_033_988_749_895) % 1;
    return at < share;
  };
}

/** Keeps the thread busy. By the clock on the wall: the thread's own CPU time goes in steps of up to 4 ms on some kernels. */
function burn(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

function number(settings: Settings, name: string, most: number): number {
  return amount(settings[name] ?? '', name, most);
}

function amount(text: string, name: string, most: number): number {
  const value = text === '' ? 0 : Number(text);
  if (value >= 0 && value <= most) return value;
  throw new RangeError(`${name} must be a number from 0 to ${most}, got "${text}"`);
}

function tail(settings: Settings): Knobs['tail'] {
  const [share = '', milliseconds = '', ...rest] = (settings['BOOKSHOP_TAIL'] ?? '0:0').split(':');
  if (rest.length > 0 || share === '' || milliseconds === '') {
    throw new RangeError('BOOKSHOP_TAIL must be share:milliseconds, such as 0.05:200');
  }
  return {
    share: amount(share, 'BOOKSHOP_TAIL (share)', 1),
    wait: amount(milliseconds, 'BOOKSHOP_TAIL (milliseconds)', 600_000),
  };
}

function flag(settings: Settings, name: string): boolean {
  const text = settings[name] ?? '';
  if (text === '' || text === '0') return false;
  if (text === '1') return true;
  throw new RangeError(`${name} must be 1 or 0, got "${text}"`);
}
