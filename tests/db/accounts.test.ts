import { describe, expect, it } from 'vitest';
import { insertAccount, listAccountRows } from '#db/accounts.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { person } from './rows.ts';

describe('the list of people', () => {
  it('has one order by name on either engine', async () => {
    const database = await emptyDatabase();
    for (const name of ['丽水', 'li_shui', 'lishui', 'li.shui', 'Zhou', 'anji', 'li-shui']) {
      await database.write((tx) => insertAccount(tx, person(name)));
    }
    // By code unit: - . then capitals, _ and small letters, Chinese last.
    const names = (await listAccountRows(database.reader)).map(({ name }) => name);
    expect(names).toEqual(['Zhou', 'anji', 'li-shui', 'li.shui', 'li_shui', 'lishui', '丽水']);
  });
});
