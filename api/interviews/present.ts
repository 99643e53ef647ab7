/** Interviews and their items as a caller sees them. Pure. */
import type { z } from 'zod';
import type { EventRow } from '#db/interviews.ts';
import type { Context } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import {
  itemStates,
  type ChecklistItem,
  type Interview,
  type interviewLine,
  type ItemCheckResult,
} from './contract.ts';
import type { ItemHistory } from './item-contract.ts';
import { isOverdue, itemRefusal, type ItemCommand } from './item-lifecycle.ts';
import { interviewCommands, interviewRefusal, type InterviewFacts } from './lifecycle.ts';
import type { InterviewRecord, ItemRecord } from './record.ts';

/** The office's day. */
export const todayOf = ({ clock }: Pick<Context, 'clock'>): string => dayInShanghai(clock.now());

/** What the rules of an interview look at. */
export function factsOf({
  row,
  details,
  items,
}: InterviewRecord): InterviewFacts & { readonly calledAt: string | null } {
  const open = items.filter((item) => item.row.state !== 'verified').length;
  return { state: row.state, areas: details.areas, calledAt: details.calledAt, open };
}

/** The cities of an interview that a caller may see. */
export function regionsSeen({ details }: Pick<InterviewRecord, 'details'>, context: Context): string[] {
  const own = ownCity(context);
  return details.areas.map(({ region }) => region).filter((region) => own === null || region === own);
}

export function presentLine(record: InterviewRecord, context: Context): z.infer<typeof interviewLine> {
  const { row, details, items } = record;
  const countOf = (state: (typeof itemStates)[number]) => items.filter((item) => item.row.state === state).length;
  return {
    id: row.id,
    state: row.state,
    heldOn: row.heldOn,
    title: { zh: row.titleZh, en: row.titleEn },
    place: details.place,
    regions: regionsSeen(record, context),
    counts: {
      open: countOf('open'),
      reported: countOf('reported'),
      verified: countOf('verified'),
      returned: countOf('returned'),
    },
    overdue: items.filter((item) => isOverdue(item.row, todayOf(context))).length,
  };
}

export function presentInterview(record: InterviewRecord, context: Context): Interview {
  const { row, details, items } = record;
  const seen = regionsSeen(record, context);
  const { id, state, version, heldOn, origin, source } = row;
  const { place, agenda, minutes, calledAt } = details;
  const isSeen = ({ region }: { readonly region: string | null }) => region === null || seen.includes(region);
  return {
    id,
    state,
    version,
    heldOn,
    origin,
    source,
    place,
    agenda,
    minutes,
    calledAt,
    kind: details.areas.length > 1 ? 'joint' : 'single',
    title: { zh: row.titleZh, en: row.titleEn },
    notice: { zh: row.noticeZh, en: row.noticeEn },
    attendants: details.attendants.filter(isSeen),
    areas: details.areas.filter(isSeen).map(({ region, acknowledged, statement }) => ({
      region,
      statement,
      acknowledged: acknowledged === null ? null : { at: acknowledged.at, person: acknowledged.person },
    })),
    today: todayOf(context),
    requirements: details.requirements.map((requirement) => ({ ...requirement, items: [...requirement.items] })),
    regions: seen,
    items: items.map((item) => presentItem(item, context)),
    can: canDo(record, context),
  };
}

function canDo(record: InterviewRecord, { actor }: Context): Interview['can'] {
  const facts = factsOf(record);
  const may = (command: (typeof interviewCommands)[number]) => interviewRefusal(command, facts, actor) === null;
  return {
    edit: may('edit'),
    call: may('call'),
    hold: may('hold'),
    close: may('close'),
    cancel: may('cancel'),
    acknowledge: may('acknowledge'),
    state: may('state'),
  };
}

export function presentItem({ row, events, facts }: ItemRecord, context: Context): ChecklistItem {
  const { region, item, state, owner, dueOn, version, origin } = row;
  const latest = events.at(-1);
  const now = context.clock.now();
  const may = (command: ItemCommand) => itemRefusal(command, facts, context.actor, now) === null;
  return {
    region,
    item,
    state,
    owner,
    dueOn,
    version,
    origin,
    person: facts.person,
    overdue: isOverdue(row, todayOf(context)),
    latest: latest === undefined ? null : { at: latest.at, person: latest.actedAs.name, note: latest.note },
    asked: facts.asked,
    closedBy: facts.closedBy,
    can: {
      report: may('report'),
      verify: may('verify'),
      return: may('return'),
      undo: may('undo'),
      ask: may('ask'),
      decide: may('grant'),
      extend: may('extend'),
      assign: may('assign'),
      overrule: may('overrule'),
    },
  };
}

export function presentHistory(item: ItemRecord, check: ItemCheckResult | null, context: Context): ItemHistory {
  return { item: presentItem(item, context), history: item.events.map(presentEvent), check };
}

function presentEvent({ at, actedAs, action, note, origin, detail }: EventRow): ItemHistory['history'][number] {
  return { at, person: actedAs.name, action, note, origin, detail };
}
