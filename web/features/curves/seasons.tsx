import type { CurveList } from '#api/curve-changes/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { useIndicators } from '../../api/reference.ts';
import { FormulaSheet, SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import { formatList, formatPercent, formatShortMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { seasonRows, type Season } from './season-rows.ts';
import styles from './page.module.css';

/** The months that tell the shape of a year apart: its quarters. */
const quarters = [3, 6, 9] as const;

/** When in the year things were really done: of each indicator the shares that its completed years have in common. */
export function Seasons({ list: { seasons } }: { readonly list: CurveList }) {
  const { t, language } = useText();
  const indicators = useIndicators();
  const known = seasons.flatMap((season) => {
    const indicator = indicators.get(season.indicator);
    return indicator === undefined ? [] : [{ season, indicator }];
  });
  const rows = () => known.flatMap(({ season, indicator }) => seasonRows(season, indicator, { t, language }));
  return (
    <FormulaSheet from="/curves" name="season" title={t('curves.seasons.formulas')} rows={rows}>
      <section>
        <h2>{t('curves.seasons.title')}</h2>
        <p className={styles.hint}>{t('curves.seasons.hint')}</p>
        <table ref={cardLabels} className={styles.list}>
          <thead>
            <tr>
              <th scope="col">{t('curves.columns.indicator')}</th>
              <th scope="col">{t('curves.seasons.years')}</th>
              {quarters.map((month) => (
                <th key={month} scope="col">
                  {t('curves.seasons.byEnd', { month: formatShortMonth(month, language) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map((one) => (
              <Row key={one.indicator.code} {...one} />
            ))}
          </tbody>
        </table>
      </section>
    </FormulaSheet>
  );
}

interface RowProps {
  readonly season: Season;
  readonly indicator: Indicator;
}

function Row({ season: { years, regionYears, invented, points }, indicator }: RowProps) {
  const { t, language } = useText();
  const counted = t('curves.seasons.counted', { years: formatList(years.map(String), language), count: regionYears });
  return (
    <tr>
      <th scope="row">{indicator.name[language]}</th>
      <td>{invented ? `${counted} · ${t('everywhere.invented')}` : counted}</td>
      {quarters.map((month) => (
        <td key={month}>
          <SheetNumber of={`${indicator.code}.${month}`}>{formatPercent(points[month - 1] ?? null)}</SheetNumber>
        </td>
      ))}
    </tr>
  );
}
