/** The executor of a scenario with every default filled in. */
import type { ConstantUsers, Executor, Stage, ThinkTime } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import { DEFAULTS } from './defaults.ts';
import { chooseExecutor, type Chosen, type ExecutorWord } from './executor-schema.ts';
import { parseDuration } from './quantities.ts';
import type { Config, ScenarioConfig } from './schema.ts';

/** What a scenario may say of its shape, or `defaults` in its place. */
export type ShapeConfig = Pick<
  ScenarioConfig,
  | 'executor'
  | 'users'
  | 'duration'
  | 'think-time'
  | 'rate'
  | 'start-users'
  | 'start-rate'
  | 'stages'
  | 'max-users'
  | 'max-rate'
  | 'step'
  | 'max-duration'
  | 'objective'
>;

/** Makes the executor. The config has passed every check. */
export function executorOf(own: ShapeConfig, defaults: NonNullable<Config['defaults']>): Executor {
  const shape: ShapeConfig = { ...defaults, ...own };
  const thinkTime = thinkTimeOf(shape['think-time']);
  const word = chooseExecutor(chosen(own), chosen(defaults));
  const standard = word === 'soak' ? DEFAULTS.soakDuration : DEFAULTS.duration;
  const duration = millis(shape.duration ?? parseDuration(standard) ?? Number.NaN);
  const users = shape.users ?? DEFAULTS.users;
  const maxUsers = shape['max-users'] ?? DEFAULTS.maxUsers;
  switch (word) {
    case 'constant-users':
      return { kind: 'constant-users', users, thinkTime, duration };
    case 'stress': {
      const first = shape['start-users'] ?? DEFAULTS.startUsers;
      return { kind: 'constant-users', users: first, thinkTime, duration: stepOf(shape) };
    }
    case 'capacity': {
      const first = shape['start-rate'] ?? DEFAULTS.firstRate;
      return { kind: 'constant-arrival-rate', rate: first, maxUsers, duration: stepOf(shape) };
    }
    case 'soak':
      return shape.rate === undefined
        ? { kind: 'constant-users', users, thinkTime, duration }
        : { kind: 'constant-arrival-rate', rate: shape.rate, maxUsers, duration };
    case 'spike':
      return spike({ users, thinkTime, duration });
    case 'ramping-users':
      return {
        kind: 'ramping-users',
        startUsers: shape['start-users'] ?? DEFAULTS.startUsers,
        thinkTime,
        ...stagesOf(shape),
      };
    case 'constant-arrival-rate':
      return { kind: 'constant-arrival-rate', rate: shape.rate ?? Number.NaN, maxUsers, duration };
    case 'ramping-arrival-rate':
      return {
        kind: 'ramping-arrival-rate',
        startRate: shape['start-rate'] ?? DEFAULTS.startRate,
        maxUsers,
        ...stagesOf(shape),
      };
  }
}

/** Of a search, the measured time of each step. */
const stepOf = ({ step }: ShapeConfig): Millis => millis(step ?? parseDuration(DEFAULTS.step) ?? Number.NaN);

/** Whether a scenario is a soak: a constant load that is to show what grows in time. */
export const isSoak = (own: ShapeConfig, defaults: NonNullable<Config['defaults']>): boolean =>
  chooseExecutor(chosen(own), chosen(defaults)) === 'soak';

/** What the choice of an executor depends on. */
export const chosen = ({ executor, rate }: ShapeConfig): Chosen<ExecutorWord> => ({
  executor,
  hasRate: rate !== undefined,
});

function stagesOf({ stages = [] }: ShapeConfig): {
  readonly stages: readonly Stage[];
  readonly duration: Millis;
} {
  const all = stages.map(({ duration, target }): Stage => ({ duration: millis(duration), target }));
  return { stages: all, duration: millis(all.reduce((sum, { duration }) => sum + duration, 0)) };
}

/** Null for none at all. */
function thinkTimeOf(written: ShapeConfig['think-time']): ThinkTime | null {
  if (written === undefined || written === 0) return null;
  if (typeof written === 'number') return { kind: 'uniform', from: millis(written), to: millis(written) };
  if ('from' in written) return { kind: 'uniform', from: millis(written.from), to: millis(written.to) };
  const mean = millis(written.mean);
  if (written.distribution === 'exponential') return { kind: 'exponential', mean };
  return { kind: 'normal', mean, deviation: millis(written.deviation ?? 0) };
}

/** Users before and after a spike, as a share of its height. */
const CALM = 0.1;
/** Shares of the duration: calm, up, high, down, and what is left calm again. */
const SPIKE = { calm: 0.3, up: 0.02, high: 0.33, down: 0.02 };

/** A crowd that comes at once and goes again: whether the service stands it, and whether it recovers. */
function spike({ users, thinkTime, duration }: Omit<ConstantUsers, 'kind'>): Executor {
  const few = Math.max(1, Math.round(CALM * users));
  const part = (share: number): Millis => millis(Math.round(share * duration));
  const stages = [
    { duration: part(SPIKE.calm), target: few },
    { duration: part(SPIKE.up), target: users },
    { duration: part(SPIKE.high), target: users },
    { duration: part(SPIKE.down), target: few },
  ];
  const rest = millis(duration - stages.reduce((sum, stage) => sum + stage.duration, 0));
  return {
    kind: 'ramping-users',
    startUsers: few,
    thinkTime,
    stages: [...stages, { duration: rest, target: few }],
    duration,
  };
}
