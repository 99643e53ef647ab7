import type { indicators } from '#db/schema.ts';

type IndicatorRow = typeof indicators.$inferSelect;

/** The indicators that published figures and the demonstration speak of; a further one needs only its row below. */
export const indicatorCodes = ['prefab-area', 'prefab-civil', 'prefab-share', 'steel-housing', 'green-demo'] as const;
export type IndicatorCode = (typeof indicatorCodes)[number];

const area = { unitZh: '万㎡', unitEn: '10k m²', scale: 10_000, decimals: 2 } as const;
const alone = {
  partOf: null,
  numeratorFrom: null,
  curve: 'starts-2019',
  requiredFrom: null,
  retiredFrom: null,
} as const;

const started =
  '以单位工程为单位，破土刨槽、地基处理或打永久桩之日为开工日，整栋建筑面积一次计入开工当月，不拆分；不含上期已开工和停工后复工的建筑。';
const startedEn =
  'Counted by unit project: the whole building counts once, in the month in which ground is broken; buildings started earlier or resumed after a halt do not count.';
const sinceJanuary = '自1月1日起累计，标明截止日。';
const sinceJanuaryEn = 'Cumulative since 1 January, with its as-of date.';

/**
 * Kinds, units and definitions; the counting rule of starts is that of the National Bureau of Statistics. A ratio's
 * unit is that of its two parts: its share is written in % wherever it stands.
 */
export const indicatorRows: readonly IndicatorRow[] = [
  {
    ...area,
    ...alone,
    code: 'prefab-area',
    kind: 'flow',
    nameZh: '新开工装配式建筑面积',
    nameEn: 'Newly started prefabricated floor area',
    shortZh: '装配式面积',
    shortEn: 'Prefabricated area',
    core: true,
    required: true,
    definitionZh: `当年新开工的全部装配式建筑（住宅、公共、场馆、工业等）的建筑面积。${started}${sinceJanuary}`,
    definitionEn: `Floor area of all prefabricated buildings started this year: housing, public, venues, industrial. ${startedEn} ${sinceJanuaryEn}`,
    position: 1,
  },
  {
    ...area,
    ...alone,
    code: 'prefab-civil',
    kind: 'flow',
    nameZh: '新开工装配式住宅和公共建筑（不含场馆建筑）面积',
    nameEn: 'Newly started prefabricated housing and public buildings (without venues)',
    shortZh: '装配式住宅和公建',
    shortEn: 'Prefabricated housing and public',
    core: true,
    required: true,
    partOf: 'prefab-area',
    definitionZh: `新开工装配式建筑面积中的住宅和公共建筑部分，不含场馆建筑，不得大于新开工装配式建筑面积。${started}${sinceJanuary}`,
    definitionEn: `The housing and public buildings, venues excluded, within the newly started prefabricated floor area, which it cannot exceed. ${startedEn} ${sinceJanuaryEn}`,
    position: 2,
  },
  {
    ...area,
    ...alone,
    code: 'prefab-share',
    kind: 'ratio',
    nameZh: '装配式建筑占新建建筑面积比例',
    nameEn: 'Prefabricated share of newly started floor area',
    shortZh: '装配式占比',
    shortEn: 'Prefabricated share',
    core: false,
    required: false,
    numeratorFrom: 'prefab-area',
    definitionZh: `新开工装配式建筑面积与同口径全部新开工建筑面积之比；分子取自新开工装配式建筑面积。比例不相加，全省按分子之和与分母之和计算。分母含非房地产项目，与房地产开发统计的新开工面积口径不同。${sinceJanuary}`,
    definitionEn: `Newly started prefabricated floor area over all newly started floor area of the same scope; the numerator is taken from that indicator. Shares do not add up: the province is the sum of numerators over the sum of denominators. The denominator is wider than the real-estate developers' starts of the statistics bureau. ${sinceJanuaryEn}`,
    position: 3,
  },
  {
    ...area,
    ...alone,
    code: 'steel-housing',
    kind: 'stock',
    nameZh: '累计建成钢结构装配式住宅面积',
    nameEn: 'Steel prefabricated housing completed, all years',
    shortZh: '钢结构住宅',
    shortEn: 'Steel housing',
    core: false,
    required: false,
    definitionZh:
      '历年累计建成的钢结构装配式住宅（含装配式农房）建筑面积，不随年度清零，标明截止日；进度按较上年末的增量计算。',
    definitionEn:
      'Floor area of steel prefabricated housing (farm houses included) completed over all years; it does not restart in January and has an as-of date. Progress is judged on the increase over the end of last year.',
    position: 4,
  },
  {
    ...alone,
    code: 'green-demo',
    kind: 'flow',
    nameZh: '绿色建筑示范工程',
    nameEn: 'Green building demonstration projects',
    shortZh: '绿建示范',
    shortEn: 'Green demonstrations',
    unitZh: '项',
    unitEn: 'projects',
    scale: 1,
    decimals: 0,
    core: false,
    required: false,
    definitionZh: `当年列入绿色建筑示范的工程项数，每个项目计一次。${sinceJanuary}`,
    definitionEn: `Projects named as green building demonstrations this year, each counted once. ${sinceJanuaryEn}`,
    position: 5,
  },
];

/**
 * A figure as people write it (万㎡, 项) in base units, exact for what the indicator's decimals hold.
 * @throws RangeError where the indicator has fewer decimals than the amount
 */
export function inBaseUnits(code: IndicatorCode, amount: number): number {
  const row = indicatorRows.find((indicator) => indicator.code === code);
  if (row === undefined || Number(amount.toFixed(row.decimals)) !== amount) {
    throw new RangeError(`${amount} is not a figure of ${code}`);
  }
  return Math.round(amount * row.scale);
}

/** A target as people write it in base units; a share's per cent in ten-thousandths: 30 % is 3000. */
export function targetInBaseUnits(code: IndicatorCode, amount: number): number {
  return code === 'prefab-share' ? Math.round(amount * 100) : inBaseUnits(code, amount);
}
