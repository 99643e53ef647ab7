import type { requirementItems, requirements } from '#db/schema.ts';

type ItemRow = typeof requirementItems.$inferSelect;

/** The three requirements of the interview of 15 October 2020, in our own words. */
export const requirementRows: readonly (typeof requirements.$inferSelect)[] = [
  {
    key: 'awareness-and-projects',
    titleZh: '深化思想认识，推进项目落地',
    titleEn: 'Deepen understanding and get projects moving',
    position: 1,
  },
  {
    key: 'finish-the-year',
    titleZh: '加大工作力度，完成年度任务',
    titleEn: 'Raise effort and finish the annual task',
    position: 2,
  },
  {
    key: 'responsibility-and-next-year',
    titleZh: '强化工作责任，谋划明年工作',
    titleEn: 'Strengthen responsibility and plan next year',
    position: 3,
  },
];

/** Items that the system's own data speak to; every other one needs a bureau's word and a person who verifies it. */
const checkedByData: Readonly<Record<string, ItemRow['checkedBy']>> = {
  '1.6': 'projects',
  '2.4': 'back-plan',
  '2.5': 'standing',
  '3.2': 'next-targets',
};

const titles: readonly (readonly [key: string, zh: string, en: string])[] = [
  [
    '1.1',
    '专题学习建筑工业化对行业改革发展的重要作用并形成记录',
    'Bureau leadership has studied what construction industrialization means for reforming the industry, and recorded it',
  ],
  ['1.2', '加大政策扶持力度（出台文件及文号）', 'Policy support strengthened (what was issued, document number)'],
  ['1.3', '强化部门协同，统筹推进落实', 'Coordination between departments set up (land, planning, housing)'],
  ['1.4', '严格执行绿色建筑专项规划', 'Special plan for green buildings strictly applied'],
  ['1.5', '加强建筑工业化等控制性指标的源头管理', 'Control indicators fixed at source (land and planning conditions)'],
  ['1.6', '推进装配式建筑项目落地（列出项目）', 'Prefabricated projects moved to start, listed by name'],
  ['2.1', '制定最后两个月冲刺工作方案', 'Work plan for the last two months'],
  ['2.2', '制定实施计划，明确目标举措', 'Implementation plan with target measures'],
  ['2.3', '压实责任，落实到单位和个人', 'Responsibility assigned to named units and persons'],
  ['2.4', '倒排计划（差距较大地区必报）', 'Back-scheduled plan (required where the gap is large)'],
  ['2.5', '完成年度目标任务', 'Annual target reached'],
  ['3.1', '提前谋划明年工作', "Next year's work planned early"],
  ['3.2', '明确明年目标、节点、项目', 'Goals, work nodes and task projects set for next year'],
  ['3.3', '落实明年工作措施', 'Measures for next year in place'],
  ['3.4', '加强责任考核', 'Responsibility assessment arranged'],
  ['3.5', '推进装配式建筑和住宅全装修', 'Prefabricated buildings and fully decorated housing advanced'],
  ['3.6', '确保明年良好开局（一季度开工项目落实）', 'A good start next year (first-quarter starts secured)'],
];

const construction = '建筑业管理处';
const design = '科技与设计处';
const planning = '计划财务处';

/** The office that usually owes an item, and in how many days after the meeting, as on 15 October 2020. */
const duties: Readonly<Record<string, readonly [owner: string, dueAfterDays: number]>> = {
  '1.1': [construction, 15],
  '1.2': [construction, 29],
  '1.3': [construction, 22],
  '1.4': [design, 46],
  '1.5': [design, 46],
  '1.6': [construction, 29],
  '2.1': [construction, 15],
  '2.2': [construction, 22],
  '2.3': [construction, 15],
  '2.4': [construction, 15],
  '2.5': [construction, 77],
  '3.1': [planning, 46],
  '3.2': [planning, 61],
  '3.3': [planning, 64],
  '3.4': [planning, 71],
  '3.5': [design, 77],
  '3.6': [construction, 77],
};

/** The seventeen checklist items, each under the requirement that its key begins with. */
export const requirementItemRows: readonly ItemRow[] = titles.map(([key, titleZh, titleEn], at) => ({
  key,
  owner: duties[key]?.[0] ?? '',
  dueAfterDays: duties[key]?.[1] ?? 30,
  evidence: checkedByData[key] === undefined,
  requirement: requirementRows.find(({ position }) => key.startsWith(`${position}.`))?.key ?? '',
  titleZh,
  titleEn,
  checkedBy: checkedByData[key] ?? 'person',
  position: at + 1,
}));
