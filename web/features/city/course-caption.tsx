import { figureUnitOf, formatBriefQuantity, formatDay } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { CourseProps } from './course.tsx';
import styles from './page.module.css';

interface CourseCaptionProps extends Omit<CourseProps, 'reply'> {
  /** Whether the course stands as a table, which says itself what is invented. */
  readonly isTable: boolean;
}

/** Unit and day of the course, what is invented, and where it leads. */
export function CourseCaption({ detail, indicator, series, isTable }: CourseCaptionProps) {
  const { t, language } = useText();
  const day = formatDay(detail.standing.asOf);
  return (
    <p className={styles.small}>
      {t('city.chart.caption', { unit: figureUnitOf(indicator, language), day })}{' '}
      {!isTable && series.some(({ origin }) => origin === 'invented') && t('everywhere.inventedNote')}{' '}
      {detail.projection !== null &&
        detail.forecast.absence !== 'year-over' &&
        t('city.projection', { amount: formatBriefQuantity(detail.projection, indicator, language) })}
    </p>
  );
}
