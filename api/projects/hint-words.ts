/** The sentences of hints, in both languages. Pure; safe in a browser. */
import type { Language } from '../http/problem.ts';
import type { ProjectHint } from './contract.ts';

const sentences: Readonly<Record<ProjectHint['code'], Readonly<Record<Language, string>>>> = {
  'no-permit': { zh: '{day} 已开工，但没有领证日期。', en: 'It started on {day}, and there is no day of its permit.' },
  'start-before-permit': {
    zh: '开工（{day}）早于施工许可（{permit}）。',
    en: 'It started on {day}, before its permit of {permit}.',
  },
  'permit-another-year': {
    zh: '施工许可（{permit}）与开工（{day}）不在同一年；计入开工当年。',
    en: 'Its permit ({permit}) is of another year than its start ({day}); it counts in the year of the start.',
  },
  'days-out-of-order': { zh: '各阶段日期先后颠倒。', en: 'Its days are out of order.' },
  'year-end-batch': {
    zh: '{day} 一天有 {count} 个项目同时开工。',
    en: '{count} projects started on one day, {day}.',
  },
  'start-overdue': { zh: '计划 {day} 开工，尚未开工。', en: 'It was to start on {day} and has not.' },
  'prefabricated-above-total': {
    zh: '装配式建筑面积（{area} ㎡）大于总建筑面积（{total} ㎡）。',
    en: 'Its prefabricated area ({area} m²) is above its total area ({total} m²).',
  },
  'above-ground-above-total': {
    zh: '地上建筑面积（{area} ㎡）大于总建筑面积（{total} ㎡）。',
    en: 'Its area above ground ({area} m²) is above its total area ({total} m²).',
  },
  'decorated-above-total': {
    zh: '住宅全装修面积（{area} ㎡）大于总建筑面积（{total} ㎡）。',
    en: 'Its fully decorated area ({area} m²) is above its total area ({total} m²).',
  },
  'rate-below-standard': {
    zh: '装配率 {rate}%，低于 GB/T 51129-2017 第 3.0.3 条认定装配式建筑的 {threshold}%。',
    en: 'An assembly rate of {rate}% is below the {threshold}% of GB/T 51129-2017, article 3.0.3.',
  },
  'rate-without-standard': {
    zh: '装配率 {rate}%，没有写明按哪个标准评价。',
    en: 'An assembly rate of {rate}%, by a standard that is not named.',
  },
  'area-unknown': {
    zh: '已开工，但装配式建筑面积不明，未计入合计。',
    en: 'It started, and its prefabricated area is not known: it adds nothing to the sum.',
  },
};

/** A hint as a sentence with its numbers. */
export function hintSentence({ code, values }: ProjectHint, language: Language): string {
  return sentences[code][language].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''));
}
