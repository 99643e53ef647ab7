/** What is wrong with a rule that somebody wrote, or with trying it: lines of the closed list in `problem-texts.ts`. Safe in a browser. */
export const ruleProblemTexts = {
  'rule-condition': {
    status: 422,
    zh: '规则条件不完整或写法有误（{where}）：每个条件需要指标、比较方式和数值，并且只能把偏低（所需强度、所需占比、连续低于计划为偏高）的一侧判为预警或滞后。',
    en: 'A condition of the rule is not whole or not allowed ({where}): each needs a measure, a comparison and a number, and may blame only the low side (of intensity, share needed and months below plan the high one).',
  },
  'rule-month-judged': {
    status: 422,
    zh: '已有通过的数据按现行规则判定，新规则最早自 {year} 年 {month} 月起执行。',
    en: 'Accepted figures were judged by the rule in force; another one can begin in {year}-{month} at the earliest.',
  },
  'replay-too-long': {
    status: 422,
    zh: '一次最多试算 {max} 个月，请缩短期间。',
    en: 'At most {max} months can be tried at once. Choose a shorter period.',
  },
} as const;
