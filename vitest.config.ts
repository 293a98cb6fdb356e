import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/temporary.ts',
    setupFiles: ['tests/seed.ts'],
    // Whole runs of the command line, on machines with two slow processors.
    testTimeout: 30_000,
  },
});
