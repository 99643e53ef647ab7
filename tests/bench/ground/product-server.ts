/** The product as its own start makes it, in a process of its own that answers the bench's questions. */
import { loadDrizzleSwiftly } from '#db/dialect/swift-loading.ts';
import { answerBench } from './answering.ts';

loadDrizzleSwiftly();
const { pino } = await import('pino');
const { buildApp } = await import('#api/server/app.ts');
const { readConfig } = await import('#api/server/config.ts');
const { openOffice } = await import('#api/server/open-office.ts');
const { recordWrites } = await import('./recording.ts');

const recorded = process.argv.includes('record') ? recordWrites() : undefined;
const config = readConfig(process.env);
const log = pino({ level: config.logLevel });
const office = await openOffice(config, log);
const app = await buildApp({ config, log, ...office });
await app.listen({ port: config.port, host: config.host });
recorded?.();
answerBench({
  server: app.server,
  ...(recorded === undefined ? {} : { recorded }),
  stop: async () => {
    await app.close();
    await office.database.close();
  },
});
