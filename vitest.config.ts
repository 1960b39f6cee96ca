import { defineConfig } from 'vitest/config';

/** Measures times: it runs by itself, after the others (vitest.timed.config.ts). */
export const timed = 'test/slack/process/plans.test.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/system/**', 'test/endurance/**', timed, 'node_modules/**'],
    setupFiles: ['test/setup/each-file.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two cores: more workers only make the process tests slow.
    maxWorkers: 2,
    // Loading the dictionaries and LanceDB anew for each of more than a hundred files takes longer than most tests.
    isolate: false,
  },
});
