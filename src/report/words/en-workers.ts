/** English: workers of a load that other machines sent. */
import type { Pen } from './words.ts';
import type { WorkerWords } from './worker-words.ts';

/** What is said of workers. */
export const workers: WorkerWords = {
  titles: {
    workers: 'Distributed load',
    'workers-unsteady': 'Workers lost or late',
    'worker-clocks': 'Clocks of the workers',
  },
  findings: {
    workers: ({ scenario, workers: all, count, error }, n) =>
      `${capital(many(count, n))} sent the load${n.inScenario(scenario)}: ${namesOf(all, count, n)}. Response times were taken there, and the network between the workers and the service is part of them. By their clocks, compared with the one here, each request is placed in time to within ${n.ms(error)}. What the machines of the workers did beside this was not measured.`,
    'workers-unsteady': ({ scenario, lost, late, of, allowed }, n) => {
      const parts = [
        lost.length === 0 ? null : `${n.list(lost.map((each) => lostAt(each, n)))} ${were(lost)} lost`,
        late.length === 0
          ? null
          : `${n.list(late.map((each) => n.name(each)))} came when the load was on already`,
      ].filter((part) => part !== null);
      const fate = allowed
        ? `${n.code('may-lose')} allows for it: the others took over the users, with a gap until that was noticed, and what a lost worker had sent since its last word is in no count.`
        : 'The load was not the one that was asked for.';
      return `Of ${many(of, n)}${n.inScenario(scenario)}, ${n.list(parts)}. ${fate}`;
    },
    'worker-clocks': ({ scenario, worker, offset, error }, n) =>
      `The clock of the worker ${n.name(worker)}${n.inScenario(scenario)} is ${n.ms(Math.abs(offset))} ${offset < 0 ? 'behind' : 'ahead of'} the one here, known to within ${n.ms(error)}. Nothing was measured by it; its log, and whatever else is looked up by time of day, is off by as much. NTP on both machines mends it.`,
  },
  voidPhrase: ({ lost, late }, n) =>
    late === 0
      ? `${many(lost, n)} ${lost === 1 ? 'was' : 'were'} lost`
      : `${many(lost + late, n)} ${lost + late === 1 ? 'was' : 'were'} lost or late`,
  voidSentence: ({ lost, late, of, mayLose }, n) =>
    `Of ${many(of, n)}, ${n.count(lost)} ${lost === 1 ? 'was' : 'were'} lost and ${n.count(late)} came late, where ${mayLose === 0 ? 'none may be' : `at most ${n.count(mayLose)} may be`}: the load was not the one that was asked for.`,
  remedy: (n) =>
    `Look at the logs of the workers and at the network to them, and measure again; ${n.code('locust: { workers: { may-lose: … } }')} allows for some.`,
};

/** Of many, the first ones. */
const namesOf = (all: readonly string[], count: number, n: Pen): string =>
  n.list([
    ...all.map((each) => n.name(each)),
    ...(count > all.length ? [`${n.count(count - all.length)} more`] : []),
  ]);

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const many = (count: number, n: Pen): string => (count === 1 ? 'one worker' : `${n.count(count)} workers`);

const were = (lost: readonly unknown[]): string => (lost.length === 1 ? 'was' : 'were');

const lostAt = ({ worker, at }: { readonly worker: string; readonly at: number }, n: Pen): string =>
  `${n.name(worker)} (last heard ${n.seconds(at)} into the measured time)`;
