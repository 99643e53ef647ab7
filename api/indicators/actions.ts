import type { IndicatorRow } from '#db/indicators.ts';
import { readIndicators } from './checked.ts';
import type { Context } from '../http/context.ts';
import type { Indicator } from './contract.ts';

/** The indicators with what is needed to compute with them. */
export async function listIndicators(context: Context): Promise<Indicator[]> {
  return (await readIndicators(context.database.reader)).map(presentIndicator);
}

/** An indicator as a reply carries it. */
export function presentIndicator(row: IndicatorRow): Indicator {
  return {
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
    retiredFrom: row.retiredFrom,
    partOf: row.partOf,
    numeratorFrom: row.numeratorFrom,
    curve: {
      code: row.pace.code,
      name: { zh: row.pace.nameZh, en: row.pace.nameEn },
      points: [...row.pace.points],
      source: { zh: row.pace.source, en: row.pace.sourceEn ?? row.pace.source },
    },
    definition: { zh: row.definitionZh, en: row.definitionEn },
  };
}
