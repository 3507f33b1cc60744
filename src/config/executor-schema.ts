/** The schema of the shape of a load: executors, stages, think times. */
import { phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import { block, key, needed } from './block.ts';
import { DEFAULTS } from './defaults.ts';
import { duration, kind, oneOf, packed, rate, share, whole } from './kinds.ts';
import { parseDuration } from './quantities.ts';

/** Executors, named as in k6 where k6 has them. */
export const EXECUTORS = [
  'constant-users',
  'ramping-users',
  'constant-arrival-rate',
  'ramping-arrival-rate',
  'spike',
  'stress',
  'capacity',
  'soak',
] as const;

/** The word for an executor. */
export type ExecutorWord = (typeof EXECUTORS)[number];

/** What a scenario, or `defaults`, says of its executor. */
export interface Chosen<Word> {
  readonly executor: Word | undefined;
  readonly hasRate: boolean;
}

/** The executor of a scenario: its own word, else what its own `rate` implies, else the same of `defaults`, else users. A soak of `defaults` keeps any rate. */
export function chooseExecutor<Word>(own: Chosen<Word>, defaults: Chosen<Word>): Word | ExecutorWord {
  for (const { executor, hasRate } of [own, defaults]) {
    if (executor !== undefined) return executor;
    if (hasRate) return defaults.executor === 'soak' ? 'soak' : 'constant-arrival-rate';
  }
  return DEFAULTS.executor;
}

/** Most users that a scenario may have. */
export const USERS_MAX = 10_000;
/** Most arrivals a second: more than one process can send on time. */
export const RATE_MAX = 50_000;

const HOUR = 3_600_000;
const THINK_MAX = HOUR;

const RANGE_MUST = phrase('be-two-durations');

const thinkRange = kind<{ readonly from: number; readonly to: number }>(
  'two durations',
  { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 },
  (value) => {
    if (!Array.isArray(value)) return { must: RANGE_MUST, mismatch: true };
    const [from, to, ...more] = value.map((item) => (typeof item === 'string' ? parseDuration(item) : null));
    if (from == null || to == null || more.length > 0 || from > to || to > THINK_MAX)
      return { must: RANGE_MUST };
    return { value: { from, to } };
  },
);

const thinkDistribution = block({
  distribution: needed(
    oneOf('exponential', 'normal'),
    '`exponential`: most pauses short, some long. `normal`: around the mean, never below zero.',
  ),
  mean: needed(duration(1, THINK_MAX), 'Mean pause.'),
  deviation: key(duration(0, THINK_MAX), 'Standard deviation; needed for `normal`.'),
});

const thinkTime = z.union([duration(0, THINK_MAX), thinkRange, thinkDistribution], {
  error: packed(phrase('be-think-time')),
});

const target = kind<number>('number', { type: 'number', minimum: 0, maximum: RATE_MAX }, (value) => {
  const must = phrase('be-number', { max: RATE_MAX });
  if (typeof value !== 'number') return { must, mismatch: true };
  return value >= 0 && value <= RATE_MAX ? { value } : { must };
});

const stage = block({
  duration: needed(duration(0, 6 * HOUR), 'How long the way to the target takes; `0` is a step.'),
  target: needed(target, 'Users, or requests a second, at its end.'),
});

const LATENCY_MAX = 600_000;
const latency = (quantile: string) =>
  key(duration(0.001, LATENCY_MAX), `Longest ${quantile} with which a load still counts as carried.`);

const objective = block({
  p50: latency('p50'),
  p95: latency('p95'),
  p99: latency('p99'),
  'error-rate': key(
    share({ min: 0, max: 1 }),
    'Largest error rate with which a load still counts as carried.',
    DEFAULTS.objectiveErrorRate,
  ),
});

/** What shapes a load, as a scenario or `defaults` may have it; which keys belong to which executor is checked where both are known. */
export const shapeKeys = {
  executor: key(
    oneOf(...EXECUTORS),
    'Shape of the load. With users, each waits for its answer before it sends again; with an arrival rate, requests are sent at their times whatever became of those before. `rate` alone implies `constant-arrival-rate`. `stress` and `capacity` search for the load at which the service degrades. `soak` keeps users or a rate up for long, and looks for what grows.',
    DEFAULTS.executor,
  ),
  users: key(whole(1, USERS_MAX), 'Virtual users: of `spike` the highest number.', DEFAULTS.users),
  duration: key(
    duration(1000, 6 * HOUR),
    `Measured time. Of a ramp its stages say it; \`soak\` lasts ${DEFAULTS.soakDuration} unless this says otherwise.`,
    DEFAULTS.duration,
  ),
  'think-time': key(
    thinkTime,
    'Pause of a user after each answer: `1s`, `[500ms, 2s]` for anything between, or a distribution.',
    '0',
  ),
  rate: key(rate(RATE_MAX), 'Requests a second of `constant-arrival-rate`, or of `soak` in place of users.'),
  'start-users': key(
    whole(0, USERS_MAX),
    'Users with which `ramping-users` or `stress` begins.',
    DEFAULTS.startUsers,
  ),
  'start-rate': key(
    target,
    'Requests a second with which `ramping-arrival-rate` or (10, if nothing is said) `capacity` begins.',
    DEFAULTS.startRate,
  ),
  stages: key(
    z.array(stage).min(1).max(100),
    'Stages of a ramp, one after another: each goes in a straight line to its target.',
  ),
  'max-users': key(
    whole(1, USERS_MAX),
    'Most requests under way at once with an arrival rate. What arrives beyond waits, and its latency counts from its arrival. Of `stress` the highest number of users.',
    DEFAULTS.maxUsers,
  ),
  'max-rate': key(rate(RATE_MAX), 'Highest number of requests a second of `capacity`.', DEFAULTS.maxRate),
  step: key(
    duration(1000, HOUR),
    'Measured time of each step of `stress` and `capacity`; a second of load goes before it.',
    DEFAULTS.step,
  ),
  'max-duration': key(
    duration(10_000, 6 * HOUR),
    'Most time of all steps of `stress` or `capacity` together.',
    DEFAULTS.maxDuration,
  ),
  objective: key(
    objective,
    'What the service must keep for a load to count as carried by `stress` or `capacity`.',
  ),
};
