import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first';

// The Remix plugin must not run under vitest, so nothing of vite.config.ts is taken over.
const shared = {
  setupFiles: ['tests/support/quiet-console.ts'],
  restoreMocks: true,
  // A busy machine may be a while at it.
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  test: {
    // By default one core is left idle, which of two is half.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture.test.ts'],
          // What is pure keeps nothing: modules are loaded once for all files.
          isolate: false,
          // A busy machine must not fail what only computes; how fast it is belongs to the benchmarks.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          // Half of the time they wait: for Postgres, for servers, for a process to end.
          maxWorkers: Math.ceil(availableParallelism() * 1.5),
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/postgres-server.ts'],
          // Nets for what hangs, no measures: two files draw at once, and each of them for long.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.{ts,tsx}'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
