/** The baseline file's text: read strictly, since a careless reading would turn a broken reference into a first run; written so that people can review it. */
import { type Fact, type Phrase, phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import { ACCEPTED_DAYS_MAX, isAmountOf, isDay, problemOfDay, REASON_MAX } from '../domain/acceptance.ts';
import { Failure } from '../domain/failure.ts';
import { foreignJson } from '../domain/foreign-json.ts';
import { METRIC_NAMES } from '../domain/metric.ts';
import { bytes, micros } from '../domain/units.ts';
import { readShape } from '../domain/shaped.ts';
import { BASELINE_BYTES_MAX, BASELINE_SCHEMA, type Baseline } from './baseline.ts';
import { findBadKey } from './json-keys.ts';
import { lineOf } from './json-lines.ts';

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

const commit = orNull(z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/));

const metrics = z.strictObject({
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
});

const acceptedRun = z.strictObject({
  date: z.iso.datetime(),
  commit,
  loadgate: text,
  engine: text,
  metrics,
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

const release = z.strictObject({
  tag: z.string().min(1).max(200),
  commit,
  fingerprint: text,
  configHash: text,
  runs: z
    .array(z.strictObject({ date: z.iso.datetime(), metrics }))
    .min(1)
    .max(100),
});

/** One line, with something on it. */
const lineUpTo = (most: number) =>
  z
    .string()
    .max(most)
    .refine((words) => words.trim() !== '' && !/\p{Cc}/u.test(words), 'must be one line that is not empty');

const acceptance = z
  .strictObject({
    scenario: text,
    metric: z.enum(METRIC_NAMES),
    upTo: z.strictObject({ kind: z.enum(['share', 'unit']), amount: z.number() }),
    reason: lineUpTo(REASON_MAX),
    by: lineUpTo(100),
    at: z.iso.datetime(),
    since: z.iso.datetime(),
    until: z.string().refine(isDay, 'must be a day of the calendar: 2026-12-31'),
    commit,
  })
  .superRefine(({ metric, upTo, at, since, until }, context) => {
    if (Date.parse(since) < Date.parse(at))
      context.addIssue({ code: 'custom', path: ['since'], message: 'must not be before "at"' });
    if (!isAmountOf(metric, upTo))
      context.addIssue({
        code: 'custom',
        path: ['upTo', 'amount'],
        message: `must be an amount of ${metric}`,
      });
    // What is no day at all was said above.
    if (problemOfDay(until, at) !== null && isDay(until))
      context.addIssue({
        code: 'custom',
        path: ['until'],
        message: `must be within ${ACCEPTED_DAYS_MAX} days of "at"`,
      });
  });

const histories = z.array(history).min(1).max(1_000);

const baseline = z.strictObject({
  schema: z.literal(BASELINE_SCHEMA),
  suite: text,
  accepted: z.array(acceptance).max(1_000),
  scenarios: z.record(
    text,
    z.strictObject({
      // A release can be measured before any run of the branch was accepted.
      histories: z.array(history).max(1_000),
      releases: z.array(release).max(1_000),
    }),
  ),
});

/** As version 1 had it: runs alone. */
const FIRST_SCHEMA = 1;
const firstBaseline = z.strictObject({
  schema: z.literal(FIRST_SCHEMA),
  suite: text,
  scenarios: z.record(text, z.strictObject({ histories })),
});

/**
 * Reads a baseline file's text. `place` names it in messages.
 * @throws Failure kind `not-measured`: `baseline-corrupt` (no JSON text: empty, cut off, another encoding, a name given twice), `baseline-conflict` (merge
 *   markers), `baseline-not-content` (a Git LFS pointer), `baseline-too-large`, `baseline-newer` and `baseline-unknown-schema` (another version of the shape),
 *   `baseline-invalid` (the shape is wrong)
 */
export function decodeBaseline(content: string, place: Fact): Baseline {
  if (Buffer.byteLength(content) > BASELINE_BYTES_MAX) throw tooLarge(place);
  refuseForeignText(content, place);
  const value = parseJson(content, place);
  refuseOtherSchema(value, place);
  const bad = findBadKey(content);
  if (bad !== null)
    throw corrupt(place, phrase('json-bad-name', { name: bad.path, problem: bad.problem, line: bad.line }));
  const parsed = readShape(isOfFirst(value) ? firstBaseline : baseline, value, content.length);
  if (parsed.success) return parsed.data.schema === FIRST_SCHEMA ? migrated(parsed.data) : parsed.data;
  const lines = parsed.error.issues
    .slice(0, 10)
    .map((issue) => `${placed(content, issue.path)}${issue.path.join('.') || '(top)'}: ${issue.message}`);
  throw refused('baseline-invalid', phrase('baseline-invalid', { place }), RESTORE, lines);
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
  const checked = decodeBaseline(JSON.stringify(whole), phrase('the-new-baseline'));
  const content = `${JSON.stringify(checked, null, 2)}\n`;
  if (Buffer.byteLength(content) > BASELINE_BYTES_MAX) throw tooLarge(phrase('the-new-baseline'));
  return content;
}

const isOfFirst = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'schema' in value && value.schema === FIRST_SCHEMA;

/** Nothing was accepted, and no release was kept, when version 1 was written. */
const migrated = ({ suite, scenarios }: z.output<typeof firstBaseline>): Baseline => ({
  schema: BASELINE_SCHEMA,
  suite,
  accepted: [],
  scenarios: Object.fromEntries(
    Object.entries(scenarios).map(([name, known]) => [name, { histories: known.histories, releases: [] }]),
  ),
});

/** `line 12, ` of where a member stands; nothing where it is not there. */
function placed(content: string, path: readonly PropertyKey[]): string {
  const line = lineOf(content, path);
  return line === null ? '' : `line ${line}, `;
}

/** What is not JSON at first sight, told by its name. */
function refuseForeignText(content: string, place: Fact): void {
  if (content.trim() === '') throw corrupt(place, phrase('text-empty'));
  if (/[\0\uFFFD]/.test(content.slice(0, 4))) throw corrupt(place, phrase('text-not-utf8'));
  if (content.startsWith('\uFEFF')) throw corrupt(place, phrase('text-with-mark'));
  if (content.startsWith('version https://git-lfs')) {
    const advice = phrase('baseline-not-content-advice');
    throw refused('baseline-not-content', phrase('baseline-not-content', { place }), advice);
  }
  if (/^(?:<{7}|>{7}|={7}$|\|{7})/m.test(content)) {
    throw refused(
      'baseline-conflict',
      phrase('baseline-conflict', { place }),
      phrase('baseline-conflict-advice'),
    );
  }
}

function parseJson(content: string, place: Fact): unknown {
  try {
    return foreignJson(content);
  } catch (error) {
    throw corrupt(place, phrase('foreign', { text: error instanceof Error ? error.message : String(error) }));
  }
}

/** The version first: a newer shape must not be called a wrong one. */
function refuseOtherSchema(value: unknown, place: Fact): void {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return;
  const { schema } = value;
  if (typeof schema !== 'number' || schema === BASELINE_SCHEMA || schema === FIRST_SCHEMA) return;
  if (schema > BASELINE_SCHEMA) {
    const message = phrase('baseline-newer', {
      place,
      schema: String(schema),
      known: String(BASELINE_SCHEMA),
    });
    throw refused('baseline-newer', message, phrase('baseline-newer-advice'));
  }
  const message = phrase('baseline-unknown-schema', { place, schema: String(schema) });
  throw refused('baseline-unknown-schema', message, RESTORE);
}

const RESTORE = phrase('baseline-restore-advice');

const corrupt = (place: Fact, why: Phrase): Failure =>
  refused('baseline-corrupt', phrase('baseline-corrupt', { place, why }), RESTORE);

function tooLarge(place: Fact): Failure {
  const mib = BASELINE_BYTES_MAX / 1024 / 1024;
  const message = phrase('baseline-too-large', { place, mib });
  return refused('baseline-too-large', message, phrase('baseline-too-large-advice'));
}

function refused(code: string, message: Phrase, advice: Phrase, lines: readonly string[] = []): Failure {
  return new Failure({ kind: 'not-measured', code, message, advice, lines });
}
