/** `npm run move -- FROM TO`: takes an office from one database to another, of the same or the other engine. */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

loadDrizzleSwiftly();
const { runMove } = await import('./run-move.ts');
await runMove(process.env, process.argv.slice(2));
