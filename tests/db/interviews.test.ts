import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import {
  findItem,
  findInterview,
  insertEvent,
  listEvents,
  listItems,
  listInterviews,
  listRequirements,
  updateItem,
} from '#db/interviews.ts';
import { countChecklistProgress, listDueFirst } from '#db/checklist-progress.ts';
import { checklistItems, interviews, regions, requirementItems, requirements } from '#db/schema.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { author, region } from './rows.ts';

const [hefei, wuhu] = ['340100', '340200'];

const interview = (id: string, heldOn: string): typeof interviews.$inferInsert => ({
  id,
  heldOn,
  titleZh: '约谈',
  titleEn: 'Interview',
  noticeZh: '',
  noticeEn: '',
  origin: 'invented',
  source: null,
});

const requirement = (key: string, position: number) => ({ key, titleZh: key, titleEn: key, position });

const requirementItem = (key: string, of: string, position: number): typeof requirementItems.$inferInsert => ({
  key,
  requirement: of,
  titleZh: key,
  titleEn: key,
  checkedBy: 'person',
  position,
});

/** Every interview, its items late by a day. */
const onDay = (today: string) => ({ from: '2000-01-01', to: '2100-12-31', today });

type Item = typeof checklistItems.$inferInsert;
const item = (at: string, city: string, key: string, more: Partial<Item> = {}): Item => ({
  interview: at,
  region: city,
  item: key,
  state: 'open',
  owner: '',
  dueOn: '2020-10-31',
  version: 1,
  origin: 'invented',
  ...more,
});

const event = (city: string, key: string, sequence: number) => ({
  id: `${city}-${key}-${sequence}`,
  interview: 'autumn',
  region: city,
  item: key,
  sequence,
  at: '2020-10-16T01:00:00.000Z',
  actor: null,
  actedAs: author('hefei'),
  action: 'report' as const,
  note: '',
  origin: 'reported' as const,
  detail: null,
});

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
  await database.write(async (tx) => {
    await tx.insert(regions).values([region(hefei), region(wuhu)]);
    // Stored in another order than any that is asked for.
    await tx.insert(interviews).values([interview('spring', '2020-04-10'), interview('autumn', '2020-10-15')]);
    await tx.insert(requirements).values([requirement('a-later', 2), requirement('b-first', 1)]);
    await tx
      .insert(requirementItems)
      .values([
        requirementItem('1.2', 'b-first', 2),
        requirementItem('1.1', 'b-first', 3),
        requirementItem('2.1', 'a-later', 1),
      ]);
    await tx
      .insert(checklistItems)
      .values([
        item('spring', hefei, '1.1'),
        item('autumn', wuhu, '1.1'),
        item('autumn', wuhu, '2.1', { state: 'verified', dueOn: '2020-10-01' }),
        item('autumn', hefei, '1.1'),
        item('autumn', hefei, '1.2', { state: 'reported', dueOn: '2020-10-18' }),
        item('autumn', hefei, '2.1', { state: 'returned', dueOn: '2020-10-19' }),
      ]);
  });
});

const named = (rows: readonly { readonly interview: string; readonly region: string; readonly item: string }[]) =>
  rows.map((row) => `${row.interview} ${row.region} ${row.item}`);

describe('interviews', () => {
  it('come with the latest first, and are found by their id', async () => {
    expect((await listInterviews(database.reader)).map(({ id }) => id)).toEqual(['autumn', 'spring']);
    expect((await findInterview(database.reader, 'spring'))?.heldOn).toBe('2020-04-10');
    expect(await findInterview(database.reader, 'winter')).toBeUndefined();
  });

  it('of one day come with the higher id first', async () => {
    await database.write((tx) =>
      tx.insert(interviews).values([interview('b', '2020-10-15'), interview('c', '2020-10-15')]),
    );
    expect((await listInterviews(database.reader)).map(({ id }) => id)).toEqual(['c', 'b', 'autumn', 'spring']);
  });
});

describe('requirements', () => {
  it('come in their order, each with its own items in theirs', async () => {
    const rows = await listRequirements(database.reader);
    expect(rows.map(({ requirement: { key }, items }) => [key, items.map((one) => one.key)])).toEqual([
      ['b-first', ['1.2', '1.1']],
      ['a-later', ['2.1']],
    ]);
  });
});

const counted = async (at: string | null, city: string | null) =>
  (await listItems(database.reader, { interview: at, region: city })).length;

describe('items of checklists', () => {
  it('come by interview, city and key', async () => {
    expect(named(await listItems(database.reader, { interview: null, region: null }))).toEqual([
      `autumn ${hefei} 1.1`,
      `autumn ${hefei} 1.2`,
      `autumn ${hefei} 2.1`,
      `autumn ${wuhu} 1.1`,
      `autumn ${wuhu} 2.1`,
      `spring ${hefei} 1.1`,
    ]);
  });

  it('are limited to an interview, to a city, and to both', async () => {
    expect([await counted('autumn', null), await counted(null, hefei), await counted('autumn', wuhu)]).toEqual([
      5, 4, 2,
    ]);
    expect(await counted('spring', wuhu)).toBe(0);
  });

  it('are found by whoever sees all cities and by the own city alone', async () => {
    const key = { interview: 'autumn', region: wuhu, item: '2.1' };
    expect((await findItem(database.reader, key, null))?.state).toBe('verified');
    expect((await findItem(database.reader, key, wuhu))?.state).toBe('verified');
    expect(await findItem(database.reader, key, hefei)).toBeUndefined();
    expect(await findItem(database.reader, { ...key, item: '1.2' }, null)).toBeUndefined();
  });

  it('move from the version that the move was based on, and no other item with them', async () => {
    const key = { interview: 'autumn', region: hefei, item: '1.1' };
    const move = (basedOn: number) => database.write((tx) => updateItem(tx, key, basedOn, { state: 'reported' }));
    expect([await move(0), await move(2), await move(1), await move(1)]).toEqual([false, false, true, false]);
    const rows = await listItems(database.reader, { interview: null, region: null });
    expect(rows.filter(({ version }) => version !== 1)).toMatchObject([{ ...key, version: 2, state: 'reported' }]);
  });
});

describe('the history of items', () => {
  it('comes oldest first for each item, of one city or of all', async () => {
    await database.write(async (tx) => {
      for (const one of [event(wuhu, '1.1', 1), event(hefei, '1.2', 2), event(hefei, '1.2', 1), event(hefei, '1.1', 1)])
        await insertEvent(tx, one);
    });
    const told = async (city: string | null, at = 'autumn') =>
      (await listEvents(database.reader, { interview: at, region: city })).map(({ id }) => id);
    const ofHefei = [`${hefei}-1.1-1`, `${hefei}-1.2-1`, `${hefei}-1.2-2`];
    expect(await told(null)).toEqual([...ofHefei, `${wuhu}-1.1-1`]);
    expect(await told(hefei)).toEqual(ofHefei);
    expect(await told(null, 'spring')).toEqual([]);
  });
});

const called = async (from: string, to: string) =>
  (await countChecklistProgress(database.reader, { from, to, today: '2020-10-19' })).map(({ interview: id }) => id);

describe('what was promised', () => {
  it('is counted by city from the latest interview: all, those not verified, and those of them past their day', async () => {
    // Hefei: 1.1 is due on the 31st, 1.2 was on the 18th, 2.1 is today. Wuhu: 2.1 was on the 1st, but is verified.
    expect(await countChecklistProgress(database.reader, onDay('2020-10-19'))).toEqual([
      { region: hefei, interview: 'autumn', total: 3, open: 3, overdue: 1 },
      { region: wuhu, interview: 'autumn', total: 2, open: 1, overdue: 0 },
    ]);
    expect((await countChecklistProgress(database.reader, onDay('2020-10-20')))[0]?.overdue).toBe(2);
    expect((await countChecklistProgress(database.reader, onDay('2020-11-01'))).map(({ overdue }) => overdue)).toEqual([
      3, 1,
    ]);
  });

  it('is of the latest interview between two days, both included', async () => {
    expect(await called('2020-10-15', '2020-10-15')).toEqual(['autumn', 'autumn']);
    expect(await called('2020-01-01', '2020-10-14')).not.toContain('autumn');
    expect(await called('2020-10-16', '2020-12-31')).toEqual([]);
  });

  it('is nothing where nobody was called in', async () => {
    expect(await countChecklistProgress((await emptyDatabase()).reader, onDay('2020-10-19'))).toEqual([]);
  });
});

const due = async (lists: readonly { readonly interview: string; readonly region: string }[], most = 2) =>
  (await listDueFirst(database.reader, lists, most)).map(({ region, item, state }) => `${region} ${item} ${state}`);

describe('what is due first', () => {
  it('is of each list asked for so many items that are not verified, the earliest day first', async () => {
    const [ofHefei, ofWuhu] = [
      { interview: 'autumn', region: hefei },
      { interview: 'autumn', region: wuhu },
    ];
    // Hefei: the 18th, the 19th, the 31st.
    expect(await due([ofHefei, ofWuhu])).toEqual([
      `${hefei} 1.2 reported`,
      `${hefei} 2.1 returned`,
      `${wuhu} 1.1 open`,
    ]);
    expect(await due([ofWuhu], 9)).toEqual([`${wuhu} 1.1 open`]);
    expect(await due([{ interview: 'spring', region: hefei }])).toEqual([`${hefei} 1.1 open`]);
    expect(await due([])).toEqual([]);
  });

  it('says what its interview demands, else what the program does', async () => {
    const autumn = [{ interview: 'autumn', region: hefei }];
    const titleOf = async (key: string) =>
      (await listDueFirst(database.reader, autumn, 9)).find(({ item: one }) => one === key)?.title;
    expect(await titleOf('1.2')).toEqual({ zh: '1.2', en: '1.2' });
    const demand = {
      key: '1.2',
      title: { zh: '出台政策', en: 'Issue a policy' },
      checkedBy: 'person' as const,
      evidence: false,
      owner: '',
      dueOn: '2020-10-18',
    };
    const details = {
      place: '',
      agenda: '',
      minutes: '',
      attendants: [],
      areas: [],
      calledAt: null,
      requirements: [{ key: 'a-later', title: { zh: '一', en: '' }, items: [demand] }],
    };
    await database.write((tx) => tx.update(interviews).set({ details }).where(eq(interviews.id, 'autumn')));
    expect(await titleOf('1.2')).toEqual({ zh: '出台政策', en: 'Issue a policy' });
    expect(await titleOf('2.1')).toEqual({ zh: '2.1', en: '2.1' });
  });
});
