/** `npm run backup`: a verified copy of the office's database, while people work or not. */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

loadDrizzleSwiftly();
const { runBackup } = await import('./run-backups.ts');
await runBackup(process.env, process.argv.slice(2));
