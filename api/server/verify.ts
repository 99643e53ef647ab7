/** `npm run verify`: names every row that was altered, deleted or inserted since it was sealed. */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

loadDrizzleSwiftly();
const { runVerify } = await import('./run-verify.ts');
await runVerify(process.env, process.argv.slice(2));
