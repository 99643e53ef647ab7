/** Starts the program with the process's environment; nothing that is imported from here reads it but `db/dialect/chosen.ts`. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// As `start.js` does before it, for whoever starts the program without the build.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'xushi'));
const { run } = await import('./load.ts');
await run(process.env);
