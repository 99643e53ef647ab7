import { presets } from '#api/measures/rule.ts';
import { presetTitles } from '#api/rules/lifecycle.ts';
import type { rules } from '#db/schema.ts';

const { name, source } = presetTitles['three-measures'];

/**
 * The only rule in force at first; presets that are not in force stay code. It begins with 2017 because every month
 * with a figure needs a rule, and the record begins with the levels at the end of that year.
 */
export const firstRule: Omit<typeof rules.$inferSelect, 'createdAt'> = {
  nameZh: name.zh,
  nameEn: name.en,
  source: source.zh,
  sourceEn: source.en,
  id: 'three-measures',
  version: 1,
  conditions: presets['three-measures'],
  reason: null,
  author: null,
  authoredAs: { name: 'xushi', title: { zh: '序时', en: 'Xushi' } },
  effectiveYear: 2017,
  effectiveMonth: 1,
};
