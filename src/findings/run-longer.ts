/** A longer run has the answers and the seconds that this one lacked. */
import { toSeconds } from '../domain/units.ts';
import { type Advice, finding, named, type ScenarioEvidence, type Scene } from './evidence.ts';
import { SHORT_SECONDS } from './short-run.ts';

/** A fifth more than needed, so that the next run does not lack it again. */
const MARGIN = 1.2;
/** Long enough for two of what comes every several seconds. */
const COMFORTABLE_SECONDS = 2 * SHORT_SECONDS;
/** Beyond ten minutes another load is the better advice. */
const SECONDS_MAX = 600;
const ROUND_TO = 10;

/** Fires once a scenario that was short or had too few answers, with a duration that is enough for both. Beside the base commit it is the budget that counts, and of a ramp the stages. */
export const runLonger: Advice = (scene: Scene, findings) =>
  scene.loads.flatMap((scenario) => {
    const short = named(findings, 'short-run').some(({ evidence }) => evidence.scenario === scenario.name);
    const few = named(findings, 'too-few-answers').filter(
      ({ evidence }) => evidence.scenario === scenario.name,
    );
    if ((!short && few.length === 0) || scenario.verdict.reference.kind === 'base' || !scenario.constant)
      return [];
    const now = toSeconds(scenario.summary.elapsed);
    const needed = Math.max(0, ...few.map(({ evidence }) => secondsFor(evidence.needed, scenario)));
    const seconds = Math.ceil(Math.max(needed, COMFORTABLE_SECONDS) / ROUND_TO) * ROUND_TO;
    return seconds > SECONDS_MAX
      ? []
      : [finding('run-longer', 'recommendation', 'certain', { scenario: scenario.name, seconds, now })];
  });

/** How long as many answers take at the rate that was seen; infinite for none. */
function secondsFor(answers: number, { summary }: ScenarioEvidence): number {
  return (MARGIN * answers * toSeconds(summary.elapsed)) / summary.answers;
}
