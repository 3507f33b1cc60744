/** The stories of the gallery: which service each boots, which load it gets, and what it is to come out as. */
import type { Language } from '../../src/domain/language.ts';
import type { ServerKind } from '../../test/databases/servers.ts';
import { AGAINST_BASELINE, beside, browse, HOSTILE_NAMES, LIMITS, TEN } from './configs.ts';
import type { Expected } from './expected.ts';

/** Files by their path in the repository that is measured. */
export type Files = Readonly<Record<string, string>>;

/** How the run behind a story is made. */
export interface Shoot {
  /** File or folder of this repository with the service: a folder's files come to the top, a file keeps its name. */
  readonly service: string;
  readonly config: string;
  /** Files that the base commit has beside these. */
  readonly base: Files;
  /** Files that the change has otherwise. */
  readonly head: Files;
  /** Accepted runs that are measured for the baseline of the base commit; 0: there is none. */
  readonly baselineRuns: number;
  /** The server that the service uses and that is watched. */
  readonly database: ServerKind | null;
  readonly expected: Expected;
}

/** One comment of the gallery. */
export interface GalleryStory {
  /** Name of its files. */
  readonly name: string;
  readonly title: string;
  /** What there is to see. */
  readonly sentence: string;
  readonly language: Language;
  /** True: its pictures show what folds away. */
  readonly open: boolean;
  /** The run that it tells: its own, or that of another story. */
  readonly shoot: Shoot | { readonly of: string };
}

const SHOP = 'examples/bookshop';
const LIMITED = 'test/services/limited.mjs';
/** As many as a baseline needs to fail a build. */
const BASELINE_RUNS = 10;
const PLAIN = { service: SHOP, base: {}, head: {}, baselineRuns: 0, database: null } as const;
const knobs = (turned: Readonly<Record<string, unknown>>): Files => ({
  'knobs.json': `${JSON.stringify(turned)}\n`,
});

const story = (name: string, title: string, sentence: string, shoot: Shoot): GalleryStory => ({
  name,
  title,
  sentence,
  language: 'en',
  open: false,
  shoot,
});

/** In the order in which they are shown. */
export const STORIES: readonly GalleryStory[] = [
  story('pass', 'Pass', 'Nothing got worse: one screen, with what could have gone unseen; the rest folds.', {
    ...PLAIN,
    config: AGAINST_BASELINE,
    baselineRuns: BASELINE_RUNS,
    expected: { outcome: 'pass', comparison: 'no-change', against: 'baseline' },
  }),
  story('first-run', 'First run', 'There is nothing to compare with yet, and it says so.', {
    ...PLAIN,
    config: browse(
      'compare: baseline\n',
      ['users: 20', 'think-time: 50ms', 'warm-up: 1s', 'duration: 10s'],
      LIMITS,
    ),
    expected: { outcome: 'no-baseline', findings: ['first-run'] },
  }),
  story(
    'regression',
    'Regression against the stored baseline',
    'How much slower between which ends, beside the course of the last runs, and both distributions.',
    {
      ...PLAIN,
      config: AGAINST_BASELINE,
      head: knobs({ cpuMs: 1 }),
      baselineRuns: BASELINE_RUNS,
      expected: { outcome: 'fail', comparison: 'regression', against: 'baseline', findings: ['slower'] },
    },
  ),
  story(
    'regression-beside',
    'Regression against the base commit',
    'Both builds on one machine, in turns; where the added time of an answer went.',
    {
      ...PLAIN,
      config: beside('60s', '{ p95: { max-increase: 10% }, throughput: { max-decrease: 10% } }'),
      head: knobs({ nPlusOne: true }),
      expected: { outcome: 'fail', comparison: 'regression', against: 'base' },
    },
  ),
  story('improvement', 'Improvement', 'It got faster: nothing to do, and how to hold the gain.', {
    ...PLAIN,
    config: beside('60s', '{ p95: { max-increase: 10% }, throughput: { max-decrease: 10% } }'),
    base: knobs({ nPlusOne: true }),
    head: knobs({}),
    expected: { outcome: 'pass', comparison: 'improvement', against: 'base' },
  }),
  story(
    'inconclusive',
    'Inconclusive',
    'Too little time for so small a difference: said as that, with what would sharpen it.',
    {
      ...PLAIN,
      config: beside('10s', '{ p95: { max-increase: 3% }, throughput: { max-decrease: 2% } }'),
      head: knobs({ cpuMs: 0.008 }),
      expected: { outcome: 'inconclusive', comparison: 'inconclusive', against: 'base' },
    },
  ),
  story(
    'void',
    'Void',
    'Twice as many requests a second were asked for as could be sent, so nothing of it is judged: neither green nor red.',
    {
      ...PLAIN,
      service: LIMITED,
      config: `suite: workshop
service:
  start: node limited.mjs --port {port} --workers 10 --time 50
  ready: tcp
compare: baseline
scenarios:
  promised:
    executor: constant-arrival-rate
    rate: 400/s
    max-users: 40
    warm-up: 1s
    duration: 8s
    requests: [GET /]
    limits: { p95: { max: 500ms } }
`,
      expected: { outcome: 'void' },
    },
  ),
  story('breach', 'Breach', 'An absolute limit is broken, whatever the baseline.', {
    ...PLAIN,
    config: browse(
      'compare: baseline\n',
      ['users: 20', 'think-time: 50ms', 'warm-up: 1s', 'duration: 8s'],
      '{ p95: { max: 100ms } }',
    ),
    head: knobs({ tail: '0.1:150' }),
    expected: { outcome: 'fail', breach: true },
  }),
  story(
    'ramp',
    'A ramp with a knee',
    'More and more users: latency against load, and where the line bends.',
    {
      ...PLAIN,
      service: LIMITED,
      config: `suite: workshop
service:
  start: node limited.mjs --port {port} --workers 20 --time 30
  ready: tcp
compare: baseline
scenarios:
  morning:
    executor: ramping-users
    start-users: 1
    stages: [{ duration: 30s, target: 60 }]
    warm-up: 1s
    requests: [GET /]
    limits: { p95: { max: 500ms } }
`,
      expected: { outcome: 'no-baseline', knee: true },
    },
  ),
  story(
    'stress',
    'A search for the limit',
    'Step by step to what the service carries: capacity, knee, how it scales, whether it recovers.',
    {
      ...PLAIN,
      service: LIMITED,
      config: `suite: workshop
service:
  start: node limited.mjs --port {port} --model usl --time 20 --sigma 0.05 --kappa 0.002
  ready: tcp
compare: baseline
scenarios:
  limit:
    executor: stress
    max-users: 128
    objective: { p95: 150ms }
    step: 2s
    max-duration: 50s
    requests: [GET /]
`,
      expected: { outcome: 'no-baseline', findings: ['capacity', 'scaling'] },
    },
  ),
  story(
    'database-finding',
    'A finding about the database',
    'One statement runs forty times for each request: named first, with what to do about it.',
    {
      ...PLAIN,
      service: 'bench/findings/services/n-plus-one.mjs',
      config: `suite: catalogue
service:
  start: DATABASE_URL=$(cat .database-url) exec node n-plus-one.mjs --port {port}
  ready: tcp
databases:
  postgresql: { url-from: DATABASE_URL }
compare: baseline
scenarios:
  list: { users: 6, think-time: 100ms, warm-up: 1s, duration: 8s, requests: [GET /] }
`,
      database: 'postgresql',
      expected: { outcome: 'no-baseline', findings: ['n-plus-one'] },
    },
  ),
  story('ten-scenarios', 'Ten scenarios', 'One row each, what needs attention first; the others fold.', {
    ...PLAIN,
    config: TEN,
    head: knobs({ nPlusOne: true }),
    baselineRuns: 3,
    expected: { outcome: 'fail', comparison: 'regression', against: 'baseline' },
  }),
  {
    ...story(
      'hostile-names',
      'Hostile names',
      'Names of requests that try to be markup, and stay text; with every fold open.',
      {
        ...PLAIN,
        config: HOSTILE_NAMES,
        head: knobs({ errorShare: 0.1 }),
        expected: { outcome: 'no-baseline', findings: ['errors'] },
      },
    ),
    open: true,
  },
  {
    name: 'russian',
    title: 'In Russian',
    sentence: 'The regression above with `language: ru`: words, plurals, numbers and units of the language.',
    language: 'ru',
    open: false,
    shoot: { of: 'regression' },
  },
];

/** The story whose run a story tells. */
export const recordingOf = ({ name, shoot }: GalleryStory): string => ('of' in shoot ? shoot.of : name);

/** How the run that a story tells is made. @throws Error when it is the run of no story */
export function shootOf({ name, shoot }: GalleryStory): Shoot {
  if ('config' in shoot) return shoot;
  const other = STORIES.find((each) => each.name === shoot.of);
  if (other === undefined || 'of' in other.shoot)
    throw new Error(`${name} tells the run of ${shoot.of}, which is no story`);
  return other.shoot;
}
