import { Fragment } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import type { TargetCell } from '#api/targets/contract.ts';
import { SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import { formatAmount, formatSignedAmount, noValue, figureUnitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { CellLink } from './cell-link.tsx';
import { CellPanel } from './cell-panel.tsx';
import { cellKey, reportingRows, sumOfCities } from './ledger.ts';
import type { SumProof, TargetRow } from './ledger.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './page.module.css';

interface TargetTableProps {
  readonly year: number;
  readonly rows: readonly TargetRow[];
  readonly indicators: readonly Indicator[];
  /** The sums of the cities; none where there is nothing to add up. */
  readonly proofs: readonly SumProof[];
  readonly open: TargetCell | null;
}

/** Region × indicator: the province's own targets and the cities' sums on top, then a row a city; an opened cell stands under its row. */
export function TargetTable({ year, rows, indicators, proofs, open }: TargetTableProps) {
  const { t, language } = useText();
  const province = rows.filter(({ region }) => region.parent === null);
  const others = rows.filter(({ region }) => region.parent !== null);
  const cities = reportingRows(rows);
  const rowOf = (row: TargetRow) => (
    <RegionRows key={row.region.code} year={year} row={row} indicators={indicators} open={open} />
  );
  return (
    <table ref={cardLabels} className={styles.matrix}>
      <caption className="visually-hidden">{t('targets.table', { year })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('targets.region')}</th>
          {indicators.map((indicator) => (
            <th key={indicator.code} scope="col">
              {indicator.short[language]}
              <span className={styles.unit}>{figureUnitOf(indicator, language)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {province.map(rowOf)}
        {cities.length > 1 && <SumRow rows={cities} indicators={indicators} proofs={proofs} />}
        {others.map(rowOf)}
      </tbody>
    </table>
  );
}

interface RegionRowsProps extends Omit<TargetTableProps, 'rows' | 'proofs'> {
  readonly row: TargetRow;
}

function RegionRows({ year, row: { region, cells }, indicators, open }: RegionRowsProps) {
  const { t, language } = useText();
  const openHere = open?.region === region.code ? open : null;
  const name = region.short[language];
  return (
    <Fragment>
      <tr className={region.parent === null ? styles.province : undefined}>
        <th scope="row">{region.parent === null ? t('targets.own') : name}</th>
        {indicators.map((indicator) => {
          const cell = cells.find((one) => one.indicator === indicator.code);
          return (
            <td key={indicator.code}>
              {cell && (
                <CellLink
                  cell={cell}
                  indicator={indicator}
                  region={name}
                  opened={openHere?.indicator === indicator.code}
                />
              )}
            </td>
          );
        })}
      </tr>
      {openHere && (
        <tr className={styles.opened}>
          <td colSpan={indicators.length + 1}>
            <CellPanel key={`${year} ${cellKey(openHere)}`} year={year} cell={openHere} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** The sums, and by how much each is apart from the province's own target, both with their formulas. */
function SumRow({ rows, indicators, proofs }: Pick<TargetTableProps, 'rows' | 'indicators' | 'proofs'>) {
  const { t } = useText();
  return (
    <tr className={styles.sum}>
      <th scope="row">{t('targets.sum')}</th>
      {indicators.map((indicator) => {
        const { code } = indicator;
        const { amount, set, of } = sumOfCities(rows, indicator);
        const difference = proofs.find((proof) => proof.indicator.code === code)?.difference ?? null;
        return (
          <td key={code}>
            <span className={styles.total}>
              <SheetNumber of={`sum.${code}`}>
                {amount === null ? noValue : formatAmount(amount, indicator)}
              </SheetNumber>
              {difference !== null && (
                <span className={styles.step}>
                  {t('targets.sums.apart')}{' '}
                  <SheetNumber of={`difference.${code}`}>{formatSignedAmount(difference, indicator)}</SheetNumber>
                </span>
              )}
              {amount !== null && set < of && <span className={styles.step}>{t('targets.partial', { set, of })}</span>}
            </span>
          </td>
        );
      })}
    </tr>
  );
}
