import { defineConfig } from 'vitest/config';

/** What needs Debian packages beside Node: chromium, libreoffice-writer, qpdf and Chinese fonts. */
export default defineConfig({
  test: {
    setupFiles: ['test/setup/each-file.ts'],
    include: ['test/system/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
  },
});
