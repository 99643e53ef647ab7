/** The items of every interview that goes on, those due first on top. */
import { listInterviews } from '#db/interviews.ts';
import type { Context } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import type { DueItem } from './item-contract.ts';
import { maySee } from './lifecycle.ts';
import { factsOf, presentItem, todayOf } from './present.ts';
import { recordsOf, type InterviewRecord } from './record.ts';

/** Items that are not verified, of held interviews; a bureau's own. */
export async function listDueItems(context: Context): Promise<{ today: string; items: DueItem[] }> {
  const { reader } = context.database;
  const held = (await listInterviews(reader)).filter(({ state }) => state === 'held');
  const records = await recordsOf(reader, held, ownCity(context));
  const items = records
    .filter((record) => maySee(factsOf(record), context.actor))
    .flatMap((record) => openItems(record, context))
    .toSorted((a, b) => compare(a.item.dueOn, b.item.dueOn) || compare(a.interview, b.interview));
  return { today: todayOf(context), items };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function openItems({ row, details, items }: InterviewRecord, context: Context): DueItem[] {
  const demands = new Map(details.requirements.flatMap((one) => one.items).map((item) => [item.key, item.title]));
  return items
    .filter((item) => item.row.state !== 'verified')
    .map((item) => ({
      interview: row.id,
      heldOn: row.heldOn,
      title: { zh: row.titleZh, en: row.titleEn },
      item: presentItem(item, context),
      demand: demands.get(item.row.item) ?? { zh: item.row.item, en: item.row.item },
    }));
}
