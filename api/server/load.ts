/** Loads the program without running it, drizzle's swift form first. */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

loadDrizzleSwiftly();
export const { run } = await import('./run.ts');
