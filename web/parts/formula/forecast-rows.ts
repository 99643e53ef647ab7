/** What surrounds the year-end projection as rows of a proof: the interval, the probability, and the record they stand on. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail } from '#api/standings/contract.ts';
import { formatAmount, formatPercent, formatRatio } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import type { ProofRow } from '../proof/proof-rows.ts';
import { exactly } from './exactly.ts';
import { reckonedRow } from './reckoned-row.ts';

interface ForecastInput extends Words {
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
}

/** The rows of what is forecast around the projection; none where there is no interval. */
export function forecastRows(input: ForecastInput): readonly ProofRow[] {
  return [...recordRows(input), ...intervalRows(input), ...probabilityRows(input)];
}

/** The multiples that 8 in 10 earlier results lay between: which of the sorted ones they are. */
function recordRows({ detail: { forecast }, t }: ForecastInput): readonly ProofRow[] {
  const { record } = forecast;
  if (record === null) return [];
  const { count, low, high } = record;
  const of = `(${count} + 1)`;
  return [
    reckonedRow(
      'lowPlace',
      t('formula.lowPlace'),
      String(Math.floor((count + 1) / 10)),
      `${of} × 0.1`,
      t('formula.lowPlaceHow', { count, multiple: multiple(low) }),
    ),
    reckonedRow(
      'highPlace',
      t('formula.highPlace'),
      String(Math.ceil((9 * (count + 1)) / 10)),
      `${of} × 0.9`,
      t('formula.highPlaceHow', { count, multiple: multiple(high) }),
    ),
  ];
}

/** With as many digits as an amount needs that is multiplied by it. */
const multiple = (ratio: number): string => formatRatio(ratio, 9);

/** A projection that a multiple is applied to, in the indicator's unit; `start` is a stock's level at the year's start, else 0. */
interface Multiplied {
  readonly projection: number;
  readonly start: number;
  readonly done: number;
  readonly ratio: number;
}

/** An end of the interval as a formula: F·e, or what is done already where that is more. */
export function endOfInterval(
  { projection, start, done, ratio }: Multiplied,
  { indicator, t }: Pick<ForecastInput, 'indicator' | 't'>,
): { readonly formula: string; readonly how: string } {
  const [foreseen, base] = [exactly(projection, indicator), exactly(start, indicator)];
  const formula =
    start === 0 ? `${foreseen} × ${multiple(ratio)}` : `${base} + (${foreseen} − ${base}) × ${multiple(ratio)}`;
  if (start + (projection - start) * ratio >= done) return { formula, how: '' };
  return { formula: formatAmount(done, indicator), how: t('formula.doneAlready', { reckoned: formula }) };
}

function intervalRows({ detail, indicator, t }: ForecastInput): readonly ProofRow[] {
  const { projection, standing, forecast } = detail;
  const { interval, record } = forecast;
  if (interval === null || record === null || projection === null) return [];
  const start = indicator.kind === 'stock' ? (standing.baseline ?? 0) : 0;
  return (['low', 'high'] as const).map((of) => {
    const end = { projection, start, done: standing.actual ?? 0, ratio: record[of] };
    const { formula, how } = endOfInterval(end, { indicator, t });
    return reckonedRow(of, t(`formula.${of}`), formatAmount(interval[of], indicator), formula, how);
  });
}

/** (#{F·e ≥ T} + ½) ÷ (n + 1). */
function probabilityRows({ detail: { forecast, standing }, indicator, t }: ForecastInput): readonly ProofRow[] {
  const { probability, reaching, record } = forecast;
  if (probability === null || reaching === null || record === null) return [];
  return [
    reckonedRow(
      'probability',
      t('formula.probability', { target: formatAmount(standing.target, indicator) }),
      formatPercent(probability, 1),
      `(${reaching} + 0.5) ÷ (${record.count} + 1)`,
      t('formula.probabilityHow', { count: record.count, reaching }),
    ),
  ];
}
