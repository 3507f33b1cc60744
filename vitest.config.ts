import { defineConfig } from 'vitest/config';

/** Suites of real processes that judge no measured time. */
const SIDE_BY_SIDE = [
  'test/e2e/{bookshop,dist,soak}.test.ts',
  'test/e2e/action/{branch,faults,forks,second-stage,secrets,surfaces}.test.ts',
  'test/e2e/baseline/**/*.test.ts',
  'test/e2e/beside/{checkout,failures,interrupted}.test.ts',
  'test/e2e/cli/{baseline,branch,commands,exhausted,faults,giant,history,import,refusals,russian,secrets,terminal,tls}.test.ts',
  'test/e2e/containers/engine.test.ts',
  'test/e2e/databases/{mariadb,postgresql,redis}.test.ts',
  'test/e2e/engines/{accounting,checks,flows,http2,tls}.test.ts',
  'test/e2e/formats/**/*.test.ts',
  'test/e2e/k6/{giant,k6}.test.ts',
  'test/e2e/locust/{distributed,giant,locust,ssh}.test.ts',
  'test/e2e/page/**/*.test.ts',
  'test/e2e/platform/**/*.test.ts',
  'test/e2e/service/**/*.test.ts',
  'test/e2e/target/{monitoring,pinned,refused}.test.ts',
];

/** Suites that measure services which wait and do not work, under light loads: they leave the cores idle, and each other alone. */
const LIGHT = [
  'test/e2e/{examples,searches}.test.ts',
  'test/e2e/action/{readme,verdicts}.test.ts',
  'test/e2e/beside/{auto,one-at-a-time}.test.ts',
  'test/e2e/databases/run.test.ts',
];

/** Of all suites with real processes. */
const PROCESSES = {
  // Of tests in one file that say that they may run beside each other.
  maxConcurrency: 2,
  testTimeout: 120_000,
  hookTimeout: 60_000,
  // Real processes on a machine that others use, too: on a fresh start once more, and the report says so.
  retry: process.env['CI'] === 'true' ? 1 : 0,
};

/** unit: in-process and fast. golden: text against committed pairs. e2e: real processes, sockets, git repositories and the built dist/. */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    // By default one core is left idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          testTimeout: 60_000,
          setupFiles: ['test/properties.ts'],
        },
      },
      { test: { name: 'golden', include: ['test/golden/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'docs',
          include: ['test/docs/**/*.test.ts'],
          testTimeout: 30_000,
          server: { deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] } },
        },
      },
      {
        test: {
          ...PROCESSES,
          name: 'e2e-side-by-side',
          include: SIDE_BY_SIDE,
          // Each of them waits for more than half of its time.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...PROCESSES,
          name: 'e2e-light',
          include: LIGHT,
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...PROCESSES,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [...SIDE_BY_SIDE, ...LIGHT],
          fileParallelism: false,
          // Nothing runs beside what is measured.
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
