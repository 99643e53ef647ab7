/** Who owes a month, and the department's reminders. */
import { listAuditRows } from '#db/audit.ts';
import type { Reader } from '#db/dialect';
import { listRecipients } from '#db/inbox.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { readRegionsWithin, topSeen } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { notify } from '../inbox/notify.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { monthWindow, owesNow } from '../submissions/lifecycle.ts';
import type { Owing, OwingCity } from './contract.ts';
import { mayRemind } from './lifecycle.ts';
import { openMonths } from './owed.ts';
import { monthNotice } from './tell-of-month.ts';

/** The cities that owe a month, in the official order. @throws Problem `month-not-open` */
export async function listOwing(context: Context, month: YearMonth): Promise<Owing> {
  const { year } = month;
  return { year, month: month.month, owing: await owingOf(context.database.reader, context, month) };
}

/**
 * Reminds the bureaus that owe a month, as they are in this transaction: who has sent it meanwhile is not told, and who was
 * told today is not told again.
 * @throws Problem `month-not-open`
 */
export async function remind(
  context: Context,
  key: YearMonth,
  regions: readonly string[] | undefined,
): Promise<Owing & { reminded: string[] }> {
  const object = `${key.year}-${String(key.month).padStart(2, '0')}`;
  const command = { action: 'submission.remind', object, request: { regions }, changesStandings: false } as const;
  return runCommand(context, command, async (tx) => {
    const now = context.clock.now();
    const meant = (await owingOf(tx, context, key)).filter(
      ({ region, can }) => can.remind && (regions === undefined || regions.includes(region)),
    );
    for (const city of meant)
      await notify(tx, now, monthNotice('month-reminded', { ...city, ...key }, dayInShanghai(now)));
    const reminded = meant.map(({ region }) => region);
    const last = { at: now.toISOString(), by: context.actor.author.name };
    const owing = (await owingOf(tx, context, key)).map((city) =>
      reminded.includes(city.region) ? { ...city, last, can: { remind: false } } : city,
    );
    return {
      reply: { ...key, owing, reminded },
      detail: {},
      each: meant.map(({ region, people }) => ({ object: `${object}/${region}`, detail: { told: people } })),
    };
  });
}

async function owingOf(reader: Reader, context: Context, key: YearMonth): Promise<OwingCity[]> {
  const top = topSeen(context);
  // By the same reader: a command asks within its transaction.
  const seen = top === null ? null : await readRegionsWithin(reader, top);
  const today = dayInShanghai(context.clock.now());
  if (monthWindow({ ...key, today }) === null) throw new Problem('month-not-open', { ...key });
  const owing = (await openMonths(reader, [key], today)).filter(
    (city) => owesNow(city, key, today) && (seen?.has(city.region) ?? true),
  );
  const reminders = await lastReminders(reader, key);
  const cities: OwingCity[] = [];
  for (const { region, dueOn } of owing) {
    const people = (await listRecipients(reader, { role: 'bureau', regions: [region], about: region })).length;
    const last = reminders.get(region) ?? null;
    cities.push({
      region,
      dueOn,
      people,
      last,
      can: { remind: mayRemind({ people, lastAt: last?.at ?? null }, today) },
    });
  }
  return cities;
}

/** More than the reminders of a month that a year of daily reminding leaves in a province. */
const maxReminders = 5000;

/** The newest reminder of a month by city: the trail is the one place that says who reminded whom. */
async function lastReminders(
  reader: Reader,
  { year, month }: YearMonth,
): Promise<Map<string, { at: string; by: string }>> {
  const prefix = `${year}-${String(month).padStart(2, '0')}/`;
  const filter = { actions: { are: ['submission.remind'] }, object: prefix } as const;
  const rows = await listAuditRows(reader, filter, null, maxReminders);
  return new Map(
    rows.toReversed().map(({ object, at, actedAs }) => [object.slice(prefix.length), { at, by: actedAs?.name ?? '' }]),
  );
}
