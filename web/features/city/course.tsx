import { useId } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import { BurnUp } from '../../charts/burn-up.tsx';
import type { BurnUpPoint } from '../../charts/burn-up-input.ts';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { planCourse, useApprovedPlan } from '../../parts/approved-plan.ts';
import { burnUpWords, pointReading } from '../../parts/burn-up-words.ts';
import { useText } from '../../text/messages/use-text.ts';
import { burnUpInput } from './burn-up-data.ts';
import { chartTitle } from './chart-title.ts';
import { useCityFrame } from './use-city-frame.ts';

export interface CourseProps {
  readonly reply: City;
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
  /** The points that the page shows. */
  readonly series: readonly SeriesPoint[];
}

/** The year's course of an indicator, large, under a title that stands elsewhere. */
export function Course({ reply, detail, indicator, series }: CourseProps) {
  const { t, language } = useText();
  const keys = useId();
  const title = chartTitle(detail, indicator, { t, language });
  const what = [t('city.chart.what'), indicator.short[language]];
  const saved = useCityFrame(reply)({ title, what, details: [detail] });
  const plan = useApprovedPlan(reply, indicator);
  const input = burnUpInput(detail, series, indicator, planCourse(plan));
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
        describedBy={keys}
      />
      <p id={keys} className="visually-hidden">
        {t('city.chart.keys')}
      </p>
    </SavablePicture>
  );
}
