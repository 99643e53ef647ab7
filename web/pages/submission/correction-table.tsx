import { figureUnitOf } from '../../format.ts';
import { useText } from '../../messages/use-text.ts';
import type { Correction } from './correction.ts';
import { FigureValue } from '../../submissions/figure-value.tsx';
import { inUnitOf } from '../../submissions/figures.ts';
import { LevelCell } from '../../submissions/level-cell.tsx';
import { standingBefore, standingOf } from '../../submissions/standings.ts';
import type { Subject } from '../../submissions/subject.ts';
import styles from '../../submissions/data-table.module.css';

interface CorrectionTableProps {
  readonly subject: Subject;
  readonly asOf: string;
  readonly corrections: readonly Correction[];
}

/** Old and new value of every corrected figure, with the level that each gives. */
export function CorrectionTable({ subject, asOf, corrections }: CorrectionTableProps) {
  const { t, language } = useText();
  const corrected = subject.indicators.flatMap((indicator) => {
    const correction = corrections.find(({ code }) => code === indicator.code);
    return correction === undefined ? [] : [{ indicator, ...correction }];
  });
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('report.correct.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.check.indicator')}</th>
          <th scope="col">{t('report.correct.old')}</th>
          <th scope="col">{t('report.correct.new')}</th>
          <th scope="col" className={styles.level}>
            {t('review.before')}
          </th>
          <th scope="col" className={styles.level}>
            {t('review.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {corrected.map(({ indicator, before, after }) => {
          const levels = [
            ['review.before', standingBefore(subject, indicator, subject.submission.month)] as const,
            ['review.after', standingOf(subject, indicator, asOf, after)] as const,
          ];
          return (
            <tr key={indicator.code}>
              <th scope="row">
                {indicator.short[language]} <span className={styles.muted}>({figureUnitOf(indicator, language)})</span>
              </th>
              <td data-label={t('report.correct.old')}>
                <FigureValue indicator={indicator} figure={before === null ? null : inUnitOf(indicator, before)} />
              </td>
              <td data-label={t('report.correct.new')} className={styles.changed}>
                <FigureValue indicator={indicator} figure={inUnitOf(indicator, after)} />
              </td>
              {levels.map(([key, standing]) => (
                <td key={key} data-label={t(key)} className={styles.level}>
                  <LevelCell standing={standing} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
