/** The command of an empty office: `node api/server/create-administrator.ts NAME` makes its first administrator. */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';

loadDrizzleSwiftly();
const { makeFirstAdministrator } = await import('./run-first-administrator.ts');
await makeFirstAdministrator(process.env, process.argv[2]);
