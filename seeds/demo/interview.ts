/**
 * The interview of 15 October 2020. That it was held, with whom and with which three requirements is published; the
 * owners, dates and states of the cities' items are invented.
 */
import type { checklistEvents, checklistItems, interviews, interviewVersions } from '#db/schema.ts';
import { requirementItemRows, requirementRows } from '../reference/requirements.ts';
import { cityCodes } from '../reference/regions.ts';
import { authorshipOf } from './accounts.ts';
import { daysAfter, instantOf } from './time.ts';

type ItemRow = typeof checklistItems.$inferSelect;
type EventRow = typeof checklistEvents.$inferSelect;

const meeting = {
  heldOn: '2020-10-15',
  titleZh: '建筑工业化推进滞后地区约谈会',
  titleEn: 'Interview of areas lagging in construction industrialization',
  noticeZh:
    '2020年10月15日，浙江省建设厅召开建筑工业化推进滞后地区工作会议，集中约谈温州、金华、丽水三市住房和城乡建设局负责人，通报2020年工作进展和被约谈地区存在的主要问题，三市作表态发言。会议提出三方面要求。',
  noticeEn:
    "On 15 October 2020 the Zhejiang Provincial Department of Construction held a working meeting on areas that lag in construction industrialization and interviewed the heads of the housing and construction bureaus of Wenzhou, Jinhua and Lishui. It reported the year's progress and each area's main problems; the three bureaus made statements. The meeting set three requirements.",
};

interface Area {
  readonly region: string;
  readonly account: string;
  readonly zh: string;
  /** When its bureau signed for the notice, on 13 October. */
  readonly signedAt: readonly [hour: number, minute: number];
  readonly statement: string;
}

const areas: readonly Area[] = [
  {
    region: cityCodes.wenzhou,
    account: 'wenzhou',
    zh: '温州市',
    signedAt: [9, 20],
    statement: '对照差距倒排计划，逐项目明确开工时间，年底前完成年度目标任务。',
  },
  {
    region: cityCodes.jinhua,
    account: 'jinhua',
    zh: '金华市',
    signedAt: [10, 5],
    statement: '主要负责人牵头，按月调度县（市、区）进度，确保年度任务完成。',
  },
  {
    region: cityCodes.lishui,
    account: 'lishui',
    zh: '丽水市',
    signedAt: [15, 40],
    statement: '加强与自然资源、发改部门协同，推进已出让地块项目尽快开工。',
  },
];

const id = '2020-10-15';

type Version = typeof interviewVersions.$inferSelect;
type Step = readonly [action: Version['action'], at: string, account: string];

/** The meeting's own way to 15 October; only that it was held is published. */
const steps: readonly Step[] = [
  ['create', instantOf('2020-10-09', 10, 0), 'official'],
  ['call', instantOf('2020-10-12', 16, 30), 'official'],
  ...areas.map(({ account, signedAt }): Step => ['acknowledge', instantOf('2020-10-13', ...signedAt), account]),
  ['hold', instantOf('2020-10-15', 17, 0), 'official'],
];

/** The items whose report needs a file; of the others this meeting asked for a note alone. */
const withFile = new Set(['1.4', '1.5', '3.1', '3.3', '3.4']);

/** The program's requirements as this meeting set them. */
const demands = requirementRows.map(({ key, titleZh, titleEn }) => ({
  key,
  title: { zh: titleZh, en: titleEn },
  items: requirementItemRows
    .filter(({ requirement }) => requirement === key)
    .map((item) => ({
      key: item.key,
      title: { zh: item.titleZh, en: item.titleEn },
      checkedBy: item.checkedBy,
      evidence: withFile.has(item.key),
      owner: item.owner,
      dueOn: daysAfter(meeting.heldOn, item.dueAfterDays),
    })),
}));

/** What is kept of the meeting after so many of its steps. */
function detailsAfter(count: number): NonNullable<Version['details']> {
  const done = steps.slice(0, count);
  const isHeld = done.some(([action]) => action === 'hold');
  return {
    place: '',
    agenda: '通报2020年工作进展和主要问题；三市作表态发言；提出工作要求。',
    minutes: '',
    attendants: areas.map(({ region, zh }) => ({ region, unit: `${zh}住房和城乡建设局`, person: '', title: '负责人' })),
    requirements: demands,
    areas: areas.map(({ region, account, statement }) => ({
      region,
      acknowledged: signatureOf(done, account),
      statement: isHeld ? statement : '',
    })),
    calledAt: done.find(([action]) => action === 'call')?.[1] ?? null,
  };
}

function signatureOf(done: readonly Step[], account: string) {
  const signed = done.find(([action, , by]) => action === 'acknowledge' && by === account);
  return signed === undefined ? null : { at: signed[1], account: authorshipOf(account).id, person: account };
}

/** Every version of the meeting. */
export function interviewVersionRows(): readonly Version[] {
  return steps.map(([action, at, account], index) => {
    const actor = authorshipOf(account);
    return {
      interview: id,
      number: index + 1,
      at,
      actor: actor.id,
      actedAs: actor.as,
      action,
      reason: '',
      ...meeting,
      details: detailsAfter(index + 1),
      origin: 'invented',
    };
  });
}

/** The interview as published, with what was written down around it. */
export const interview: typeof interviews.$inferSelect = {
  id,
  ...meeting,
  origin: 'published',
  source: 'https://en.precast.com.cn/d/207',
  state: 'held',
  version: steps.length,
  details: detailsAfter(steps.length),
};

type Word = readonly [action: keyof typeof states, at: string, note: string];

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
  return areas.flatMap((area) => requirementItemRows.map((item) => itemRow(area, item)));
}

function itemRow({ region, account, zh }: Area, demand: (typeof requirementItemRows)[number]): ItemRow {
  const item = demand.key;
  const words = said[`${account}/${item}`] ?? [];
  const [last] = words.at(-1) ?? [];
  return {
    interview: interview.id,
    region,
    item,
    state: last === undefined ? 'open' : states[last],
    owner: `${zh}住建局 ${demand.owner}`,
    dueOn: daysAfter(meeting.heldOn, demand.dueAfterDays),
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
          detail: null,
        };
      }),
    ),
  );
}
