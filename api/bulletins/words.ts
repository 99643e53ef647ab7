/** The usual wording of bulletins and of the statements that correct them; `[…]` is the mark of a field, `{…}` is filled here. Pure. */
const zh = {
  office: '{province}住房和城乡建设厅',
  document: '{office}文件',
  issueNumber: '第{number}期',
  title: '关于[year]年[month]月全省建筑工业化工作进展情况的通报',
  addressee: '各设区市住房和城乡建设局：',
  opening:
    '现将截至[asOf]全省建筑工业化工作进展情况通报如下。数据以[frozenAt]前报送并审核通过的为准，进度状态依据“[rule]”判定。',
  overall: '总体进展',
  province:
    '截至[asOf]，全省{name}累计完成[{key}/actual]{unit}，完成率[{key}/completion]，同比[{key}/yearOnYear]，完成率比上月[{key}/change]，序时应达[{key}/pace]。',
  levels:
    '从各市整体进度看，已完成[count/achieved]个：[names/achieved]；正常[count/on-pace]个：[names/on-pace]；预警[count/watch]个：[names/watch]；滞后[count/behind]个：[names/behind]。',
  byCity: '各市进展',
  city: '[{region}/name]。整体进度[{region}/level]。',
  cityIndicator:
    '{by}{name}累计完成[{key}/actual]{unit}，完成率[{key}/completion]，同比[{key}/yearOnYear]，完成率比上月[{key}/change]，居全省[{key}/place]。',
  byDay: '截至[asOf]，',
  extremes: '进展较快和较慢的地区',
  extreme: '{name}完成率居前的是[fastest/{code}]，居后的是[slowest/{code}]。',
  reporting: '数据报送情况',
  coverage: '本月应报送[expected]个市，已报送并审核通过[accepted]个。未报送：[missing]。逾期报送：[late]。',
  causes: '原因和措施（据各市报送）',
  cause: '[{region}/name]（[{region}/explainedMonth]月）。原因：[{region}/cause]措施：[{region}/remedies]',
  noCauses: '各市未报送原因和措施。',
  demands: '有关要求',
  demand:
    '各地要对照年度目标逐项查找差距，压实责任，加快项目落地。进度滞后的地区要倒排计划，认真落实所报措施。各市收到本通报后请及时签收。',
  tableCaption: '附表{number}  {name}（{unit}）',
  picture: '附图{number}  {caption}',
  completionPicture: '各市{name}完成率',
  coursePicture: '全省{name}逐月累计（{unit}）',
  pace: '序时应达',
  monthShort: '{month}月',
  invented: '本通报含演示用的虚构数据。',
  region: '地区',
  target: '年度目标',
  actual: '累计完成',
  completion: '完成率',
  yearOnYear: '同比',
  place: '位次',
  level: '状态',
  gap: '与序时相差（百分点）',
  placeValue: '第{place}位',
  none: '无',
  join: '、',
  lateBy: '{city}（迟{days}天）',
  day: '{year}年{month}月{day}日',
  issuedLater: '（印发日期）',
  message: '【{city}】截至{asOf}，{each}整体进度{level}。',
  messageEach: '{name}{actual}{unit}，完成率{completion}，同比{yearOnYear}；',
  // The statement that corrects.
  correctionTitle: '关于[year]年[month]月全省建筑工业化工作进展情况通报的更正说明',
  correctionOpening:
    '我厅《关于[year]年[month]月全省建筑工业化工作进展情况的通报》（[documentNumber]，第[issueNumber]期）印发后，所依据的数据或目标有更正。现将受影响的内容更正如下，其余内容不变。',
  correctedSentences: '更正的文字',
  correctedSentence: '{where}。原文：[before/{key}]更正为：[after/{key}]',
  correctedValues: '更正的数据、状态和位次',
  correctedValuesText: '更正的数据、状态和位次共[changes]处，见附表。',
  correctedTable: '附表  更正的数据、状态和位次',
  what: '项目',
  before: '原',
  after: '更正为',
} as const;

const en: Readonly<Record<keyof typeof zh, string>> = {
  office: 'Department of Housing and Urban-Rural Development of {province}',
  document: '{office}',
  issueNumber: 'No. {number}',
  title: 'Bulletin on construction industrialization in [month]/[year]',
  addressee: 'To the housing and urban-rural construction bureaus of all cities:',
  opening:
    'This is how construction industrialization stood at the end of [asOf]. The figures are those accepted by [frozenAt]; levels are judged by the rule “[rule]”.',
  overall: 'The province',
  province:
    'By [asOf], {name} of the province came to [{key}/actual] {unit}, a completion of [{key}/completion]; against a year before [{key}/yearOnYear], the completion against the month before [{key}/change]; the pace asked for [{key}/pace].',
  levels:
    'Of the cities [count/achieved] have achieved their targets: [names/achieved]; [count/on-pace] are on pace: [names/on-pace]; [count/watch] on watch: [names/watch]; [count/behind] behind: [names/behind].',
  byCity: 'The cities',
  city: '[{region}/name]. Overall [{region}/level]. ',
  cityIndicator:
    '{by}{name} came to [{key}/actual] {unit}, a completion of [{key}/completion]; against a year before [{key}/yearOnYear], the completion against the month before [{key}/change], [{key}/place] of the province. ',
  byDay: 'By [asOf], ',
  extremes: 'The fastest and the slowest',
  extreme: '{name}: first by completion are [fastest/{code}], last are [slowest/{code}].',
  reporting: 'Reporting',
  coverage:
    'Of [expected] cities [accepted] reported the month and were accepted. Not reported: [missing]. Late: [late].',
  causes: 'Causes and remedies, as the bureaus wrote them',
  cause: '[{region}/name] (month [{region}/explainedMonth]). Cause: [{region}/cause] Remedies: [{region}/remedies]',
  noCauses: 'No bureau explained itself.',
  demands: 'What is asked for',
  demand:
    'Every city checks itself against its annual targets and speeds its projects up. Cities that are behind schedule their plans backwards and carry out the remedies that they reported. Please sign for this bulletin.',
  tableCaption: 'Table {number}  {name} ({unit})',
  picture: 'Figure {number}  {caption}',
  completionPicture: 'Completion by city: {name}',
  coursePicture: 'The province month by month: {name} ({unit})',
  pace: 'Pace',
  monthShort: '{month}',
  invented: 'This bulletin holds invented figures of a demonstration.',
  region: 'Region',
  target: 'Target',
  actual: 'Done',
  completion: 'Completion',
  yearOnYear: 'Year on year',
  place: 'Place',
  level: 'Level',
  gap: 'Against pace (points)',
  placeValue: 'place {place}',
  none: 'none',
  join: ', ',
  lateBy: '{city} ({days} days)',
  day: '{year}-{month}-{day}',
  issuedLater: '(day of issue)',
  message: '[{city}] By {asOf}: {each}overall {level}.',
  messageEach: '{name} {actual} {unit}, completion {completion}, year on year {yearOnYear}; ',
  correctionTitle: 'Correction of the bulletin on construction industrialization in [month]/[year]',
  correctionOpening:
    'After our bulletin on construction industrialization in [month]/[year] ([documentNumber], No. [issueNumber]) was issued, figures or targets that it rests on were corrected. What that changes is listed here; all else stays.',
  correctedSentences: 'Sentences',
  correctedSentence: '{where}. As issued: [before/{key}] Corrected: [after/{key}]',
  correctedValues: 'Numbers, levels and places',
  correctedValuesText: '[changes] numbers, levels and places are corrected; see the table.',
  correctedTable: 'Table  Corrected numbers, levels and places',
  what: 'What',
  before: 'As issued',
  after: 'Corrected',
};

const texts = { zh, en };

export type Word = (key: keyof typeof zh, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a language with their places filled; marks of fields stay. */
export const wordsOf =
  (language: keyof typeof texts): Word =>
  (key, values = {}) =>
    texts[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
