/** What surrounds the year-end projection as rows of a proof: the interval, the probability, and the record they stand on. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail } from '#api/standings/contract.ts';
import { formatAmount, formatPercent, formatRatio } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import type { ProofRow } from '../proof/proof-rows.ts';
import { exactly } from './exactly.ts';

interface ForecastInput extends Words {
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
}

type Row = Omit<ProofRow, 'origin'>;

/** The rows of what is forecast around the projection; none where there is no interval. */
export function forecastRows(input: ForecastInput): readonly ProofRow[] {
  const rows: readonly Row[] = [...recordRows(input), ...intervalRows(input), ...probabilityRows(input)];
  return rows.map((row) => ({ ...row, origin: null }));
}

/** The multiples that 8 in 10 earlier results lay between: which of the sorted ones they are. */
function recordRows({ detail: { forecast }, t }: ForecastInput): readonly Row[] {
  const { record } = forecast;
  if (record === null) return [];
  const { count, low, high } = record;
  const of = `(${count} + 1)`;
  return [
    {
      key: 'lowPlace',
      label: t('formula.lowPlace'),
      value: String(Math.floor((count + 1) / 10)),
      formula: `${of} × 0.1`,
      how: t('formula.lowPlaceHow', { count, multiple: multiple(low) }),
    },
    {
      key: 'highPlace',
      label: t('formula.highPlace'),
      value: String(Math.ceil((9 * (count + 1)) / 10)),
      formula: `${of} × 0.9`,
      how: t('formula.highPlaceHow', { count, multiple: multiple(high) }),
    },
  ];
}

/** With as many digits as an amount needs that is multiplied by it. */
const multiple = (ratio: number): string => formatRatio(ratio, 7);

function intervalRows({ detail, indicator, t }: ForecastInput): readonly Row[] {
  const { projection, standing, forecast } = detail;
  const { interval, record } = forecast;
  if (interval === null || record === null || projection === null) return [];
  const start = indicator.kind === 'stock' ? (standing.baseline ?? 0) : 0;
  const done = standing.actual ?? 0;
  const foreseen = exactly(projection, indicator);
  const row = (of: 'low' | 'high'): Row => {
    const ratio = record[of];
    const isDone = start + (projection - start) * ratio < done;
    const times =
      start === 0
        ? `${foreseen} × ${multiple(ratio)}`
        : `${exactly(start, indicator)} + (${foreseen} − ${exactly(start, indicator)}) × ${multiple(ratio)}`;
    return {
      key: of,
      label: t(`formula.${of}`),
      value: formatAmount(interval[of], indicator),
      formula: isDone ? formatAmount(done, indicator) : times,
      how: isDone ? t('formula.doneAlready', { reckoned: times }) : '',
    };
  };
  return [row('low'), row('high')];
}

/** (#{F·e ≥ T} + ½) ÷ (n + 1); the count follows from the probability, of which it is all that is not known. */
function probabilityRows({ detail: { forecast, standing }, indicator, t }: ForecastInput): readonly Row[] {
  const { probability, record } = forecast;
  if (probability === null || record === null) return [];
  const reaching = Math.round(probability * (record.count + 1) - 0.5);
  return [
    {
      key: 'probability',
      label: t('formula.probability', { target: formatAmount(standing.target, indicator) }),
      value: formatPercent(probability, 1),
      formula: `(${reaching} + 0.5) ÷ (${record.count} + 1)`,
      how: t('formula.probabilityHow', { count: record.count, reaching }),
    },
  ];
}
