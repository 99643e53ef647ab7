import {
  listCurves,
  listIndicatorVersions,
  listUsedIndicators,
  type IndicatorRow,
  type IndicatorSaid,
  type IndicatorVersionRow,
} from '#db/indicators.ts';
import { listAcceptedMonths } from '#db/submissions.ts';
import type { Reader } from '#db/dialect';
import { readIndicators } from '../indicators/checked.ts';
import { earliestRuleMonth } from '../rules/lifecycle.ts';
import { indicatorContent, type IndicatorContent, type IndicatorDecision, type IndicatorHistory } from './contract.ts';
import { changedFields } from './lifecycle.ts';

/** What was decided, what stands on indicators, and what may be chosen for one. */
export async function presentHistory(reader: Reader): Promise<IndicatorHistory> {
  const rows = await listIndicatorVersions(reader);
  const used = await listUsedIndicators(reader);
  return {
    decisions: rows.map(presentDecision),
    used: Object.fromEntries((await readIndicators(reader)).map(({ code }) => [code, used.has(code)])),
    curves: (await listCurves(reader)).map(({ code, nameZh, nameEn }) => ({ code, name: { zh: nameZh, en: nameEn } })),
    earliest: earliestRuleMonth(await listAcceptedMonths(reader)),
  };
}

function presentDecision(row: IndicatorVersionRow): IndicatorDecision {
  const { code, number, action, before, content, retiredFrom, reason, authoredAs, at } = row;
  const changed = before === null ? indicatorContent.keyof().options : changedFields(before, content);
  return {
    code,
    number,
    action,
    name: content.name,
    changed: [...changed],
    retiredFrom,
    reason,
    author: authoredAs.name,
    at,
  };
}

/** An indicator as an official writes it. */
export const contentOf = (row: IndicatorRow): IndicatorContent => ({
  code: row.code,
  kind: row.kind,
  name: { zh: row.nameZh, en: row.nameEn },
  short: { zh: row.shortZh, en: row.shortEn },
  unit: { zh: row.unitZh, en: row.unitEn },
  scale: row.scale,
  decimals: row.decimals,
  core: row.core,
  required: row.required,
  requiredFrom: row.requiredFrom,
  partOf: row.partOf,
  numeratorFrom: row.numeratorFrom,
  curve: row.curve,
  definition: { zh: row.definitionZh, en: row.definitionEn },
});

/** The same as a row is stored. */
export const rowOf = ({ name, short, unit, definition, ...content }: IndicatorContent): IndicatorSaid => ({
  ...content,
  nameZh: name.zh,
  nameEn: name.en,
  shortZh: short.zh,
  shortEn: short.en,
  unitZh: unit.zh,
  unitEn: unit.en,
  definitionZh: definition.zh,
  definitionEn: definition.en,
});
