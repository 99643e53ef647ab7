import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import { yearPosition } from '#api/measures/calendar.ts';
import { pointNumber, sliderOf } from '../../charts/slider.ts';
import { usePointCursor } from '../../charts/use-point-cursor.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import {
  formatDay,
  formatFigure,
  formatBriefQuantity,
  formatShortMonth,
  formatTick,
  noValue,
  figureUnitOf,
} from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { paceText } from '../../text/pace-text.ts';
import { burnUpRows, drawnValue, expectedValue, shownSeries } from './burn-up-data.ts';
import { BurnUpTable } from './burn-up-table.tsx';
import styles from './page.module.css';

const route = getRouteApi('/cities/$code');
// The chart library is as heavy as everything else together, so that only this place loads it, when it is drawn.
const BurnUpChart = lazy(async () => ({ default: (await import('../../charts/burn-up-chart.tsx')).BurnUpChart }));

interface BurnUpSectionProps {
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
  /** The month that the page shows. */
  readonly month: number;
}

/** The year's course of an indicator: a chart that the arrow keys read, and the same data as a table (`view=table`). */
export function BurnUpSection({ detail, indicator, month }: BurnUpSectionProps) {
  const series = shownSeries(detail.series, month);
  const { t } = useText();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const shown = view === 'table' ? 'table' : 'chart';
  const show = (value: string): void =>
    void navigate({
      search: (before) => ({ ...before, view: value === 'table' ? 'table' : undefined }),
      resetScroll: false,
    });
  const title = useTitle(detail, indicator);
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
      <Caption series={series} detail={detail} indicator={indicator} />
    </section>
  );
}

function Caption({ series, detail, indicator }: Omit<ChartProps, 'title'>) {
  const { t, language } = useText();
  const day = formatDay(detail.standing.asOf);
  return (
    <p className={styles.small}>
      {t('city.chart.caption', { unit: figureUnitOf(indicator, language), day })}{' '}
      {series.some(({ origin }) => origin === 'invented') && t('everywhere.inventedNote')}{' '}
      {detail.projection !== null &&
        t('city.projection', { amount: formatBriefQuantity(detail.projection, indicator, language) })}
    </p>
  );
}

/** The chart's one message: the figure and how far it lies from the pace. */
function useTitle({ standing }: IndicatorDetail, indicator: Indicator): string {
  const { t, language } = useText();
  const name = indicator.short[language];
  if (standing.actual === null) return t('city.chart.noData', { indicator: name });
  if (standing.gapPoints === null) return t('city.chart.title', { indicator: name });
  const side = paceText(standing.gapPoints, indicator.kind, { t });
  const value = formatBriefQuantity(standing.actual, indicator, language);
  return t(indicator.kind === 'ratio' ? 'city.chart.share' : 'city.chart.stands', { indicator: name, value, side });
}

interface ChartProps {
  readonly title: string;
  readonly series: readonly SeriesPoint[];
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
}

function Chart({ title, series, detail, indicator }: ChartProps) {
  const { t, language } = useText();
  const names = useLineNames(detail, indicator);
  const cursor = usePointCursor(series.length);
  const point = cursor.index === null ? undefined : series[cursor.index];
  const reading = useReading(point, detail, indicator);
  return (
    <>
      <div
        className={styles.chart}
        // The reading cursor of a picture: no input element could draw it.
        role="slider"
        tabIndex={0}
        aria-valuenow={pointNumber(cursor.index, series.length)}
        {...sliderOf({ title, reading, count: series.length })}
        aria-describedby="burn-up-keys"
        onKeyDown={cursor.onKeyDown}
        onFocus={cursor.onFocus}
        onBlur={cursor.onBlur}
      >
        <Suspense fallback={<PageSkeleton />}>
          <BurnUpChart
            rows={burnUpRows(detail, series, indicator)}
            names={names}
            format={(value) => formatFigure(value, indicator)}
            formatTick={(value) => formatTick(value, indicator)}
            formatMonth={(month) => formatShortMonth(month, language)}
            cursor={point === undefined ? null : yearPosition(point.asOf)}
          />
        </Suspense>
      </div>
      <output className={styles.reading}>{point === undefined ? '' : reading}</output>
      <p id="burn-up-keys" className="visually-hidden">
        {t('city.chart.keys')}
      </p>
    </>
  );
}

/** What stands at the lines' ends. */
function useLineNames({ standing }: IndicatorDetail, indicator: Indicator) {
  const { t } = useText();
  return {
    pace: t('city.chart.pace'),
    target: t('city.chart.target', { target: formatFigure(standing.target, indicator) }),
    accepted: '',
    pending: t('city.chart.pending'),
    lastYear: t('city.chart.lastYear'),
  };
}

function useReading(point: SeriesPoint | undefined, detail: IndicatorDetail, indicator: Indicator): string {
  const { t } = useText();
  if (point === undefined) return noValue;
  return t('city.chart.point', {
    day: formatDay(point.asOf),
    value: formatFigure(drawnValue(point), indicator),
    expected: formatFigure(expectedValue(point, detail), indicator),
    pending: point.accepted ? '' : t('city.chart.isPending'),
  });
}
