/** What the command for administrators does: it opens the office, makes or resets the account and prints its secret. */
import type { DatabaseLog } from '#db/dialect/contract.ts';
import { readConfig } from './config.ts';
import { openOffice } from './open-office.ts';
import { reportFailure } from './refusals.ts';
import { AdministratorRefusal, createFirstAdministrator, resetAdministrator } from '../accounts/first-administrator.ts';

const warningsOnly: DatabaseLog = {
  info: () => undefined,
  warn: (details, message) => console.error(message, details),
};

const usage = 'Usage: npm run administrator -- NAME, or for a new secret: npm run administrator -- --reset NAME';

/**
 * Makes the first administrator of the office that these environment variables name, or with `--reset` gives an
 * administrator a new secret, and prints the one-time secret. What a
 * person can mend is said in a sentence; either way of failing ends the process with 1.
 */
export async function makeFirstAdministrator(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<void> {
  try {
    const isReset = words[0] === '--reset';
    const [name, ...more] = isReset ? words.slice(1) : words;
    if (name === undefined || name.startsWith('-') || more.length > 0) throw new AdministratorRefusal(usage);
    // An office of its own has no demonstration, whatever the environment says of other starts.
    const office = await openOffice(readConfig({ ...environment, XUSHI_DEMO: 'off' }), warningsOnly);
    try {
      const secret = await (isReset ? resetAdministrator : createFirstAdministrator)(office, name);
      console.log(
        `One-time secret for ${name}, valid for 24 hours; it has to be changed at the first sign-in:\n${secret}`,
      );
    } finally {
      await office.database.close();
    }
  } catch (error) {
    reportFailure(error);
  }
}
