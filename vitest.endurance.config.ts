import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['test/setup/each-file.ts'],
    include: ['test/endurance/**/*.test.ts'],
    testTimeout: 30 * 60_000,
    hookTimeout: 120_000,
    // One after the other: times and memory are measured.
    maxWorkers: 1,
    fileParallelism: false,
  },
});
