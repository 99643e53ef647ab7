/** Starts the program with the process's environment; nothing that is imported from here reads it but `db/dialect/chosen.ts`. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

// What Node made of our TypeScript is kept, which halves every further start; in our own folder, where nobody else writes.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'node'));
loadDrizzleSwiftly();
const { run } = await import('./run.ts');
await run(process.env);
