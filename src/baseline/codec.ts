/** The baseline file's text: read strictly, since a careless reading would turn a broken reference into a first run; written so that people can review it. */
import { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import { bytes, micros } from '../domain/units.ts';
import { readShape } from '../domain/shaped.ts';
import { BASELINE_BYTES_MAX, BASELINE_SCHEMA, type Baseline } from './baseline.ts';
import { findBadKey } from './json-keys.ts';

const count = z.int().nonnegative();
const amount = z.number().nonnegative();
const share = z.number().min(0).max(1);
const text = z.string().max(1_000);
const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);

const counts = z.strictObject({
  sent: count,
  ok: count,
  httpError: count,
  connectionError: count,
  timeout: count,
  lost: count,
  inFlight: count,
  refused: count,
});

const acceptedRun = z.strictObject({
  date: z.iso.datetime(),
  commit: orNull(z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/)),
  loadgate: text,
  engine: text,
  metrics: z.strictObject({
    p95: orNull(amount),
    throughput: orNull(amount),
    'error-rate': orNull(share),
    // Files written before these metrics were measured lack them.
    capacity: orNull(amount).default(null),
    'cpu-per-request': orNull(amount).default(null),
    'answer-size': orNull(amount).default(null),
    'queries-per-request': orNull(amount).default(null),
    'memory-growth': orNull(amount).default(null),
    p50: orNull(amount),
    p99: orNull(amount),
  }),
  counts,
  statusShares: z.record(z.string().regex(/^[1-9]xx$/), share),
  meanBodyBytes: amount,
  latency: z.strictObject({
    unit: z.literal('µs'),
    count,
    resolution: amount.transform(micros),
    encoded: z.base64().max(1_000_000),
  }),
});

const machine = z.strictObject({
  cpuModel: text,
  cores: count,
  architecture: text,
  memory: amount.transform(bytes),
  os: text,
  node: text,
  runner: z.enum(['github-hosted', 'self-hosted', 'local']),
});

const history = z.strictObject({
  fingerprint: text,
  machine: orNull(machine),
  configHash: text,
  runs: z.array(acceptedRun).min(1).max(1_000),
});

const baseline = z.strictObject({
  schema: z.literal(BASELINE_SCHEMA),
  suite: text,
  scenarios: z.record(text, z.strictObject({ histories: z.array(history).min(1).max(1_000) })),
});

/**
 * Reads a baseline file's text. `place` names it in messages.
 * @throws Failure kind `not-measured`: `baseline-corrupt` (no JSON text: empty, cut off, another encoding, a name given twice), `baseline-conflict` (merge
 *   markers), `baseline-not-content` (a Git LFS pointer), `baseline-too-large`, `baseline-newer` and `baseline-unknown-schema` (another version of the shape),
 *   `baseline-invalid` (the shape is wrong)
 */
export function decodeBaseline(content: string, place: string): Baseline {
  if (Buffer.byteLength(content) > BASELINE_BYTES_MAX) throw tooLarge(place);
  refuseForeignText(content, place);
  const value = parseJson(content, place);
  refuseOtherSchema(value, place);
  const bad = findBadKey(content);
  if (bad !== null) throw corrupt(place, `the name ${JSON.stringify(bad.path)} is ${bad.problem}`);
  const parsed = readShape(baseline, value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues
    .slice(0, 10)
    .map((issue) => `${issue.path.join('.') || '(top)'}: ${issue.message}`);
  throw refused('baseline-invalid', `${place} is not a baseline: its shape is wrong.`, RESTORE, lines);
}

/**
 * The text of a baseline file: JSON with two spaces, names in a fixed order, scenarios by name, a newline at the end. The same baseline always gives the
 * same text.
 * @throws Failure as {@link decodeBaseline} when it could not be read again
 */
export function encodeBaseline(value: Baseline): string {
  const ordered = Object.entries(value.scenarios).sort(([left], [right]) => (left < right ? -1 : 1));
  const whole = { ...value, scenarios: Object.fromEntries(ordered) };
  // Through the reader, which also puts every name in the order of its schema.
  const checked = decodeBaseline(JSON.stringify(whole), 'The new baseline');
  const content = `${JSON.stringify(checked, null, 2)}\n`;
  if (Buffer.byteLength(content) > BASELINE_BYTES_MAX) throw tooLarge('The new baseline');
  return content;
}

/** What is not JSON at first sight, told by its name. */
function refuseForeignText(content: string, place: string): void {
  if (content.trim() === '') throw corrupt(place, 'it is empty');
  if (/[\0\uFFFD]/.test(content.slice(0, 4))) throw corrupt(place, 'it is not UTF-8 (UTF-16?)');
  if (content.startsWith('\uFEFF')) throw corrupt(place, 'it begins with a byte order mark');
  if (content.startsWith('version https://git-lfs')) {
    const advice = 'Keep the baseline out of Git LFS: it is text that people should be able to review.';
    throw refused('baseline-not-content', `${place} is a Git LFS pointer, not a baseline.`, advice);
  }
  if (/^(?:<{7}|>{7}|={7}$|\|{7})/m.test(content)) {
    const advice =
      'Take one side whole (`git checkout --theirs`), or measure anew: `loadgate baseline update`.';
    throw refused('baseline-conflict', `${place} holds the marks of an unfinished merge.`, advice);
  }
}

function parseJson(content: string, place: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw corrupt(place, error instanceof Error ? error.message : String(error));
  }
}

/** The version first: a newer shape must not be called a wrong one. */
function refuseOtherSchema(value: unknown, place: string): void {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return;
  const { schema } = value;
  if (typeof schema !== 'number' || schema === BASELINE_SCHEMA) return;
  if (schema > BASELINE_SCHEMA) {
    const message = `${place} was made by a newer Loadgate (schema ${schema}; this one reads ${BASELINE_SCHEMA}).`;
    throw refused('baseline-newer', message, 'Use the version of Loadgate that the base branch uses.');
  }
  const message = `${place} has schema ${schema}, which no version of Loadgate wrote.`;
  throw refused('baseline-unknown-schema', message, RESTORE);
}

const RESTORE =
  'Restore it from git (`git log -- <file>`), or remove it and take a new one: `loadgate baseline update`.';

const corrupt = (place: string, why: string): Failure =>
  refused('baseline-corrupt', `${place} cannot be read: ${why}.`, RESTORE);

function tooLarge(place: string): Failure {
  const limit = `${BASELINE_BYTES_MAX / 1024 / 1024} MiB`;
  const advice =
    'Keep fewer runs (`baseline: keep`), or give each suite a file of its own (`baseline: path`).';
  return refused('baseline-too-large', `${place} is larger than ${limit}.`, advice);
}

function refused(code: string, message: string, advice: string, lines: readonly string[] = []): Failure {
  return new Failure({ kind: 'not-measured', code, message, advice, lines });
}
