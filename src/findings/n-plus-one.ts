/** One statement runs again and again for every request: for each row of a list, as a rule. */
import { type DatabaseLoad, loadsOf, perCall } from './database-load.ts';
import type { StatementReading } from '../domain/resources.ts';
import { finding, type Rule } from './evidence.ts';
import { believableIn } from './watched.ts';

/** Twice may be a check and a use; three times is a loop. */
export const CALLS_MIN = 3;
/** So many round trips cost more than any of them computes, however short. */
export const CALLS_MANY = 10;
/** Fewer than those have to take at least this share of the latency, in the server alone. */
export const LATENCY_SHARE = 0.05;
/** A third of all calls: it is what the database is asked, and nothing else comes close. */
const MOST_CALLS = 1 / 3;
/** A statement that takes longer is slow by itself. */
const SHORT_MS = 10;
/** Commands that only frame others. */
const FRAME = /^\s*(?:begin|start transaction|commit|rollback|set|show|discard|deallocate)\b/iu;

/** Fires once a scenario, for the statement that runs most often for one request. */
export const nPlusOne: Rule = (scene) =>
  believableIn(scene).flatMap((watched) => {
    const [worst] = loadsOf(watched)
      .flatMap((load) => repeatedIn(load))
      .toSorted((left, right) => right.calls - left.calls);
    return worst === undefined
      ? []
      : [finding('n-plus-one', 'bottleneck', 'likely', { scenario: watched.name, ...worst })];
  });

function repeatedIn(load: DatabaseLoad) {
  const { reading, watched } = load;
  return reading.statements.filter(isRepeated(load)).map((statement) => ({
    database: reading.name,
    statement: statement.text,
    calls: statement.calls / watched.answers,
    perCall: perCall(statement),
    queries: load.calls / watched.answers,
  }));
}

/** Commands of Redis are small, and a few of them for a request are what it is made for. */
function isRepeated({ reading, calls, watched }: DatabaseLoad): (statement: StatementReading) => boolean {
  const inMemory = reading.kind === 'redis' || reading.kind === 'valkey';
  return (statement) => {
    const times = statement.calls / watched.answers;
    const share = (times * perCall(statement)) / watched.mean;
    const costs = times >= CALLS_MANY || (!inMemory && times >= CALLS_MIN && share >= LATENCY_SHARE);
    const common = statement.calls > MOST_CALLS * calls;
    return costs && common && perCall(statement) < SHORT_MS && !FRAME.test(statement.text);
  };
}
