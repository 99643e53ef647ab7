/** What is wrong with an indicator that somebody wrote: lines of the closed list in `problem-texts.ts`. Safe in a browser. */
export const indicatorProblemTexts = {
  'indicator-code': {
    status: 422,
    zh: '代码须以小写字母开头，由 2 至 40 个小写字母、数字或连字符组成，例如 full-decoration。',
    en: 'A code begins with a small letter and has 2 to 40 small letters, digits or hyphens, such as full-decoration.',
  },
  'indicator-code-taken': {
    status: 422,
    zh: '已有代码为“{text}”的指标，请另取一个。',
    en: 'There is an indicator “{text}” already. Choose another code.',
  },
  'indicator-name-taken': {
    status: 422,
    zh: '已有指标叫“{text}”。填报文件按名称识别指标，请换一个名称。',
    en: 'Another indicator is called “{text}”. Files tell indicators by their names: choose another one.',
  },
  'indicator-scale': {
    status: 422,
    zh: '换算倍数须为 1、10、100 … 1000000 之一：万㎡ 填 10000（按 ㎡ 存储），项、套填 1。',
    en: 'The scale is 1, 10, 100 … 1000000: 10000 for 10k m² (kept in m²), 1 for pieces.',
  },
  'indicator-decimals': {
    status: 422,
    zh: '小数位数须在 0 至 {max} 之间：更细的数按此换算倍数无法存储。',
    en: 'Decimals are 0 to {max}: finer figures cannot be kept with this scale.',
  },
  'indicator-part-of': {
    status: 422,
    zh: '“属于”须是另一个在用的同类指标，比率类不能属于别的指标。',
    en: '“Part of” names another indicator in use and of the same kind; a ratio is part of none.',
  },
  'indicator-numerator': {
    status: 422,
    zh: '只有比率类的分子可取自别的指标；该指标须在用、为累计类，且单位、换算倍数和小数位数与本指标相同。',
    en: 'Only a ratio takes its numerator from another indicator, which is in use, a cumulative one, and of the same unit, scale and decimals.',
  },
  'no-such-curve': {
    status: 422,
    zh: '没有“{text}”这条进度曲线，请从列表中选择。',
    en: 'There is no curve “{text}”. Choose one of the list.',
  },
  'indicator-month-judged': {
    status: 422,
    zh: '此前已有月份通过审核，最早只能自 {year} 年 {month} 月起。',
    en: 'Months before were accepted as they are; this can begin in {year}-{month} at the earliest.',
  },
  'indicator-in-use': {
    status: 422,
    zh: '已有数据或目标以本指标为准，只能改名称、简称、口径和必报月份。口径有变时，请停用本指标并另增一个。',
    en: 'Figures or targets stand on this indicator: only its names, its definition and when it is required can change. For another meaning, retire it and add a new one.',
  },
  'indicator-unchanged': {
    status: 422,
    zh: '没有任何改动。',
    en: 'Nothing is different from before.',
  },
  'indicator-not-withdrawable': {
    status: 409,
    zh: '“{indicator}”已有数据、目标或其他指标以其为准，或为系统自带，不能撤销；可自某月起停用。',
    en: 'Figures, targets or other indicators stand on “{indicator}”, or it came with the program: it cannot be withdrawn, only retired from a month on.',
  },
  'indicator-needed': {
    status: 409,
    zh: '“{dependents}”以“{indicator}”为准。请先停用前者。',
    en: '“{dependents}” stands on “{indicator}”. Retire that first.',
  },
  'indicator-retired': {
    status: 409,
    zh: '“{indicator}”已定自 {from} 起停用。',
    en: '“{indicator}” is retired from {from} on already.',
  },
} as const;
