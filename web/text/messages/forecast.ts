import type { Messages } from './messages.ts';

/** Where the year will end: the point, how certain it is, by which record, and why something is missing. */
export const forecast = {
  zh: {
    title: '年底预测 · {{indicator}}',
    point: '按最近至多六个已通过月份的进度、扣除季节因素，全年约 {{amount}}。',
    interval: '八成可能在 {{low}} 至 {{high}} 之间。',
    probability: '达到年度目标 {{target}} 的概率约 {{percent}}。',
    reached: '年度目标已达到。',
    record:
      '检验记录：在{{month}}末用同一方法推算{{years}}年各地的年底值，n = {{count}}，八成结果为推算值的 {{low}} 至 {{high}} 倍。',
    season: '季节取{{years}}年各地已完成年度的合并进度。',
    seasonCurve: '尚无已完成的年度，季节取判定所用的序时曲线。',
    absence: {
      ratio: '占比的分子与分母同时增长，不作年底推算。',
      'start-unknown': '上年末存量未知，不作推算。',
      'too-few-months': '已通过的月份不足3个，暂不推算。',
      'nothing-expected': '按季节，最近几个月没有应完成量，无法推算。',
      'year-over': '全年数据已齐，不再给出区间和概率。',
      'before-end-of-june': '6月末以前不给出区间和概率：年初的异常会使区间失准。',
      'too-few-years': '可供检验的已完成年度（一地一年计一例）不足9例，不给出区间和概率。',
      'nothing-foreseen': '推算的全年增量为零，或历年同期有一成以上如此，无法按倍数给出区间和概率。',
    },
  },
  en: {
    title: 'Year-end forecast · {{indicator}}',
    point: 'At the pace of the latest accepted months, six at most, season taken out, the year ends near {{amount}}.',
    interval: '8 in 10 chances that it ends between {{low}} and {{high}}.',
    probability: 'Probability of reaching the annual target of {{target}}: about {{percent}}.',
    reached: 'The annual target is reached.',
    record:
      'The record: at the end of {{month}}, n = {{count}} (all regions, {{years}}), 8 in 10 results lay between {{low}} and {{high}} of such a forecast.',
    season: 'The season is that of all completed years together ({{years}}).',
    seasonCurve: 'No year is completed yet: the season is that of the curve by which the city is judged.',
    absence: {
      ratio: 'Both parts of a share grow together: its year end is not forecast.',
      'start-unknown': 'The level at the end of last year is unknown: no forecast.',
      'too-few-months': 'Fewer than 3 months are accepted: no forecast yet.',
      'nothing-expected': 'The season expects nothing in the latest months: no forecast.',
      'year-over': 'The year is complete: no interval and no probability any more.',
      'before-end-of-june':
        'No interval and no probability before the end of June: an unusual start of the year would make them wrong.',
      'too-few-years':
        'No interval and no probability: fewer than 9 completed years (one a region and year) to try the method on.',
      'nothing-foreseen':
        'No interval and no probability: no increase is foreseen, or was not in more than one in ten earlier years, and nothing cannot be multiplied.',
    },
  },
} as const satisfies Messages;
