/** An interview as it is kept, read into one shape: the row, what it says, and what its items come to. */
import type { Reader } from '#db/dialect';
import { listEvents, listItems, type EventRow, type InterviewRow, type ItemRow } from '#db/interviews.ts';
import type { InterviewDetails, TemplateRequirement } from './contract.ts';
import { standingOf, type ItemFacts } from './item-lifecycle.ts';
import { daysAfter } from './days.ts';
import { readTemplates } from './templates.ts';

/** An item with its history, oldest first, and what that comes to. */
export interface ItemRecord {
  readonly row: ItemRow;
  readonly events: readonly EventRow[];
  readonly facts: ItemFacts;
}

/** An interview with the items that its reader may see. */
export interface InterviewRecord {
  readonly row: InterviewRow;
  readonly details: InterviewDetails;
  readonly items: readonly ItemRecord[];
}

/** Interviews with their items; of one city alone where one is given. */
export async function recordsOf(
  reader: Reader,
  rows: readonly InterviewRow[],
  region: string | null,
): Promise<readonly InterviewRecord[]> {
  const [one] = rows;
  const scope = { interview: rows.length === 1 && one !== undefined ? one.id : null, region };
  const items = Map.groupBy(await listItems(reader, scope), ({ interview }) => interview);
  const events = Map.groupBy(await listEvents(reader, scope), eventKey);
  const needsTemplate = rows.some(({ details }) => details === null);
  const template = needsTemplate ? ((await readTemplates(reader)).at(-1)?.requirements ?? []) : [];
  // Its cities are those that have items, whoever reads it.
  const called = needsTemplate ? await listItems(reader, { ...scope, region: null }) : [];
  return rows.map((row) => {
    const own = items.get(row.id) ?? [];
    const details = row.details ?? earlyDetails(row, called, template);
    const records = own.map((item) => recordOf(row, item, events.get(eventKey({ ...item, item: item.item })) ?? []));
    return { row, details, items: inOrder(records, details) };
  });
}

/** One item with its history. */
export function recordOf(
  { state }: Pick<InterviewRow, 'state'>,
  row: ItemRow,
  events: readonly EventRow[],
): ItemRecord {
  const facts = { ...standingOf(events), state: row.state, region: row.region, interview: state };
  return { row, events, facts };
}

const eventKey = (at: { readonly interview: string; readonly region: string; readonly item: string }): string =>
  `${at.interview}/${at.region}/${at.item}`;

/** By city in the interview's order, then in the order of its requirements. */
function inOrder(records: readonly ItemRecord[], { areas, requirements }: InterviewDetails): readonly ItemRecord[] {
  const regions = areas.map(({ region }) => region);
  const keys = requirements.flatMap(({ items }) => items.map(({ key }) => key));
  return records.toSorted(
    (a, b) =>
      regions.indexOf(a.row.region) - regions.indexOf(b.row.region) ||
      keys.indexOf(a.row.item) - keys.indexOf(b.row.item),
  );
}

/** What is known of an interview from before its details were kept: the program's requirements, its items' cities. */
function earlyDetails(
  { id, heldOn }: InterviewRow,
  items: readonly ItemRow[],
  template: readonly TemplateRequirement[],
): InterviewDetails {
  return {
    place: '',
    agenda: '',
    minutes: '',
    attendants: [],
    requirements: dated(template, heldOn),
    areas: [...new Set(items.filter(({ interview }) => interview === id).map(({ region }) => region))].map(
      (region) => ({
        region,
        acknowledged: null,
        statement: '',
      }),
    ),
    calledAt: `${heldOn}T00:00:00.000Z`,
  };
}

/** A template's requirements for a meeting on a day. */
export function dated(requirements: readonly TemplateRequirement[], heldOn: string): InterviewDetails['requirements'] {
  return requirements.map(({ items, ...requirement }) => ({
    ...requirement,
    items: items.map(({ dueAfterDays, ...item }) => ({ ...item, dueOn: daysAfter(heldOn, dueAfterDays) })),
  }));
}
