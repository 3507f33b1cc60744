import { defineConfig } from 'vitest/config';

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
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // Real processes on a machine that others use, too: on a fresh start once more, and the report says so.
          retry: process.env['CI'] === 'true' ? 1 : 0,
          fileParallelism: false,
        },
      },
    ],
  },
});
