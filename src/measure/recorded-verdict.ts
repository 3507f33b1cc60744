/** The shape of a `verdict.json`, for its published schema. No gate loads it: a verdict is made by judging, and never read back. */
import { z } from 'zod';
import { VERDICT_SCHEMA, type Verdict } from '../domain/verdict.ts';
import { k6Threshold } from '../engines/recorded-k6.ts';
import {
  amount,
  count,
  counts,
  failure,
  histogram,
  metricName,
  metricValues,
  named,
  nullable,
  type Plain,
  type Proven,
  type Same,
  text,
} from '../engines/recorded-shapes.ts';

const outcome = named('Outcome', z.enum(['pass', 'fail', 'inconclusive', 'no-baseline', 'void']));

const number = z.number();
const interval = z.tuple([number, number]);

const comparison = named(
  'Comparison',
  z.strictObject({
    against: z.enum(['baseline', 'base']),
    reference: amount,
    replicates: count,
    change: number,
    interval,
    limit: nullable(number),
    tolerance: number,
    widened: z.boolean(),
    detectable: number,
    outcome: z.enum(['regression', 'improvement', 'no-change', 'inconclusive']),
    sufficient: nullable(amount),
    confirmation: nullable(z.enum(['confirmed', 'refuted', 'missing'])),
  }),
);

const bound = named(
  'BoundCheck',
  z.strictObject({ bound: number, direction: z.enum(['max', 'min']), broken: z.boolean() }),
);

const givenAcceptance = {
  scenario: text,
  metric: metricName,
  upTo: named('Amount', z.strictObject({ kind: z.enum(['share', 'unit']), amount })),
  reason: text,
  by: text,
  at: text,
  since: text,
  until: text,
  commit: nullable(text),
  from: z.enum(['baseline', 'pull-request', 'both']),
};

const judgedAcceptance = named(
  'JudgedAcceptance',
  z.strictObject({
    accepted: z.array(named('GivenAcceptance', z.strictObject(givenAcceptance))),
    reference: amount,
    change: number,
    upTo: number,
    within: z.boolean(),
  }),
);

const standingAcceptance = named(
  'StandingAcceptance',
  z.strictObject({
    ...givenAcceptance,
    standing: z.enum(['needed', 'exceeded', 'unused', 'in-reference', 'expired']),
  }),
);

const refusedAcceptance = named(
  'RefusedAcceptance',
  z.union([
    z.strictObject({
      kind: z.literal('not-understood'),
      text,
      problem: z.enum([
        'form',
        'metric',
        'scenario',
        'amount',
        'direction',
        'date',
        'past',
        'too-far',
        'reason',
      ]),
    }),
    z.strictObject({ kind: z.literal('not-allowed'), text, by: nullable(text) }),
    z.strictObject({ kind: z.literal('edited'), text, by: nullable(text), editor: nullable(text) }),
    z.strictObject({ kind: z.literal('not-read'), message: text }),
  ]),
);

const release = named(
  'ReleaseValues',
  z.strictObject({ tag: text, commit: nullable(text), date: text, runs: count, metrics: metricValues }),
);

const judgement = named(
  'Judgement',
  z.strictObject({
    metric: metricName,
    value: nullable(number),
    comparison: nullable(comparison),
    bounds: z.array(bound),
    advisory: z.boolean(),
    acceptance: nullable(judgedAcceptance),
    failed: z.boolean(),
  }),
);

const source = named(
  'BaselineSource',
  z.strictObject({ path: text, commit: nullable(text), branch: text.exactOptional() }),
);

const acceptedRun = named(
  'AcceptedRun',
  z.strictObject({
    date: text,
    commit: nullable(text),
    loadgate: text,
    engine: text,
    metrics: metricValues,
    counts,
    statusShares: z.record(text, amount),
    meanBodyBytes: amount,
    latency: histogram,
  }),
);

const other = { source, known: z.array(text), here: text };

const reference = named(
  'Reference',
  z.union([
    z.strictObject({ kind: z.literal('baseline'), source, runs: z.array(acceptedRun) }),
    z.strictObject({
      kind: z.literal('base'),
      commit: nullable(text),
      blocks: count,
      confirmBlocks: count,
      load: amount,
    }),
    z.strictObject({ kind: z.literal('base-failed'), failure }),
    z.strictObject({ kind: z.literal('first-run'), source }),
    z.strictObject({ kind: z.literal('other-machine'), ...other }),
    z.strictObject({ kind: z.literal('other-config'), ...other }),
  ]),
);

const breach = named(
  'Break',
  z.union([
    z.strictObject({ kind: z.literal('errors'), rate: amount, bound: amount }),
    z.strictObject({
      kind: z.literal('latency'),
      metric: z.enum(['p50', 'p95', 'p99']),
      value: amount,
      bound: amount,
    }),
    z.strictObject({ kind: z.literal('behind'), planned: count, answered: count }),
    z.strictObject({ kind: z.literal('no-answers') }),
  ]),
);

const voidReason = named(
  'VoidReason',
  z.union([
    z.strictObject({ kind: z.literal('generator-bound'), cpu: amount, eventLoop: amount }),
    z.strictObject({
      kind: z.literal('too-few-answers'),
      metric: metricName,
      answers: count,
      needed: amount,
    }),
    z.strictObject({ kind: z.literal('no-answers') }),
    z.strictObject({
      kind: z.literal('status-mix-changed'),
      status: text,
      before: amount,
      now: amount,
    }),
    z.strictObject({ kind: z.literal('answer-size-changed'), before: amount, now: amount }),
    z.strictObject({ kind: z.literal('engine-changed'), before: text, now: text }),
    z.strictObject({ kind: z.literal('arrivals-missed'), planned: count, missed: count }),
    z.strictObject({
      kind: z.literal('no-capacity'),
      search: z.enum(['stress', 'capacity']),
      level: amount,
      reason: breach,
    }),
    z.strictObject({
      kind: z.literal('little'),
      level: amount,
      throughput: amount,
      mean: amount,
      gap: number,
    }),
    z.strictObject({ kind: z.literal('memory-unread') }),
    z.strictObject({ kind: z.literal('metric-unread'), metric: metricName }),
    z.strictObject({ kind: z.literal('metric-untold'), metric: metricName }),
    z.strictObject({ kind: z.literal('lost-answers'), lost: count, sent: count }),
    z.strictObject({
      kind: z.literal('workers-unsteady'),
      lost: count,
      late: count,
      of: count,
      mayLose: count,
    }),
    z.strictObject({ kind: z.literal('null-comparison'), metric: metricName, change: number }),
    z.strictObject({ kind: z.literal('order-effect'), metric: metricName, change: number }),
    z.strictObject({ kind: z.literal('outside-noise'), blocks: count, of: count, cores: amount }),
  ]),
);

const scenarioVerdict = named(
  'ScenarioVerdict',
  z.strictObject({
    scenario: text,
    outcome,
    reference,
    users: nullable(count),
    elapsed: amount,
    counts,
    metrics: metricValues,
    judgements: z.array(judgement),
    thresholds: z.array(k6Threshold),
    shift: nullable(named('Shift', z.strictObject({ change: number, interval }))),
    screen: nullable(named('Screen', z.strictObject({ outcome, judgements: z.array(judgement) }))),
    release: nullable(release),
    voids: z.array(voidReason),
  }),
);

/** Everything that a `verdict.json` holds, field by field as {@link Verdict}. */
export const verdictShape = z.strictObject({
  schema: z.literal(VERDICT_SCHEMA),
  suite: text,
  outcome,
  exitCode: z.literal([0, 1, 2]),
  scenarios: z.array(scenarioVerdict),
  acceptances: z.array(standingAcceptance),
  refusedAcceptances: z.array(refusedAcceptance),
});

/** The shape is the type's, both ways: a field that one of them lacks does not compile. */
export type VerdictIsProven = Proven<Same<z.output<typeof verdictShape>, Plain<Verdict>>>;
