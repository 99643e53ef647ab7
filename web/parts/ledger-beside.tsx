import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sumProjects, type LedgerMonth } from '#api/projects/contract.ts';
import { differenceOf } from '#api/projects/lifecycle.ts';
import { query } from '../api/queries.ts';
import { useIndicators } from '../api/reference.ts';
import { formatAmount, formatGap, formatMonth } from '../text/format.ts';
import type { Text } from '../text/messages/catalogue.ts';
import { useText } from '../text/messages/use-text.ts';
import { cardLabels } from '../ui/card-labels.ts';
import tables from '../ui/data-table.module.css';
import { FormulaSheet, SheetNumber } from './formula/formula-sheet.tsx';
import type { FormulaRoute } from './formula/use-formula.ts';
import { ledgerKey, ledgerRows } from './ledger-rows.ts';

interface LedgerBesideProps {
  /** The page that shows the formulas of these numbers. */
  readonly from: FormulaRoute;
  readonly region: string;
  readonly year: number;
  /** One month; all that have begun where it is null. */
  readonly month: number | null;
  /** The cumulatives that stand in the place of the accepted ones, by indicator and in its unit: those under review. */
  readonly reported?: ReadonlyMap<string, number>;
}

/** What the projects of the ledger add up to beside what a city reported, with the difference. */
export function LedgerBeside({ region, year, month, reported, from }: LedgerBesideProps) {
  const { t } = useText();
  const { data } = useQuery(query(sumProjects, { query: { year, region } }));
  if (data === undefined) return null;
  const months = data.months.filter((one) => month === null || one.month === month);
  const isEntered = months.some(({ cumulative }) => cumulative.amount !== null);
  return (
    <section>
      {isEntered ? (
        <WithFormulas from={from} months={data.months} month={month} reported={reported}>
          <SumTable year={year} months={months} reported={reported} />
        </WithFormulas>
      ) : (
        <p>{t('ledgerSums.none', { title: t('ledgerSums.title') })}</p>
      )}
      {month !== null && (
        <p className="screen-only">
          <Link to="/projects" search={{ region, year }}>
            {t('ledgerSums.open')}
          </Link>
        </p>
      )}
    </section>
  );
}

interface WithFormulasProps {
  readonly from: FormulaRoute;
  /** All of the year: a sum since January is made of them. */
  readonly months: readonly LedgerMonth[];
  readonly month: number | null;
  readonly reported: LedgerBesideProps['reported'];
  readonly children: ReactNode;
}

function WithFormulas({ from, months, month, reported, children }: WithFormulasProps) {
  const { t, language } = useText();
  const indicators = useIndicators();
  const rows = () => ledgerRows(months, { indicators, month, reported, t, language });
  return (
    <FormulaSheet from={from} name="ledger" title={t('ledgerSums.title')} rows={rows}>
      {children}
    </FormulaSheet>
  );
}

interface SumTableProps {
  readonly year: number;
  readonly months: readonly LedgerMonth[];
  readonly reported: LedgerBesideProps['reported'];
}

function SumTable({ year, months, reported }: SumTableProps) {
  const { t } = useText();
  const indicators = useIndicators();
  const placesOf = (code: string): Places =>
    exactly(
      months.filter(({ indicator }) => indicator === code),
      indicators.get(code)?.decimals ?? 0,
    );
  const columns = ['month', 'started', 'ledger', 'reported', 'difference'] as const;
  return (
    <table ref={cardLabels} className={tables.table}>
      <caption>{t('ledgerSums.caption', { title: t('ledgerSums.title') })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ledgerSums.indicator')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`ledgerSums.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((one) => (
          <SumRow
            key={`${one.indicator} ${one.month}`}
            year={year}
            sums={one}
            places={placesOf(one.indicator)}
            reported={reported?.get(one.indicator)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface SumRowProps {
  readonly year: number;
  readonly sums: LedgerMonth;
  readonly places: Places;
  readonly reported: number | undefined;
}

function SumRow({ year, sums, places, reported }: SumRowProps) {
  const { t, language } = useText();
  const indicator = useIndicators().get(sums.indicator);
  if (indicator === undefined) return null;
  const { started, cumulative, month } = sums;
  const shown = reported ?? sums.reported.cumulative;
  return (
    <tr>
      <th scope="row">
        {indicator.short[language]} <span className={tables.muted}>{indicator.unit[language]}</span>
      </th>
      <td>{formatMonth(year, month, language)}</td>
      <td>
        <SheetNumber of={ledgerKey(sums, 'started')}>{formatAmount(started.amount, places)}</SheetNumber>{' '}
        <span className={tables.muted}>{projectsText(started.projects, t)}</span>
      </td>
      <td>
        <SheetNumber of={ledgerKey(sums, 'ledger')}>{formatAmount(cumulative.amount, places)}</SheetNumber>
        {cumulative.unknown > 0 && (
          <span className={tables.muted}> {t('ledgerSums.unknown', { count: cumulative.unknown })}</span>
        )}
      </td>
      <td>{formatAmount(shown, indicator)}</td>
      <td>
        <SheetNumber of={ledgerKey(sums, 'difference')}>
          {formatGap(differenceOf(shown, cumulative.amount), places)}
        </SheetNumber>
      </td>
    </tr>
  );
}

interface Places {
  readonly decimals: number;
}

/**
 * As many decimals as the sums have, the same in all months of an indicator, so that whoever adds up what is shown comes to the
 * same difference.
 */
function exactly(months: readonly LedgerMonth[], decimals: number): Places {
  const amounts = months.flatMap(({ started, cumulative }) => [started.amount, cumulative.amount]);
  const isWhole = amounts.every((amount) => amount === null || amount === Number(amount.toFixed(decimals)));
  return { decimals: isWhole ? decimals : squareMetreDecimals };
}

/** 万㎡ with four decimals are whole square metres. */
const squareMetreDecimals = 4;

const projectsText = (count: number, t: Text): string =>
  count === 1 ? t('ledgerSums.projectsOne') : t('ledgerSums.projects', { count });
