/** Starts the program with the process's environment; nothing that is imported from here reads it but `db/dialect/chosen.ts`. */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

loadDrizzleSwiftly();
const { run } = await import('./run.ts');
await run(process.env);
