import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { shownSeries } from './burn-up-data.ts';
import { BurnUpTable } from './burn-up-table.tsx';
import { chartTitle } from './chart-title.ts';
import { Course } from './course.tsx';
import { CourseCaption } from './course-caption.tsx';
import styles from './page.module.css';

const route = getRouteApi('/cities/$code');

const views = ['chart', 'table'] as const;

interface BurnUpSectionProps {
  /** The month that the page shows, and the city. */
  readonly reply: City;
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
}

/** The year's course of an indicator: a chart that the arrow keys read, and the same data as a table (`view=table`). */
export function BurnUpSection({ reply, detail, indicator }: BurnUpSectionProps) {
  const series = shownSeries(detail.series, reply.month);
  const { t, language } = useText();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const shown = view === 'table' ? 'table' : 'chart';
  const show = (value: (typeof views)[number]): void =>
    void navigate({
      search: (before) => ({ ...before, view: value === 'table' ? 'table' : undefined }),
      resetScroll: false,
    });
  const title = chartTitle(detail, indicator, { t, language });
  return (
    <section>
      <div className={styles.chartHead}>
        <h2>{title}</h2>
        <Button.Group className="screen-only" aria-label={t('city.chart.view')}>
          {views.map((one) => (
            <Button
              key={one}
              size="xs"
              variant={one === shown ? 'filled' : 'default'}
              aria-pressed={one === shown}
              onClick={() => show(one)}
            >
              {t(`city.chart.${one}`)}
            </Button>
          ))}
        </Button.Group>
      </div>
      {shown === 'table' ? (
        <BurnUpTable title={title} series={series} detail={detail} indicator={indicator} />
      ) : (
        <Course reply={reply} series={series} detail={detail} indicator={indicator} />
      )}
      <CourseCaption isTable={shown === 'table'} series={series} detail={detail} indicator={indicator} />
    </section>
  );
}
