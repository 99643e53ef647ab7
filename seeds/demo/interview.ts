/**
 * The interview of 15 October 2020. That it was held, with whom and with which three requirements is published; the
 * owners, dates and states of the cities' items are invented.
 */
import type { checklistEvents, checklistItems, interviews } from '#db/schema.ts';
import { requirementItemRows } from '../reference/requirements.ts';
import { cityCodes } from '../reference/regions.ts';
import { authorshipOf } from './accounts.ts';
import { instantOf } from './time.ts';

type ItemRow = typeof checklistItems.$inferSelect;
type EventRow = typeof checklistEvents.$inferSelect;

/** The interview as published. */
export const interview: typeof interviews.$inferSelect = {
  id: '2020-10-15',
  heldOn: '2020-10-15',
  titleZh: '建筑工业化推进滞后地区约谈会',
  titleEn: 'Interview of areas lagging in construction industrialization',
  noticeZh:
    '2020年10月15日，浙江省建设厅召开建筑工业化推进滞后地区工作会议，集中约谈温州、金华、丽水三市住房和城乡建设局负责人，通报2020年工作进展和被约谈地区存在的主要问题，三市作表态发言。会议提出三方面要求。',
  noticeEn:
    "On 15 October 2020 the Zhejiang Provincial Department of Construction held a working meeting on areas that lag in construction industrialization and interviewed the heads of the housing and construction bureaus of Wenzhou, Jinhua and Lishui. It reported the year's progress and each area's main problems; the three bureaus made statements. The meeting set three requirements.",
  origin: 'published',
  source: 'https://en.precast.com.cn/d/207',
};

interface Area {
  readonly region: string;
  readonly account: string;
  readonly zh: string;
}

const areas: readonly Area[] = [
  { region: cityCodes.wenzhou, account: 'wenzhou', zh: '温州市' },
  { region: cityCodes.jinhua, account: 'jinhua', zh: '金华市' },
  { region: cityCodes.lishui, account: 'lishui', zh: '丽水市' },
];

const construction = '建筑业管理处';
const design = '科技与设计处';
const planning = '计划财务处';

/** Which office owes an item, and by when. */
const duties: Readonly<Record<string, readonly [office: string, dueOn: string]>> = {
  '1.1': [construction, '2020-10-30'],
  '1.2': [construction, '2020-11-13'],
  '1.3': [construction, '2020-11-06'],
  '1.4': [design, '2020-11-30'],
  '1.5': [design, '2020-11-30'],
  '1.6': [construction, '2020-11-13'],
  '2.1': [construction, '2020-10-30'],
  '2.2': [construction, '2020-11-06'],
  '2.3': [construction, '2020-10-30'],
  '2.4': [construction, '2020-10-30'],
  '2.5': [construction, '2020-12-31'],
  '3.1': [planning, '2020-11-30'],
  '3.2': [planning, '2020-12-15'],
  '3.3': [planning, '2020-12-18'],
  '3.4': [planning, '2020-12-25'],
  '3.5': [design, '2020-12-31'],
  '3.6': [construction, '2020-12-31'],
};

type Word = readonly [action: EventRow['action'], at: string, note: string];

/** What has been said in the four days since; every other item is open. */
const said: Readonly<Record<string, readonly Word[]>> = {
  'wenzhou/1.1': [
    ['report', instantOf('2020-10-16', 10, 20), '10月16日上午局党委会专题学习，会议纪要已存档。'],
    ['verify', instantOf('2020-10-17', 9, 30), '已查阅会议纪要，同意销号。'],
  ],
  'wenzhou/2.1': [['report', instantOf('2020-10-18', 16, 45), '最后两个月冲刺工作方案已印发各县（市、区）。']],
  'jinhua/1.1': [['report', instantOf('2020-10-17', 11, 0), '10月17日召开专题学习会并形成记录。']],
  'jinhua/2.1': [
    ['report', instantOf('2020-10-16', 17, 30), '冲刺工作方案初稿已完成。'],
    ['return', instantOf('2020-10-18', 10, 10), '方案未列明分县（市、区）任务和完成时间，请补充后再报。'],
  ],
  'lishui/1.3': [['report', instantOf('2020-10-18', 15, 20), '已与自然资源部门建立每周会商机制。']],
};

const states = { report: 'reported', verify: 'verified', return: 'returned' } as const;

/** Each called-in city's seventeen items. */
export function checklistRows(): readonly ItemRow[] {
  return areas.flatMap((area) => requirementItemRows.map(({ key }) => itemRow(area, key)));
}

function itemRow({ region, account, zh }: Area, item: string): ItemRow {
  const words = said[`${account}/${item}`] ?? [];
  const [last] = words.at(-1) ?? [];
  const duty = duties[item];
  if (duty === undefined) throw new Error(`Nobody owes item ${item}`);
  const [office, dueOn] = duty;
  return {
    interview: interview.id,
    region,
    item,
    state: last === undefined ? 'open' : states[last],
    owner: `${zh}住建局 ${office}`,
    dueOn,
    version: 1 + words.length,
    origin: 'invented',
  };
}

/** What was reported, verified and returned. */
export function checklistEventRows(): readonly EventRow[] {
  return areas.flatMap(({ region, account }) =>
    requirementItemRows.flatMap(({ key }) =>
      (said[`${account}/${key}`] ?? []).map(([action, at, note], index) => {
        const actor = authorshipOf(action === 'report' ? account : 'official');
        return {
          id: `${interview.id}-${region}-${key}-${index + 1}`,
          interview: interview.id,
          region,
          item: key,
          sequence: index + 1,
          at,
          actor: actor.id,
          actedAs: actor.as,
          action,
          note,
          origin: 'invented' as const,
        };
      }),
    ),
  );
}
