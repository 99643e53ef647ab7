/** The command of an empty office: `node api/people/create-administrator.ts NAME` makes its first administrator. */
import type { DatabaseLog } from '#db/dialect/contract.ts';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import { ConfigRefusal, readConfig } from '../config.ts';
import { openOffice } from '../open-office.ts';
import { AdministratorRefusal, createFirstAdministrator } from './first-administrator.ts';

const warningsOnly: DatabaseLog = {
  info: () => undefined,
  warn: (details, message) => console.error(message, details),
};

try {
  const [name] = process.argv.slice(2);
  if (name === undefined) throw new AdministratorRefusal('Usage: node api/people/create-administrator.ts NAME');
  // An office of its own has no demonstration, whatever the environment says of other starts.
  const office = await openOffice(readConfig({ ...process.env, XUSHI_DEMO: 'off' }), warningsOnly);
  try {
    const secret = await createFirstAdministrator(office, name);
    console.log(
      `One-time secret for ${name}, valid for 24 hours; it has to be changed at the first sign-in:\n${secret}`,
    );
  } finally {
    await office.database.close();
  }
} catch (error) {
  const isPlain = [AdministratorRefusal, ConfigRefusal, DatabaseRefusal].some((refusal) => error instanceof refusal);
  console.error(isPlain && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
