import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '#api/server/app.ts';
import { readConfig } from '#api/server/config.ts';
import { openOffice } from '#api/server/open-office.ts';
import type { Clock } from '#api/http/context.ts';
import type { Database } from '#db/dialect';
import { newAddress } from './demonstration-copy.ts';

/** An office of its own: nothing but the reference data, its clock standing at an instant, the machine's where none is given. */
export async function ownOffice(
  now?: string,
): Promise<{ readonly app: FastifyInstance; readonly database: Database; readonly clock: Clock }> {
  const config = readConfig({ XUSHI_DEMO: 'off', DATABASE_URL: await newAddress(), SIGN_INS_PER_MINUTE: '1000' });
  const log = pino({ level: 'silent' });
  const { database, clock: machine } = await openOffice(config, log);
  const clock = now === undefined ? machine : { now: () => new Date(now) };
  const app = await buildApp({ config, database, clock, log, demonstration: false });
  onTestFinished(async () => {
    await app.close();
    await database.close();
  });
  return { app, database, clock };
}
