/**
 * One end of a move, in a process of its own: the tables of this program are made for one engine, which DATABASE_URL
 * chooses. `read` sends every row of its database, `write` puts what it is sent into an empty one; both say what they hold.
 */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

loadDrizzleSwiftly();
const { readEnd, writeEnd } = await import('./moving.ts');
await (process.argv[2] === 'write' ? writeEnd : readEnd)(process.env['DATABASE_URL'] ?? '');
