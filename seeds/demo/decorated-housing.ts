/**
 * Fully decorated housing (住宅全装修), which the meeting of 15 October 2020 named (item 3.5 of its requirements): an official
 * of the demonstration's department adds it on the day after, as any office adds an indicator. No target and no official
 * definition was published, so that it has none here and what it counts is invented and says so.
 */
import type { indicators, indicatorVersions } from '#db/schema.ts';
import { authorshipOf } from './accounts.ts';
import { instantOf } from './time.ts';

const content = {
  code: 'decorated-housing',
  kind: 'flow',
  name: { zh: '新开工住宅全装修面积', en: 'Newly started fully decorated housing' },
  short: { zh: '住宅全装修', en: 'Fully decorated housing' },
  unit: { zh: '万㎡', en: '10k m²' },
  scale: 10_000,
  decimals: 2,
  core: false,
  required: false,
  requiredFrom: null,
  partOf: null,
  numeratorFrom: null,
  curve: 'starts-2019',
  definition: {
    zh: '当年新开工住宅中按全装修设计和交付的建筑面积。自1月1日起累计，标明截止日。2020年10月15日会议要求推进住宅全装修，未公布年度目标和统计定义；此口径为演示用的虚构内容。',
    en: 'Floor area of the housing started this year that is designed and handed over fully decorated. Cumulative since 1 January, with its as-of date. The meeting of 15 October 2020 asked for it; neither a target nor a definition was published, and this definition is invented for the demonstration.',
  },
} as const;

/** The decision of the department, which the history of indicators shows. */
export function decoratedHousingDecision(): typeof indicatorVersions.$inferSelect {
  const official = authorshipOf('official');
  return {
    code: content.code,
    number: 1,
    action: 'add',
    before: null,
    content,
    retiredFrom: null,
    reason: '按10月15日会议要求推进住宅全装修，先行统计；会议未公布目标。（演示）',
    author: official.id,
    authoredAs: official.as,
    at: instantOf('2020-10-16', 9, 30),
  };
}

const { name, short, unit, definition, ...others } = content;

/** The indicator, after those that the program came with. */
export const decoratedHousing = {
  ...others,
  nameZh: name.zh,
  nameEn: name.en,
  shortZh: short.zh,
  shortEn: short.en,
  unitZh: unit.zh,
  unitEn: unit.en,
  definitionZh: definition.zh,
  definitionEn: definition.en,
  retiredFrom: null,
  position: 6,
} as const satisfies typeof indicators.$inferSelect;
