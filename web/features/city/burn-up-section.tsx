import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import { BurnUp } from '../../charts/burn-up.tsx';
import type { BurnUpPoint } from '../../charts/burn-up-input.ts';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { burnUpWords, pointReading } from '../../parts/burn-up-words.ts';
import { figureUnitOf, formatBriefQuantity, formatDay } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { paceText } from '../../text/pace-text.ts';
import { burnUpInput, shownSeries } from './burn-up-data.ts';
import { BurnUpTable } from './burn-up-table.tsx';
import { useCityFrame } from './use-city-frame.ts';
import styles from './page.module.css';

const route = getRouteApi('/cities/$code');

interface BurnUpSectionProps {
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
  /** The month that the page shows, and the city. */
  readonly reply: City;
}

/** The year's course of an indicator: a chart that the arrow keys read, and the same data as a table (`view=table`). */
export function BurnUpSection({ detail, indicator, reply }: BurnUpSectionProps) {
  const series = shownSeries(detail.series, reply.month);
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
        <Chart title={title} series={series} detail={detail} indicator={indicator} reply={reply} />
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
        detail.forecast.absence !== 'year-over' &&
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

function Chart({ title, series, detail, indicator, reply }: ChartProps & Pick<BurnUpSectionProps, 'reply'>) {
  const { t, language } = useText();
  const what = [t('city.chart.what'), indicator.short[language]];
  const saved = useCityFrame(reply)({ title, what, details: [detail] });
  const input = burnUpInput(detail, series, indicator);
  const described = { input, indicator, standing: detail.standing, asShares: false };
  const dayOf = (point: BurnUpPoint): string | undefined =>
    series.find(({ month, accepted }) => month === point.month && accepted === point.accepted)?.asOf;
  return (
    <SavablePicture {...saved}>
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
    </SavablePicture>
  );
}
