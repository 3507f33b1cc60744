/** Cases of the golden reports that show what a comment can do: many scenarios at once, a ramp beyond what the service carries. */
import { seconds } from '../../../src/domain/units.ts';
import { baselineOf, type Shape, sliceOf } from '../../fixtures/measured.ts';
import type { Story } from '../../fixtures/told.ts';

/** A scenario of a shop with one request, of which this much is true now: 1 is as before. */
const shopping = (scenario: string, request: string, median: number, now: number) => ({ scenario, request, median, now });

const TEN = [
  shopping('browse', 'GET /books', 9, 1.01),
  shopping('search', 'GET /search', 24, 1.62),
  shopping('book', 'GET /books/42', 6, 0.99),
  shopping('reviews', 'GET /books/42/reviews', 14, 1),
  shopping('cart', 'POST /cart', 11, 1.02),
  shopping('order', 'POST /orders', 31, 1.27),
  shopping('login', 'POST /login', 85, 1),
  shopping('profile', 'GET /me', 7, 0.62),
  shopping('export', 'GET /export', 210, 0.98),
  shopping('health', 'GET /health', 1.5, 1),
] as const;

const shapeOf = ({ scenario, request, median }: (typeof TEN)[number]): Partial<Shape> => ({
  scenario,
  seconds: 12,
  rate: Math.round(4_000 / median),
  users: 4,
  requests: [{ name: request, weight: 1, median, spread: 0.28 }],
});

/** Users of a ramp to 80 in a minute, of whom 40 are served at once. */
const rampUsers = (second: number): number => Math.round((80 * (second + 0.5)) / 60);
const SERVED = 40;

const RAMP_ENGINE = { name: 'undici', version: '8.12.4', why: 'executor' } as const;

/** By the name of their folder. */
export const COMMENT_STORIES: Readonly<Record<string, Story>> = {
  'ten-scenarios': {
    slices: TEN.map((each, index) => sliceOf({ ...shapeOf(each), seed: 7 + index, pace: () => each.now })),
    references: Object.fromEntries(TEN.map((each) => [each.scenario, baselineOf(8, shapeOf(each))])),
  },
  // A gate that only warns, of a change that would loosen it.
  'warn-only-edits': {
    slices: [sliceOf({ seed: 7, pace: () => 1.38 })],
    references: { browse: baselineOf(20) },
    plan: {
      policy: { mode: 'warn-only', onInconclusive: 'pass', onNoBaseline: 'pass' },
      origin: {
        path: '.github/loadgate.yml',
        lines: { browse: 6 },
        edits: {
          limits: ['browse'],
          settings: ['policy', 'budget'],
          removed: ['order'],
          config: null,
          baseline: '.loadgate/baseline.json',
        },
      },
    },
  },
  'ramp-knee': {
    slices: [
      sliceOf({
        seed: 7,
        seconds: 60,
        users: 80,
        rate: 80 * 32,
        usersAt: rampUsers,
        pace: (second) => Math.max(1, rampUsers(second) / SERVED),
        requests: [{ name: 'GET /books', weight: 1, median: 30, spread: 0.2 }],
        engine: RAMP_ENGINE,
        host: { serviceCores: 2.4, busyCores: 3.1, generatorCores: 0.6 },
      }),
    ],
    plan: {
      executor: {
        kind: 'ramping-users',
        startUsers: 0,
        stages: [{ duration: seconds(60), target: 80 }],
        thinkTime: null,
        duration: seconds(60),
      },
    },
  },
};
