import type { Indicator } from '#api/indicators/contract.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import type { IndicatorDetail } from '#api/standings/contract.ts';
import { OriginMark } from '../origin-mark.tsx';
import { SourceText } from '../source-text.tsx';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { projectionRow } from './projection-row.ts';
import { proofRows } from './proof-rows.ts';
import type { ProofRow } from './proof-rows.ts';
import { NotedOrigins } from '../noted-origins.tsx';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './proof.module.css';

interface ProofProps {
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
  readonly period: YearMonth;
  /** The city's name, where a page has the proofs of several. */
  readonly city?: string;
}

/** Every number behind the level with its inputs, so that anybody can recompute it by hand. */
export function Proof({ detail, indicator, period, city }: ProofProps) {
  const { t, language } = useText();
  const { standing } = detail;
  const projection = projectionRow({ detail, indicator, period, t, language });
  const rows = [...proofRows({ standing, indicator, t, language }), ...(projection === null ? [] : [projection])];
  const title = t('city.proof.title', { indicator: indicator.short[language] });
  return (
    <section>
      <NotedOrigins values={rows.map(({ origin }) => [origin])}>
        <TableScroller label={city === undefined ? title : t('charts.saving.ofCity', { city, title })}>
          <table ref={cardLabels} className={table.table}>
            <caption>{t('city.proof.caption', { unit: unitOf(indicator, language) })}</caption>
            <thead>
              <tr>
                <th scope="col" className={table.first}>
                  {t('city.proof.item')}
                </th>
                <th scope="col" className={table.number}>
                  {t('city.proof.value')}
                </th>
                <th scope="col">{t('city.proof.how')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </tbody>
          </table>
        </TableScroller>
      </NotedOrigins>
      {standing.provenance && (
        <p className={styles.small}>
          {t('everywhere.source')}
          <SourceText {...standing.provenance} />
        </p>
      )}
    </section>
  );
}

function Row({ row: { label, value, origin, formula, how } }: { readonly row: ProofRow }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={table.number}>
        {value}
        <OriginMark origins={[origin]} />
      </td>
      <td className={table.wrap}>
        {formula !== '' && <span className={styles.formula}>{formula}</span>}
        {how !== '' && <span className={styles.small}>{how}</span>}
      </td>
    </tr>
  );
}
