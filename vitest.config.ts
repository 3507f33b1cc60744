import { defineConfig } from 'vitest/config';

/** Suites of real processes that judge no measured time: two at a time. */
const SIDE_BY_SIDE = [
  'test/e2e/{bookshop,dist,soak}.test.ts',
  'test/e2e/action/{branch,faults,forks,second-stage,secrets,surfaces}.test.ts',
  'test/e2e/baseline/**/*.test.ts',
  'test/e2e/beside/{checkout,failures}.test.ts',
  'test/e2e/cli/{baseline,branch,exhausted,history,import,refusals,russian,secrets,terminal,tls}.test.ts',
  'test/e2e/containers/engine.test.ts',
  'test/e2e/databases/{mariadb,postgresql,redis}.test.ts',
  'test/e2e/engines/{accounting,checks,http2,tls,flows}.test.ts',
  'test/e2e/formats/**/*.test.ts',
  'test/e2e/k6/k6.test.ts',
  'test/e2e/locust/{distributed,locust,ssh}.test.ts',
  'test/e2e/page/**/*.test.ts',
  'test/e2e/platform/**/*.test.ts',
  'test/e2e/service/**/*.test.ts',
  'test/e2e/target/{monitoring,pinned,refused}.test.ts',
];

/** Of all suites with real processes. */
const PROCESSES = {
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
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...PROCESSES,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: SIDE_BY_SIDE,
          fileParallelism: false,
          // Of tests in one file that say that they may.
          maxConcurrency: 2,
          // Nothing runs beside what is measured.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
