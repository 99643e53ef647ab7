/** `npm run restore`: puts a backup in the place of the office's database, or only tries it with `--drill`. */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

loadDrizzleSwiftly();
const { runRestore } = await import('./run-backups.ts');
await runRestore(process.env, process.argv.slice(2));
