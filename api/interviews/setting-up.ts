/** What an interview is set up with: its cities, and an item of each requirement for each of them. */
import type { Reader, Writer } from '#db/dialect';
import { deleteItem, insertItems, type ItemRow } from '#db/interviews.ts';
import { listRegions } from '#db/regions.ts';
import { Problem } from '../http/problem.ts';
import { dayParts } from '../measures/calendar.ts';
import { regionTree, reportingIn } from '../regions/tree.ts';
import type { InterviewDetails, InterviewIn } from './contract.ts';
import type { InterviewRecord } from './record.ts';
import { requireUnique } from './templates.ts';

/**
 * The names of the cities to call in, in the order given.
 * @throws Problem `field-twice`; `unknown-region` for one that reports nothing in that month
 */
export async function requireCities(
  reader: Reader,
  codes: readonly string[],
  day: string,
): Promise<readonly { readonly zh: string; readonly en: string }[]> {
  requireUnique(codes);
  const reporting = reportingIn(regionTree(await listRegions(reader)), dayParts(day));
  return codes.map((code) => {
    const found = reporting.find((region) => region.code === code);
    if (found === undefined) throw new Problem('unknown-region', { region: code });
    return { zh: found.nameZh, en: found.nameEn };
  });
}

/** The details as they are wanted; what a bureau of a city that stays has said stays with it. */
export function withCities(details: InterviewDetails, wanted: InterviewIn): InterviewDetails {
  const { place, agenda, minutes, attendants, requirements, regions } = wanted;
  const areas = regions.map(
    (region) => details.areas.find((area) => area.region === region) ?? { region, acknowledged: null, statement: '' },
  );
  return { place, agenda, minutes, attendants, requirements, areas, calledAt: details.calledAt };
}

/**
 * Opens the items that the cities lack, and drops those that are no longer wanted.
 * @throws Problem `item-in-use` where one of these has a history, which is never lost
 */
export async function syncItems(tx: Writer, { row, items }: InterviewRecord, wanted: InterviewDetails): Promise<void> {
  const rows = itemsOf(row.id, wanted);
  const kept = new Set(rows.map(keyOf));
  for (const item of items.filter((one) => !kept.has(keyOf(one.row)))) {
    if (item.events.length > 0) throw new Problem('item-in-use', { item: item.row.item });
    await deleteItem(tx, { interview: row.id, region: item.row.region, item: item.row.item });
  }
  const held = new Set(items.map((item) => keyOf(item.row)));
  await insertItems(
    tx,
    rows.filter((one) => !held.has(keyOf(one))),
  );
}

const keyOf = ({ region, item }: Pick<ItemRow, 'region' | 'item'>): string => `${region}/${item}`;

function itemsOf(interview: string, { areas, requirements }: InterviewDetails): readonly ItemRow[] {
  return areas.flatMap(({ region }) =>
    requirements
      .flatMap(({ items }) => items)
      .map(({ key, owner, dueOn }) => ({
        interview,
        region,
        item: key,
        owner,
        dueOn,
        version: 1,
        state: 'open' as const,
        origin: 'reported' as const,
      })),
  );
}
