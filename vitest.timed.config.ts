import { defineConfig } from 'vitest/config';
import { timed } from './vitest.config.js';

/** What measures how long somebody waits, with nothing else on the machine's cores. */
export default defineConfig({
  test: {
    setupFiles: ['test/setup/each-file.ts'],
    include: [timed],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
