/**
 * The verdict as JUnit XML, for CI systems that show tests: a suite for each scenario, in it a case for each metric with a limit, and one for the measurement
 * itself. What cannot be concluded is skipped, what was not measured is an error. Within what both Apache Ant's schema and Jenkins' allow.
 */
import type { FailureDetail } from '../domain/failure.ts';
import { METRICS } from '../domain/metric.ts';
import type { Policy } from '../domain/plan.ts';
import type { Judgement } from '../domain/verdict.ts';
import { lineOf } from './inert.ts';
import { type Case, type Ending, renderSuites, type Suite } from './junit-suites.ts';
import type { Language } from '../domain/language.ts';
import { thresholdCases } from './junit-thresholds.ts';
import { failureText } from './failure.ts';
import { LANGUAGES, penOf } from './pen.ts';
import type { Reason } from './reasons.ts';
import type { Report } from './report.ts';
import type { ScenarioReport } from './results.ts';
import { type Sentences, sentencesOf } from './sentences.ts';
import { overviewAlign, overviewTable } from './tables.ts';
import { terminalMarks } from './terminal.ts';
import { textTable } from './terminal-text.ts';
import { THRESHOLD_ALIGN, thresholdTable } from './thresholds.ts';
import type { Pen, Words } from './words/words.ts';

interface Draft {
  readonly report: Report;
  readonly policy: Policy;
  readonly words: Words;
  readonly n: Pen;
  readonly sentences: Sentences;
}

/** A failure that happened before there was anything to judge. */
export interface FailedSuite {
  readonly failure: FailureDetail;
  readonly suite: string;
  /** When it happened: ISO 8601, UTC. */
  readonly at: string;
}

/** The case that stands for the measurement itself: as long as it took, and an error when it cannot be believed. The others then took no time. */
const MEASUREMENT = 'measurement';
/** Wide enough for the overview on one line a metric. */
const WIDTH = 120;

/** The report as JUnit XML. */
export function renderJunit(report: Report, policy: Policy, language: Language): string {
  const words = LANGUAGES[language];
  // Each suite is one scenario, and its name says which.
  const n = penOf(words, terminalMarks({ colour: false }), 1);
  const draft: Draft = { report, policy, words, n, sentences: sentencesOf(words, n) };
  return renderSuites(report.scenarios.map((scenario) => suiteOf(scenario, draft)));
}

/** Why there is no verdict, as JUnit XML: one suite with one error. */
export function renderFailureJunit({ failure, suite, at }: FailedSuite, language: Language): string {
  const { failure: words } = LANGUAGES[language];
  const { kind, code } = failure;
  const { message, advice, lines } = failureText(failure, language, terminalMarks({ colour: false }));
  const ending: Ending = {
    kind: 'error',
    type: code,
    text: `${words.headline[kind]}: ${message}`,
    lines: [`${words.whatToDo}: ${advice}`, ...lines.map(lineOf)],
  };
  const cases = [{ name: MEASUREMENT, seconds: 0, ending }];
  return renderSuites([{ package: suite, name: suite, startedAt: at, properties: {}, cases, output: [] }]);
}

function suiteOf(scenario: ScenarioReport, draft: Draft): Suite {
  const { report, words, n } = draft;
  const table = overviewTable(scenario, scenario.judgements, words, n, (_, word) => word);
  const told = thresholdTable(scenario.thresholds, words, n, (_, word) => word);
  return {
    package: report.headline.suite,
    name: scenario.name,
    startedAt: report.method.startedAt,
    properties: propertiesOf(scenario, report),
    cases: [
      measurementOf(scenario, draft),
      ...scenario.judgements
        .filter((judgement) => isHeld(judgement, scenario))
        .map((judgement) => ({
          name: judgement.metric,
          seconds: 0,
          ending: endingOf(judgement, scenario, draft),
        })),
      ...thresholdCases(scenario, words, n),
    ],
    output: [
      `${words.facts(scenario, n)}: ${words.outcomes[scenario.outcome]}`,
      textTable(table, overviewAlign(table), WIDTH),
      ...(told.length < 2 ? [] : ['', words.thresholds.title, textTable(told, THRESHOLD_ALIGN, WIDTH)]),
    ],
  };
}

function propertiesOf(scenario: ScenarioReport, { method }: Report): Suite['properties'] {
  const { machine, occasion, beside } = method;
  return {
    outcome: scenario.outcome,
    loadgate: method.loadgate,
    commit: method.commit,
    'base-commit': beside?.commit ?? null,
    'started-at': method.startedAt,
    seed: String(method.seed),
    engine: `${scenario.engine.name} ${scenario.engine.version}`.trim(),
    users: scenario.users === null ? null : String(scenario.users),
    'config-hash': scenario.configHash,
    target: method.target?.url ?? null,
    'machine-fingerprint': machine?.fingerprint ?? null,
    cpu: machine?.cpuModel ?? null,
    cores: machine === null ? null : String(machine.cores),
    os: machine?.os ?? null,
    node: machine?.node ?? null,
    'workflow-run': occasion.runUrl,
  };
}

function measurementOf(scenario: ScenarioReport, { report, policy, sentences }: Draft): Case {
  const reasons = report.reasons.filter((each) => each.kind === 'void' && each.scenario === scenario.name);
  const [first] = reasons;
  const ending: Ending | null =
    first?.kind !== 'void'
      ? null
      : {
          kind: spared('error', policy),
          type: first.reason.kind,
          text: joined(reasons, sentences),
          lines: [],
        };
  return { name: MEASUREMENT, seconds: scenario.seconds, ending };
}

/** A metric without a limit passes whatever it does, which would look as if it had been judged; its numbers are in the output. */
function isHeld({ metric, value, comparison, bounds }: Judgement, { limits }: ScenarioReport): boolean {
  if (comparison !== null && comparison.limit !== null) return true;
  // What cannot be measured of every service is missed by those only who asked for it, and they have a void measurement.
  if (value === null && METRICS[metric].optional) return false;
  return bounds.length > 0 || limits.some((limit) => limit.metric === metric);
}

function endingOf(judgement: Judgement, scenario: ScenarioReport, draft: Draft): Ending | null {
  const { policy, words, n, sentences } = draft;
  const said = draft.report.reasons.filter((reason) => isAbout(reason, judgement, scenario));
  const word = words.judgement(judgement, scenario.voided);
  const text = said.length === 0 ? word : joined(said, sentences);
  const limit = `${words.labels.columns.limit}: ${words.limit(judgement, scenario.limits, n)}`;
  const change = `${words.labels.columns.change}: ${words.change(judgement, n)}`;
  const ended = (kind: Ending['kind'], type: string): Ending => ({
    kind: spared(kind, policy),
    type,
    text,
    lines: [limit, change],
  });
  switch (stateOf(judgement, scenario)) {
    case 'accepted':
      return ended('skipped', 'accepted');
    case 'passed':
      return null;
    case 'regression':
      return ended('failure', 'regression');
    case 'breach':
      return ended('failure', 'breach');
    case 'void':
      return ended('skipped', 'void');
    case 'advice':
      return ended(policy.onInconclusive === 'fail' ? 'failure' : 'skipped', 'advice');
    case 'inconclusive':
      return ended(policy.onInconclusive === 'fail' ? 'failure' : 'skipped', 'inconclusive');
    case 'no-baseline':
      return ended(policy.onNoBaseline === 'fail' ? 'failure' : 'skipped', 'no-baseline');
  }
}

/** Where nothing closes the gate, nothing is red; what it is and why stands there all the same. */
const spared = (kind: Ending['kind'], { mode }: Policy): Ending['kind'] =>
  mode === 'warn-only' ? 'skipped' : kind;

type State =
  | 'passed'
  | 'accepted'
  | 'regression'
  | 'breach'
  | 'void'
  | 'advice'
  | 'inconclusive'
  | 'no-baseline';

/** What one metric came to, by the rules that the outcome of its scenario is made by. */
function stateOf(judgement: Judgement, { voided, limits }: ScenarioReport): State {
  const { metric, comparison, bounds, failed, advisory, acceptance } = judgement;
  // Errors are the service's own, whatever became of the timings.
  if (voided && !(failed && metric === 'error-rate')) return 'void';
  if (failed) return bounds.some(({ broken }) => broken) ? 'breach' : 'regression';
  const compared = limits.some((limit) => limit.kind === 'relative' && limit.metric === metric);
  if (comparison === null) return compared && !METRICS[metric].optional ? 'no-baseline' : 'passed';
  if (comparison.limit === null) return 'passed';
  if (acceptance?.within === true) return 'accepted';
  if (advisory && comparison.outcome === 'regression') return 'advice';
  return comparison.outcome === 'inconclusive' ? 'inconclusive' : 'passed';
}

/** Its own reasons, and those of its whole scenario that keep it from being judged. */
function isAbout(reason: Reason, { metric, comparison }: Judgement, scenario: ScenarioReport): boolean {
  if (reason.scenario !== scenario.name) return false;
  switch (reason.kind) {
    case 'void':
      return false;
    case 'no-baseline':
      return comparison === null;
    default:
      return reason.metric === metric;
  }
}

const joined = (reasons: readonly Reason[], sentences: Sentences): string =>
  reasons.map((reason) => sentences.reason(reason)).join(' ');
