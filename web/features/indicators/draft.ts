/** An indicator as it is being typed: texts, and what they are sent as. Pure. */
import type { IndicatorIn } from '#api/indicator-changes/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { kinds } from '#api/measures/vocabulary.ts';
import { isRecord } from '../../ui/is-record.ts';

/** Every field as a text; an empty one of a choice is none. */
export type IndicatorDraft = Readonly<Record<(typeof draftFields)[number], string>>;

const draftFields = [
  'code',
  'kind',
  'nameZh',
  'nameEn',
  'shortZh',
  'shortEn',
  'unitZh',
  'unitEn',
  'scale',
  'decimals',
  'core',
  'requiredFrom',
  'partOf',
  'numeratorFrom',
  'curve',
  'definitionZh',
  'definitionEn',
  'reason',
] as const;

/** Required of every month there ever was, as the program's own. */
export const always = 'always';

export const emptyDraft: IndicatorDraft = {
  code: '',
  kind: 'flow',
  nameZh: '',
  nameEn: '',
  shortZh: '',
  shortEn: '',
  unitZh: '万㎡',
  unitEn: '10k m²',
  scale: '10000',
  decimals: '2',
  core: '',
  requiredFrom: '',
  partOf: '',
  numeratorFrom: '',
  curve: 'starts-2019',
  definitionZh: '',
  definitionEn: '',
  reason: '',
};

/** An indicator to be changed. */
export const draftOf = (indicator: Indicator): IndicatorDraft => ({
  code: indicator.code,
  kind: indicator.kind,
  nameZh: indicator.name.zh,
  nameEn: indicator.name.en,
  shortZh: indicator.short.zh,
  shortEn: indicator.short.en,
  unitZh: indicator.unit.zh,
  unitEn: indicator.unit.en,
  scale: String(indicator.scale),
  decimals: String(indicator.decimals),
  core: indicator.core ? 'core' : '',
  requiredFrom: indicator.required ? (indicator.requiredFrom ?? always) : '',
  partOf: indicator.partOf ?? '',
  numeratorFrom: indicator.numeratorFrom ?? '',
  curve: indicator.curve.code,
  definitionZh: indicator.definition.zh,
  definitionEn: indicator.definition.en,
  reason: '',
});

const whole = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : -1);

/** What is sent; a number that cannot be read is sent as one that is refused with a sentence. */
export function indicatorOf(draft: IndicatorDraft): IndicatorIn {
  const { code, core, requiredFrom, partOf, numeratorFrom, curve, reason } = draft;
  return {
    code,
    kind: kinds.find((kind) => kind === draft.kind) ?? 'flow',
    name: { zh: draft.nameZh, en: draft.nameEn },
    short: { zh: draft.shortZh, en: draft.shortEn },
    unit: { zh: draft.unitZh, en: draft.unitEn },
    scale: whole(draft.scale),
    decimals: whole(draft.decimals),
    core: core !== '',
    required: requiredFrom !== '',
    requiredFrom: requiredFrom === '' || requiredFrom === always ? null : requiredFrom,
    partOf: partOf === '' ? null : partOf,
    numeratorFrom: numeratorFrom === '' ? null : numeratorFrom,
    curve,
    definition: { zh: draft.definitionZh, en: draft.definitionEn },
    reason,
  };
}

/** What this tab kept, perhaps of an older program; null where it is no such thing. */
export function keptDraft(text: string): IndicatorDraft | null {
  try {
    const kept: unknown = text === '' ? null : JSON.parse(text);
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

const isDraft = (value: unknown): value is IndicatorDraft =>
  isRecord(value) && draftFields.every((field) => typeof value[field] === 'string');

/** The field that a problem's pointer is of: `/name/zh` is `nameZh`. */
export function fieldAt(pointer: string): string {
  const [, field = '', language = ''] = pointer.split('/');
  return language === '' ? field : `${field}${language === 'zh' ? 'Zh' : 'En'}`;
}
