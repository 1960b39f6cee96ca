import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/system/**', 'test/endurance/**', 'node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two cores: more workers only make the process tests slow.
    maxWorkers: 2,
  },
});
