/** The ledger of annual targets: the province's own, every city's, and one adjustment in the middle of a year. */
import type { targetChanges } from '#db/schema.ts';
import { originOf, publishedFigures, publishedTarget, sourceOf, type PublishedFigure } from '../published/figures.ts';
import { indicatorCodes, targetInBaseUnits, type IndicatorCode } from '../reference/indicators.ts';
import { cityCodes, province } from '../reference/regions.ts';
import { authorshipOf } from './accounts.ts';
import { cities, type CityYear, type Plan } from './cities.ts';
import { instantOf } from './time.ts';

const official = authorshipOf('official');

type TargetRow = typeof targetChanges.$inferSelect;

const planOf: Readonly<Record<IndicatorCode, (year: CityYear) => Plan>> = {
  'prefab-area': ({ area }) => area,
  'prefab-civil': ({ civil }) => civil,
  'prefab-share': ({ share }) => share,
  'steel-housing': ({ steel }) => steel,
  'green-demo': ({ green }) => green,
};

/** Every line of the ledger, of 2018 to 2020. */
export function targetRows(): readonly TargetRow[] {
  const own = publishedFigures
    .filter(({ kind, region }) => kind === 'target' && region === province)
    .map((figure) => publishedRow(figure, 2020));
  const given = cities.flatMap(({ region, years }) =>
    years.flatMap((plan) => indicatorCodes.map((indicator) => firstTarget(region, indicator, plan))),
  );
  return [...own, ...given, ...adjustments];
}

function firstTarget(region: string, indicator: IndicatorCode, plan: CityYear): TargetRow {
  const { year } = plan;
  const [target] = planOf[indicator](plan);
  if (target !== null) {
    return {
      ...lineOf(region, indicator, year, 1, target),
      documentNumber: `演示文号〔${year}〕1号`,
      reason: '年度目标分解下达（演示虚构）',
      origin: 'invented',
      source: null,
    };
  }
  const figure = publishedTarget(region, indicator, year);
  if (figure === undefined) throw new Error(`No target for ${region}, ${indicator}, ${year}`);
  return publishedRow(figure, year);
}

function publishedRow(figure: PublishedFigure, year: number): TargetRow {
  const { region, indicator, amount, documentNumber, derived, note } = figure;
  return {
    ...lineOf(region, indicator, year, 1, amount),
    documentNumber: documentNumber ?? '文号未公布',
    reason: derived === undefined ? note.zh : `${note.zh}:${derived}`,
    origin: originOf(figure),
    source: sourceOf(figure),
  };
}

function lineOf(region: string, indicator: IndicatorCode, year: number, sequence: number, amount: number) {
  return {
    id: `${year}-${region}-${indicator}-${sequence}`,
    region,
    indicator,
    year,
    sequence,
    amount: targetInBaseUnits(indicator, amount),
    effectiveMonth: 1,
    author: official.id,
    authoredAs: official.as,
    decidedAt: instantOf(`${year}-01-20`, 10, 0),
  };
}

const raised = (indicator: IndicatorCode, amount: number): TargetRow => ({
  ...lineOf(cityCodes.taizhou, indicator, 2020, 2, amount),
  effectiveMonth: 7,
  documentNumber: '演示文号〔2020〕18号',
  reason: '上半年新增两个集中开工片区，市政府申请调增年度目标（演示虚构）',
  decidedAt: instantOf('2020-06-29', 15, 30),
  origin: 'invented',
  source: null,
});

/** Taizhou's targets were raised from July 2020 on; its first half stays judged by the first ones. */
const adjustments: readonly TargetRow[] = [raised('prefab-area', 760), raised('prefab-civil', 450)];
