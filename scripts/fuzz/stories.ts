/** Reports with a slot at every place where a stranger chooses the words, and the same reports with words in the slots. */
import { Failure } from '../../src/domain/failure.ts';
import { bytes, millis } from '../../src/domain/units.ts';
import { clean } from '../../src/report/inert.ts';
import { besideRun } from '../../test/fixtures/beside.ts';
import { HOSTED, sliceOf } from '../../test/fixtures/measured.ts';
import { cgroupOf, databaseOf, resourcesOf, runtimeOf, statementOf } from '../../test/fixtures/resources.ts';
import { type Told, tell } from '../../test/fixtures/told.ts';

/** Somebody's words for the slots: slot by slot, from the first again when there are more slots. */
export type Words = readonly string[];

/** Gives slots with numbers that are in the order of their making. */
type NextSlot = () => string;

const SLOT = /slot (\d{4}) end/gu;

/** Plain data in which words can be put into slots. */
export interface Slotted<Data> {
  readonly slots: number;
  readonly fill: (words: Words) => Data;
  /** With a plain name in each slot, unlike any other. */
  readonly gentle: Data;
}

/** A plain name that stands out in a text. */
export const gentleName = (slot: number): string => `plain name ${1_000 + slot}`;

/** Finds the slots in what `make` made with them; it is made when somebody asks. */
export function slotted<Data>(make: (slot: NextSlot) => Data): Slotted<Data> {
  let known: Slotted<Data> | null = null;
  const open = (): Slotted<Data> => (known ??= openSlots(make));
  return {
    get slots() {
      return open().slots;
    },
    get gentle() {
      return open().gentle;
    },
    fill: (words) => open().fill(words),
  };
}

function openSlots<Data>(make: (slot: NextSlot) => Data): Slotted<Data> {
  let slots = 0;
  const made = make(() => `slot ${String(slots++).padStart(4, '0')} end`);
  const text = JSON.stringify(made);
  const fill = (words: Words): Data => {
    const firsts = firstsOf(words);
    return JSON.parse(
      text.replaceAll(SLOT, (_, slot: string) => escaped(wordsOf(words, firsts, Number(slot)))),
    ) as Data;
  };
  const gentle = fill(Array.from({ length: slots }, (_, slot) => gentleName(slot)));
  return { slots, fill, gentle };
}

const escaped = (words: string): string => JSON.stringify(words).slice(1, -1);

/** Where each name, as people see it, stands first. */
function firstsOf(words: Words): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>();
  for (const [at, each] of words.entries()) {
    const seen = clean(each);
    if (!firsts.has(seen)) firsts.set(seen, at);
  }
  return firsts;
}

/** Names are unlike each other, as keys of a file are, and as people see them: where two look alike, a page has one choice for both. No piece of a name says "again". */
function wordsOf(words: Words, firsts: ReadonlyMap<string, number>, slot: number): string {
  const own = words[slot % words.length] ?? '';
  return firsts.get(clean(own)) === slot ? own : `again ${slot} ${own}`;
}

/** Of two scenarios with hundreds of requests and messages: as many names as a report of its length can have. */
export const crowded = (slot: NextSlot): Told =>
  tell({
    slices: [1, 2].map((seed) =>
      sliceOf({
        seed,
        seconds: 4,
        rate: 100,
        scenario: slot(),
        requests: Array.from({ length: 200 }, (_, place) => ({
          name: slot(),
          weight: 1,
          median: 8 + 3 * place,
          spread: 0.3,
        })),
        failures: { httpError: 900 },
        errors: Array.from({ length: 20 }, () => ({ message: slot(), count: 40 })),
      }),
    ),
    plan: { suite: slot(), limits: [{ kind: 'absolute', metric: 'error-rate', bound: 0.01 }] },
    occasion: { runUrl: null },
  });

/** Of many scenarios, two of them failing, with requests and error messages of a stranger. */
export const manyScenarios = (slot: NextSlot): Told =>
  tell({
    slices: Array.from({ length: 12 }, (_, number) =>
      sliceOf({
        seed: number + 1,
        seconds: 4,
        rate: 100,
        scenario: slot(),
        requests: Array.from({ length: 6 }, (_request, place) => ({
          name: slot(),
          weight: 1,
          median: 8 + 30 * place,
          spread: 0.3,
        })),
        failures: { httpError: number % 4 === 3 ? 900 : 0 },
        errors: number % 4 === 3 ? [300, 300, 200, 100].map((count) => ({ message: slot(), count })) : [],
      }),
    ),
    plan: { suite: slot(), limits: [{ kind: 'absolute', metric: 'error-rate', bound: 0.01 }] },
    occasion: { runUrl: null },
  });

/** Of one scenario on a machine and beside servers whose every name a stranger chose. */
export const strangeMachine = (slot: NextSlot): Told =>
  tell({
    slices: [
      sliceOf({
        seed: 7,
        seconds: 4,
        rate: 100,
        scenario: slot(),
        requests: [
          { name: slot(), weight: 1, median: 8, spread: 0.3 },
          { name: slot(), weight: 1, median: 40, spread: 0.3 },
        ],
        failures: { httpError: 900 },
        errors: [{ message: slot(), count: 900 }],
        host: { others: [{ name: slot(), cores: 0.9 }] },
        resources: resourcesOf({
          cgroup: cgroupOf({ path: `/${slot()}` }),
          runtimes: [runtimeOf({ version: slot() })],
          databases: [
            databaseOf({ name: slot(), version: slot(), statements: [statementOf({ text: slot() })] }),
          ],
          containers: [
            {
              name: slot(),
              service: slot(),
              image: slot(),
              cores: 0.2,
              cpuLimit: null,
              throttledPeriods: null,
              memory: bytes(1e6),
              memoryLimit: null,
              io: null,
              network: null,
            },
          ],
          unread: [
            { name: slot(), probe: 'database', part: 'all', reason: slot(), remedy: slot(), said: null },
          ],
          watched: millis(4_000),
        }),
      }),
    ],
    plan: { suite: slot(), compare: 'base' },
    baseFailure: {
      kind: 'not-measured',
      code: 'base-failed',
      message: slot(),
      advice: slot(),
      lines: [slot(), slot()],
      said: null,
    },
    machine: { ...HOSTED, cpuModel: slot(), os: slot(), governor: slot() },
    occasion: { runUrl: null },
  });

/** Of both builds, with a statement that grew. */
export const grownStatement = (slot: NextSlot): Told => {
  const text = slot();
  const database = slot();
  return tell({
    slices: [],
    beside: besideRun({
      wait: 0.2,
      main: 6,
      confirm: 5,
      resources: (side, answers) => {
        const calls = answers * (side === 'head' ? 11 : 1);
        const statement = statementOf({ text, calls, time: millis(0.1 * calls) });
        return resourcesOf({
          databases: [
            databaseOf({ name: database, queries: calls, time: statement.time, statements: [statement] }),
          ],
        });
      },
    }),
    plan: { suite: slot() },
    occasion: { runUrl: null },
  });
};

/** Of nothing but a failure. */
export const failure = (slot: NextSlot): Failure['detail'] => ({
  kind: 'not-measured',
  code: 'service-exited',
  message: `The service "${slot()}" exited: ${slot()}.`,
  advice: `Run \`${slot()}\` by hand, or ${slot()}.`,
  lines: [slot(), `  at ${slot()}`, slot()],
  said: null,
});
