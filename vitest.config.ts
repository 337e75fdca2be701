import { defineConfig } from 'vitest/config'

/** `unit` needs nothing but this process; `server` opens real sockets and SQLite files. */
export default defineConfig({
  test: {
    environment: 'node',
    // Room for a busy two-core machine; no test asserts how long a thing takes.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/server/**', 'tests/e2e/**'],
        },
      },
      { extends: true, test: { name: 'server', include: ['tests/server/**/*.test.ts'] } },
    ],
  },
})
