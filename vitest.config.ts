import { defineConfig } from 'vitest/config'

/** `unit` needs nothing but this process; `server` opens real sockets and SQLite files. */
export default defineConfig({
  test: {
    environment: 'node',
    // Room for a machine three times as slow as a busy two-core one; no test asserts how long a thing takes.
    testTimeout: process.env.GUYUB_LONG === '1' ? 3_600_000 : 90_000,
    hookTimeout: 90_000,
    // Vitest would leave one core idle.
    maxWorkers: '100%',
    allowOnly: false,
    // What a passing test prints is nobody's reading.
    silent: 'passed-only',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [
            'tests/server/**',
            'tests/simulator/**',
            'tests/e2e/**',
            'tests/**/*.server.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: [
            'tests/server/**/*.test.ts',
            'tests/simulator/**/*.test.ts',
            'tests/**/*.server.test.ts',
          ],
        },
      },
    ],
  },
})
