import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import { OriginMark } from '../../parts/origin-mark.tsx';
import { SourceText } from '../../parts/source-text.tsx';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { formatDay, formatFigure, formatMonthName } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { drawnValue, expectedValue } from './burn-up-data.ts';
import { NotedOrigins } from '../../parts/noted-origins.tsx';
import { cardLabels } from '../../ui/card-labels.ts';

interface BurnUpTableProps {
  readonly title: string;
  readonly series: readonly SeriesPoint[];
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
}

/** The chart's twin: the same points as a table, with their state and source. */
export function BurnUpTable({ title, series, detail, indicator }: BurnUpTableProps) {
  const { t } = useText();
  const lastYear = new Map(detail.lastYear.map((point) => [point.month, drawnValue(point)]));
  return (
    <NotedOrigins values={series.map(({ origin }) => [origin])}>
      <TableScroller label={title}>
        <table ref={cardLabels} className={table.table}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className={table.first}>
                {t('city.chart.month')}
              </th>
              <th scope="col">{t('city.chart.asOf')}</th>
              {(['accepted', 'pace', 'lastYear'] as const).map((key) => (
                <th key={key} scope="col" className={table.number}>
                  {t(`city.chart.${key}`)}
                </th>
              ))}
              <th scope="col">{t('city.chart.state')}</th>
              <th scope="col">{t('city.chart.source')}</th>
            </tr>
          </thead>
          <tbody>
            {series.map((point) => (
              <Row
                key={`${point.month} ${point.asOf} ${point.accepted}`}
                point={point}
                expected={expectedValue(point, detail)}
                lastYear={lastYear.get(point.month) ?? null}
                indicator={indicator}
              />
            ))}
          </tbody>
        </table>
      </TableScroller>
    </NotedOrigins>
  );
}

interface RowProps {
  readonly point: SeriesPoint;
  readonly expected: number | null;
  readonly lastYear: number | null;
  readonly indicator: Indicator;
}

function Row({ point, expected, lastYear, indicator }: RowProps) {
  const { t, language } = useText();
  return (
    <tr>
      <th scope="row">{formatMonthName(point.month, language)}</th>
      <td>{formatDay(point.asOf)}</td>
      <td className={table.number}>
        {formatFigure(drawnValue(point), indicator)}
        <OriginMark origins={[point.origin]} />
      </td>
      <td className={table.number}>{formatFigure(expected, indicator)}</td>
      <td className={table.number}>{formatFigure(lastYear, indicator)}</td>
      <td>{t(point.accepted ? 'city.chart.isAccepted' : 'city.chart.pending')}</td>
      <td>
        <SourceText origin={point.origin} source={point.source} />
      </td>
    </tr>
  );
}
