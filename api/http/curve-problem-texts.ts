/** What is wrong with a pace curve or a node plan: lines of the closed list in `problem-texts.ts`. Safe in a browser. */
export const curveProblemTexts = {
  'curve-shape': {
    status: 422,
    zh: '十二个月末的累计比例须在 0 至 100% 之间、逐月不减，12 月末为 100%。',
    en: 'The twelve shares lie between 0 and 100 %, never fall from one month to the next, and December is 100 %.',
  },
  'curve-code-taken': {
    status: 422,
    zh: '“{text}”是系统自带的曲线，不能改写，请另取代码。',
    en: '“{text}” came with the program and is not rewritten: choose another code.',
  },
  'curve-month-judged': {
    status: 422,
    zh: '已有通过的数据按现行曲线判定，新的曲线最早自 {year} 年 {month} 月起执行。',
    en: 'Accepted figures were judged by the curve in force; another one can begin in {year}-{month} at the earliest.',
  },
  'curve-judged-already': {
    status: 409,
    zh: '自 {year} 年 {month} 月起已有通过的数据按此判定，不能撤销；可另行启用新的曲线或版本。',
    en: 'From {year}-{month} on accepted figures were judged by it: it cannot be withdrawn, only followed by another one.',
  },
  'node-plan-year-over': {
    status: 409,
    zh: '{year} 年各月均已按现行曲线判定，节点计划不能再生效。',
    en: 'Every month of {year} was judged already: no node plan can begin.',
  },
} as const;
