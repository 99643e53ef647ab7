import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import { BurnUp } from '../../charts/burn-up.tsx';
import type { BurnUpPoint } from '../../charts/burn-up-input.ts';
import { burnUpWords, pointReading } from '../../parts/burn-up-words.ts';
import { figureUnitOf, formatBriefQuantity, formatDay } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { burnUpInput, shownSeries } from './burn-up-data.ts';
import { BurnUpTable } from './burn-up-table.tsx';
import { chartTitle } from './chart-title.ts';
import styles from './page.module.css';

const route = getRouteApi('/cities/$code');

interface BurnUpSectionProps {
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
  /** The month that the page shows. */
  readonly month: number;
}

/** The year's course of an indicator: a chart that the arrow keys read, and the same data as a table (`view=table`). */
export function BurnUpSection({ detail, indicator, month }: BurnUpSectionProps) {
  const series = shownSeries(detail.series, month);
  const { t, language } = useText();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const shown = view === 'table' ? 'table' : 'chart';
  const show = (value: string): void =>
    void navigate({
      search: (before) => ({ ...before, view: value === 'table' ? 'table' : undefined }),
      resetScroll: false,
    });
  const title = chartTitle(detail, indicator, { t, language });
  return (
    <section>
      <div className={styles.chartHead}>
        <h2>{title}</h2>
        <SegmentedControl
          className="screen-only"
          size="xs"
          aria-label={t('city.chart.view')}
          value={shown}
          data={[
            { value: 'chart', label: t('city.chart.chart') },
            { value: 'table', label: t('city.chart.table') },
          ]}
          onChange={show}
        />
      </div>
      {shown === 'table' ? (
        <BurnUpTable title={title} series={series} detail={detail} indicator={indicator} />
      ) : (
        <Chart title={title} series={series} detail={detail} indicator={indicator} />
      )}
      <Caption isMarked={shown === 'chart' && isInvented(series)} detail={detail} indicator={indicator} />
    </section>
  );
}

const isInvented = (series: readonly SeriesPoint[]): boolean => series.some(({ origin }) => origin === 'invented');

interface CaptionProps extends Omit<ChartProps, 'title' | 'series'> {
  /** Whether it says that figures are invented; a table says so itself. */
  readonly isMarked: boolean;
}

function Caption({ isMarked, detail, indicator }: CaptionProps) {
  const { t, language } = useText();
  const day = formatDay(detail.standing.asOf);
  return (
    <p className={styles.small}>
      {t('city.chart.caption', { unit: figureUnitOf(indicator, language), day })}{' '}
      {isMarked && t('everywhere.inventedNote')}{' '}
      {detail.projection !== null &&
        detail.forecast.absence !== 'year-over' &&
        t('city.projection', { amount: formatBriefQuantity(detail.projection, indicator, language) })}
    </p>
  );
}

interface ChartProps {
  readonly title: string;
  readonly series: readonly SeriesPoint[];
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
}

function Chart({ title, series, detail, indicator }: ChartProps) {
  const { t, language } = useText();
  const input = burnUpInput(detail, series, indicator);
  const described = { input, indicator, standing: detail.standing, asShares: false };
  const dayOf = (point: BurnUpPoint): string | undefined =>
    series.find(({ month, accepted }) => month === point.month && accepted === point.accepted)?.asOf;
  return (
    <>
      <BurnUp
        shape="large"
        isTitled
        title={title}
        input={input}
        words={burnUpWords(described, { t, language })}
        read={(point) => pointReading(point, { ...described, day: dayOf(point) }, { t, language })}
        describedBy="burn-up-keys"
      />
      <p id="burn-up-keys" className="visually-hidden">
        {t('city.chart.keys')}
      </p>
    </>
  );
}
