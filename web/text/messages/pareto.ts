import type { Messages } from './messages.ts';

/** Which cities move the province. */
export const pareto = {
  zh: {
    title: '哪些市拉低全省',
    caption: '各指标低于序时（占比为低于目标）的缺口，从大到小；占比 = 该市缺口 ÷ 缺口之和，超出的市不抵减',
    city: '设区市',
    gap: '缺口',
    share: '占缺口之和',
    cumulative: '累计占',
    sum: '缺口之和',
    pace: '{{indicator}}：{{count}} 市低于序时，缺口之和',
    target: '{{indicator}}：{{count}} 市低于目标，缺口之和',
    none: '没有低于序时的市。',
  },
  en: {
    title: 'Which cities move the province',
    caption:
      'Of every indicator the gaps below the pace (of a share, below its target), the largest first; share = the city’s gap ÷ the sum of gaps, to which no city ahead is set off',
    city: 'City',
    gap: 'Gap',
    share: 'Share of the sum',
    cumulative: 'Cumulative',
    sum: 'Sum of gaps',
    pace: '{{indicator}}: {{count}} below the pace, sum of gaps',
    target: '{{indicator}}: {{count}} below the target, sum of gaps',
    none: 'No city is below the pace.',
  },
} as const satisfies Messages;
