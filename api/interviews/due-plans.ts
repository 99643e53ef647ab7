/** Tells a called-in city which back-scheduled plans it has yet to send, while the item that asks for them is nearly due. */
import type { Reader } from '#db/dialect';
import { listInterviews } from '#db/interviews.ts';
import { isNearlyDue } from '../inbox/due-items.ts';
import type { NewNotice } from '../inbox/notify.ts';
import { dataOf } from './data-closing.ts';
import { owedPlans } from './plan-checks.ts';
import { recordsOf, type InterviewRecord } from './record.ts';

/**
 * One notice for each core indicator on which a city owes a plan for the target in force and has none that was sent or approved,
 * to its bureau, within seven days before the item is due. The notice leads to the plan.
 */
export async function duePlanNotices(reader: Reader, today: string): Promise<readonly NewNotice[]> {
  const held = (await listInterviews(reader)).filter(({ state }) => state === 'held');
  const due = (await recordsOf(reader, held, null)).flatMap((record) => planItems(record, today));
  const data = dataOf(reader);
  const notices: NewNotice[] = [];
  for (const { region, year, dueOn } of due) {
    const { owed } = await owedPlans(data, { region, year });
    for (const { indicator, gap, plan, isSent } of owed) {
      if (isSent || plan?.target === gap.target) continue;
      notices.push({
        kind: 'back-plan-due',
        to: { role: 'bureau', regions: [region] },
        region,
        about: { interview: null, backPlan: { year, indicator: indicator.code }, day: dueOn },
        once: `${indicator.code}@${dueOn}`,
      });
    }
  }
  return notices;
}

/** The items of an interview that ask for plans and are nearly due. */
function planItems({ row, details, items }: InterviewRecord, today: string) {
  const asked = details.requirements.flatMap((one) => one.items).filter(({ checkedBy }) => checkedBy === 'back-plan');
  const keys = new Set(asked.map(({ key }) => key));
  const year = Number(row.heldOn.slice(0, 4));
  return items
    .filter((item) => keys.has(item.row.item) && isNearlyDue(item.row, today))
    .map((item) => ({ region: item.row.region, year, dueOn: item.row.dueOn }));
}
