/**
 * The command of the machine: `npm run administrator -- NAME` makes an office's first administrator, and with `--reset NAME`
 * gives an administrator a new one-time secret.
 */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

loadDrizzleSwiftly();
const { makeFirstAdministrator } = await import('./run-first-administrator.ts');
await makeFirstAdministrator(process.env, process.argv.slice(2));
