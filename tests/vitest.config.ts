import { defineConfig } from 'vitest/config';

/** One project a layer, so that a change is tried against its own layer first. */
const project = (name: string, include: string[], more: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
});

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      project('structure', ['tests/*.test.ts']),
      project('measures', ['tests/measures/**/*.test.ts']),
      project('db-sqlite', ['tests/db/*.test.ts', 'tests/db/sqlite/*.test.ts'], { env: { DATABASE_URL: '' } }),
      project('db-postgres', ['tests/db/*.test.ts', 'tests/db/postgres/*.test.ts'], {
        // A server's address tries the same on a real one; the person in it must be able to create databases.
        env: { DATABASE_URL: process.env['XUSHI_TEST_POSTGRES'] ?? 'pglite:memory' },
      }),
      project('api', ['tests/api/**/*.test.ts'], { globalSetup: ['tests/support/template-database.ts'] }),
      project('web', ['tests/web/**/*.test.ts', 'tests/web/**/*.test.tsx']),
      project('browser', ['tests/browser/**/*.test.ts'], {
        globalSetup: ['tests/support/template-database.ts', 'tests/support/built-web.ts'],
        testTimeout: 120_000,
        expect: { poll: { timeout: 15_000 } },
        fileParallelism: false,
      }),
    ],
  },
});
