/** Starts the program, and is the only file of it that reads the environment. */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

loadDrizzleSwiftly();
const { run } = await import('./run.ts');
await run(process.env);
