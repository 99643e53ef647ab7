import { describe, expect, it } from 'vitest';
import { insertPerson, listPeople } from '#db/people.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { person } from './rows.ts';

describe('the list of people', () => {
  it('has one order by name on either engine', async () => {
    const database = await emptyDatabase();
    for (const name of ['丽水', 'li_shui', 'lishui', 'li.shui', 'Zhou', 'anji', 'li-shui']) {
      await database.write((tx) => insertPerson(tx, person(name)));
    }
    // By code unit: - . then capitals, _ and small letters, Chinese last.
    const names = (await listPeople(database.reader)).map(({ name }) => name);
    expect(names).toEqual(['Zhou', 'anji', 'li-shui', 'li.shui', 'li_shui', 'lishui', '丽水']);
  });
});
