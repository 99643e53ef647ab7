/** The words of briefs and notices in both languages. Pure. */
import type { Level } from '../measures/vocabulary.ts';

type Values = Readonly<Record<string, string | number>>;

const zh = {
  briefTitle: '约谈材料：{city}',
  noticeTitle: '约谈通知',
  subtitle: '{interview}（{day}） · 数据截至 {year}年{month}月 · {origin}',
  standing: '一、进度状态与依据',
  overall: '整体判定：{level}。依据规则“{rule}”（第 {version} 版）。',
  indicator: '指标',
  target: '年度目标',
  actual: '累计完成',
  completion: '完成率',
  pace: '序时应达',
  gap: '与序时相差',
  level: '状态',
  months: '二、全年逐月（{indicator}，{unit}）',
  month: '月份',
  overallRow: '整体状态',
  actualRow: '累计完成',
  expectedRow: '序时应达',
  causes: '三、所报原因与措施（{year}年{month}月）',
  causesNone: '三、所报原因与措施',
  noCauses: '尚无已报送的说明。',
  cause: '原因：{text}',
  remedies: '措施：{text}',
  promises: '四、约谈事项落实情况',
  interview: '约谈',
  verified: '已销号',
  reported: '待核实',
  returned: '已退回',
  open: '未报告',
  overdue: '逾期',
  noPromises: '此前没有约谈事项。',
  projection: '五、年底测算与所需强度',
  remaining: '尚需完成',
  needed: '每月需完成',
  recent: '近期月均',
  projected: '年底测算',
  noNeed: '目标均已完成。',
  footer: '由序时生成于 {at}。“--”表示无数据，不等于零。{invented}',
  invented: '本演示含虚构数据。',
  reportedOrigin: '报送数据',
  to: '{city}住房和城乡建设局：',
  call: '经研究，定于 {day} 召开“{interview}”，请你局主要负责人参加并作表态发言。现将有关事项通知如下。',
  why: '一、约谈事由',
  whyText: '截至 {year}年{month}月，你市建筑工业化整体进度为“{level}”。{behind}',
  behind: '其中{list}低于序时进度。',
  prepare: '二、请准备',
  prepareText:
    '请书面说明进度滞后的原因、已采取和拟采取的措施、年底前的倒排计划，并就下列要求逐项报告落实情况和佐证材料。',
  demands: '三、落实要求与期限',
  demand: '要求',
  owner: '责任单位',
  due: '期限',
  join: '、',
} as const;

const en: Readonly<Record<keyof typeof zh, string>> = {
  briefTitle: 'Brief: {city}',
  noticeTitle: 'Notice of an interview',
  subtitle: '{interview} ({day}) · figures to {year}-{month} · {origin}',
  standing: '1. Standing and proof',
  overall: 'Overall: {level}, by the rule “{rule}” (version {version}).',
  indicator: 'Indicator',
  target: 'Target',
  actual: 'Done',
  completion: 'Completion',
  pace: 'Pace',
  gap: 'Against pace',
  level: 'Level',
  months: '2. The year by month ({indicator}, {unit})',
  month: 'Month',
  overallRow: 'Level',
  actualRow: 'Done',
  expectedRow: 'Expected',
  causes: '3. Causes and remedies as reported ({year}-{month})',
  causesNone: '3. Causes and remedies as reported',
  noCauses: 'No explanation has been sent.',
  cause: 'Cause: {text}',
  remedies: 'Remedies: {text}',
  promises: '4. What became of the items of interviews',
  interview: 'Interview',
  verified: 'Verified',
  reported: 'Reported',
  returned: 'Returned',
  open: 'Open',
  overdue: 'Overdue',
  noPromises: 'There are no items of an interview yet.',
  projection: '5. Projection to the end of the year, and what is needed',
  remaining: 'Remaining',
  needed: 'Needed a month',
  recent: 'Recent a month',
  projected: 'Projected',
  noNeed: 'Every target is met.',
  footer: 'Made by Xushi at {at}. “--” is no data, which is not zero. {invented}',
  invented: 'This demonstration has invented figures.',
  reportedOrigin: 'reported figures',
  to: 'To the housing and urban-rural construction bureau of {city}:',
  call: 'The meeting “{interview}” is held on {day}. The head of your bureau is asked to attend and to make a statement.',
  why: '1. Why',
  whyText: 'At the end of {year}-{month} the overall level of your city is “{level}”. {behind}',
  behind: 'Below the pace: {list}.',
  prepare: '2. What to prepare',
  prepareText:
    'Please explain in writing the causes, the remedies taken and planned, and the back-scheduled plan to the end of the year, and report on each of the following demands with evidence.',
  demands: '3. Demands and days',
  demand: 'Demand',
  owner: 'Owner',
  due: 'Due',
  join: ', ',
};

const texts = { zh, en };

export type PaperLanguage = keyof typeof texts;
export type Word = (key: keyof typeof zh, values?: Values) => string;

/** The words of a language, with their places filled. */
export const wordsOf =
  (language: PaperLanguage): Word =>
  (key, values = {}) =>
    texts[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export const levelWords: Readonly<Record<PaperLanguage, Readonly<Record<Level, string>>>> = {
  zh: {
    achieved: '已完成',
    'on-pace': '正常',
    watch: '预警',
    behind: '滞后',
    'no-data': '无数据',
    'no-target': '未定目标',
  },
  en: {
    achieved: 'achieved',
    'on-pace': 'on pace',
    watch: 'watch',
    behind: 'behind',
    'no-data': 'no data',
    'no-target': 'no target',
  },
};
