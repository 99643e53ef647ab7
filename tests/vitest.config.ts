import { availableParallelism, tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';
import { withoutDatabase } from './support/database-reach.ts';
import { LongestBesideOthers } from './support/order.ts';

/** One project a layer, so that a change is tried against its own layer first. */
const project = (name: string, include: string[], more: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
});

/** A server's address tries the same on a real one; the person in it must be able to create databases. */
const postgres = process.env['XUSHI_TEST_POSTGRES'] ?? 'pglite:memory';

/**
 * The embedded engine is WebAssembly, and every test file starts it anew: compiling its hot parts a second time, to make
 * them quick, costs more processor time than the few queries of a file win back.
 */
const embedded = ['--liftoff-only'];

/** These promise a time of the clock, so that they run after all others, one at a time. */
const timed = ['tests/api/hostile-loads.test.ts', 'tests/api/hostile-tables.test.ts'];

/** These replace a module by another, for which it must not be loaded yet. */
const replacing = ['tests/api/equal-work.test.ts'];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    // Test files of a worker share their modules: loading the product anew for each took half the time of most projects.
    isolate: false,
    setupFiles: ['tests/support/each-file.ts'],
    // No promise: it ends a test that hangs, also on a machine that is busy with something else.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // Three more than the cores, because tests of a browser wait for most of their time.
    maxWorkers: availableParallelism() + 3,
    sequence: { sequencer: LongestBesideOthers },
    projects: [
      project('structure', ['tests/*.test.ts']),
      project('measures', ['tests/measures/**/*.test.ts']),
      project('db-sqlite', ['tests/db/*.test.ts', 'tests/db/sqlite/*.test.ts'], { env: { DATABASE_URL: '' } }),
      project('db-postgres', ['tests/db/*.test.ts', 'tests/db/postgres/*.test.ts'], {
        env: { DATABASE_URL: postgres },
        execArgv: embedded,
        globalSetup: ['tests/support/postgres-empty.ts'],
      }),
      project('api', ['tests/api/**/*.test.ts'], {
        exclude: [...replacing, ...timed],
        globalSetup: ['tests/support/template-database.ts'],
      }),
      project('timed', timed, {
        globalSetup: ['tests/support/template-database.ts'],
        sequence: { groupOrder: 1 },
        maxWorkers: 1,
      }),
      project('replacing', replacing, { isolate: true, globalSetup: ['tests/support/template-database.ts'] }),
      project('api-postgres', ['tests/api/**/*.test.ts'], {
        exclude: [
          // These start the program as a process of its own, with its default database, which is a file of SQLite.
          'tests/api/start-and-stop.test.ts',
          'tests/api/npm-start.test.ts',
          'tests/api/scheduled-backups.test.ts',
          // So do the commands that copy, restore, move and verify an office, which name their databases themselves.
          'tests/api/backups.test.ts',
          'tests/api/move.test.ts',
          'tests/api/verify-command.test.ts',
          // These read beside an open write; the embedded engine has one connection, which would wait for itself.
          'tests/api/administrators.test.ts',
          'tests/api/snapshot.test.ts',
          // These draw every picture and proof of the demonstration, which are the same on either engine.
          'tests/api/every-burn-up.test.ts',
          'tests/api/every-proof.test.ts',
          // These ask of requests, of roles and of what is computed, where the engine makes no difference that the others miss.
          'tests/api/strangers.test.ts',
          'tests/api/access-matrix.test.ts',
          'tests/api/exports-scope.test.ts',
          'tests/api/divisions.test.ts',
          'tests/api/audit-workbook.test.ts',
          'tests/api/dataset-duckdb.test.ts',
          'tests/api/submissions-input.test.ts',
          'tests/api/session.test.ts',
          'tests/api/problems.test.ts',
          ...replacing,
          ...timed,
          'tests/api/protection.test.ts',
          'tests/api/metrics.test.ts',
          'tests/api/papers.test.ts',
          'tests/api/empty-office.test.ts',
          'tests/api/standings.test.ts',
          'tests/api/standings-scope.test.ts',
          'tests/api/standings-inputs.test.ts',
          'tests/api/kept-replies.test.ts',
          'tests/api/replies.test.ts',
          'tests/api/reply-cache.test.ts',
          // What is given again at once is kept on SQLite alone, which says in a moment whether anybody has committed.
          'tests/api/ready-replies.test.ts',
          'tests/api/web-assets.test.ts',
          'tests/api/endpoint-kinds.test.ts',
          'tests/api/clocks.test.ts',
          'tests/api/default-deny.test.ts',
          'tests/api/openapi.test.ts',
          'tests/api/declared-endpoints.test.ts',
          'tests/api/forwarded.test.ts',
          'tests/api/http-parts.test.ts',
          'tests/api/calendar.test.ts',
          'tests/api/events-leaving.test.ts',
          'tests/api/own-curves.test.ts',
          'tests/api/full-disk.test.ts',
          'tests/api/accounts.test.ts',
          'tests/api/lock-out.test.ts',
          'tests/api/withdraw.test.ts',
          'tests/api/kept-standings.test.ts',
          'tests/api/month-files.test.ts',
          'tests/api/drafts-unseen.test.ts',
          'tests/api/month-file-cells.test.ts',
          'tests/api/tables.test.ts',
          'tests/api/load-tables.test.ts',
          'tests/api/table-scope.test.ts',
          'tests/api/rules.test.ts',
          'tests/api/digest.test.ts',
          'tests/api/reporting-calendar.test.ts',
          'tests/api/second-person.test.ts',
          'tests/api/comments.test.ts',
          'tests/api/absences.test.ts',
          'tests/api/office.test.ts',
          'tests/api/account-edits.test.ts',
          'tests/api/account-table.test.ts',
          'tests/api/mail.test.ts',
          'tests/api/reference-replies.test.ts',
          'tests/api/refusals-audited.test.ts',
          'tests/api/submissions-scope.test.ts',
          'tests/api/submissions-together.test.ts',
          'tests/api/regions-tree.test.ts',
          'tests/api/attachment-files.test.ts',
          // These compute without a database, so that the engine makes no difference.
          ...withoutDatabase('tests/api/**/*.test.ts'),
        ],
        env: { DATABASE_URL: postgres },
        execArgv: embedded,
        globalSetup: ['tests/support/postgres-template.ts'],
      }),
      project('faults', ['tests/faults/**/*.test.ts'], {
        globalSetup: ['tests/support/template-database.ts'],
        // As above no promise. The long set kills a server two hundred times, on a busy machine at eight seconds each; the
        // short one as often as chance wants, thirty times at most.
        testTimeout: process.env['XUSHI_FAULTS'] === 'long' ? 3_600_000 : 300_000,
        // What is acknowledged must be on a disk, not in the memory where `npm test` keeps the other databases.
        env: { DATABASE_URL: '', TMPDIR: process.env['XUSHI_TEST_DISK'] ?? tmpdir() },
      }),
      project('web', ['tests/web/**/*.test.ts', 'tests/web/**/*.test.tsx'], {
        // Drawn components of a file before may still be under way in the same worker, and the page's language is one.
        retry: 1,
      }),
      project('browser', ['tests/browser/**/*.test.ts'], {
        globalSetup: ['tests/support/template-database.ts', 'tests/support/built-web.ts'],
        testTimeout: 240_000,
        expect: { poll: { timeout: 30_000 } },
        // A browser on a busy machine may be late by itself; what fails three times is a failure.
        retry: 2,
      }),
    ],
  },
});
