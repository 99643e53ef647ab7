import { presets, type PresetName } from '#api/measures/rule.ts';
import type { rules } from '#db/schema.ts';

/** What a preset is called, and whose practice it is. */
export interface RuleTitle {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly source: string;
  readonly sourceEn: string;
}

/** The names of the presets in measures/rule.ts. A preset judges nobody until it is stored as a rule with a month. */
export const presetTitles: Readonly<Record<PresetName, RuleTitle>> = {
  'three-measures': {
    nameZh: '三项并看',
    nameEn: 'Three measures',
    source: '本系统默认规则；浙江省未公布官方阈值',
    sourceEn: 'the default of this system; no official Zhejiang threshold is published',
  },
  points: { nameZh: '百分点差', nameEn: 'Points below pace', source: '银川 2025', sourceEn: 'Yinchuan 2025' },
  ratio: { nameZh: '进度比', nameEn: 'Ratio to pace', source: '武汉', sourceEn: 'Wuhan' },
  consecutive: { nameZh: '连续未达', nameEn: 'Consecutive misses', source: '三亚 2022', sourceEn: 'Sanya 2022' },
  average: { nameZh: '同比与均值', nameEn: 'Growth and average', source: '天津 2022', sourceEn: 'Tianjin 2022' },
};

/**
 * The only rule in force at first; presets that are not in force stay code. It begins with 2017 because every month
 * with a figure needs a rule, and the record begins with the levels at the end of that year.
 */
export const firstRule: Omit<typeof rules.$inferSelect, 'createdAt'> = {
  ...presetTitles['three-measures'],
  id: 'three-measures',
  version: 1,
  conditions: presets['three-measures'],
  reason: null,
  author: null,
  authoredAs: { name: 'xushi', title: { zh: '序时', en: 'Xushi' } },
  effectiveYear: 2017,
  effectiveMonth: 1,
};
