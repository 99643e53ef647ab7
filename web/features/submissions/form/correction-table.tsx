import { figureUnitOf } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { Correction } from './correction.ts';
import { FigureValue } from '../../../parts/submissions/figure-value.tsx';
import { inUnitOf } from '../../../parts/submissions/figures.ts';
import { LevelCell } from '../../../parts/submissions/level-cell.tsx';
import { standingBefore, standingOf } from '../../../parts/submissions/standings.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import styles from '../../../ui/data-table.module.css';

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
      <caption className="visually-hidden">{t('submission.correct.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('submission.check.indicator')}</th>
          <th scope="col">{t('submission.correct.old')}</th>
          <th scope="col">{t('submission.correct.new')}</th>
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
              <td data-label={t('submission.correct.old')}>
                <FigureValue indicator={indicator} figure={before === null ? null : inUnitOf(indicator, before)} />
              </td>
              <td data-label={t('submission.correct.new')} className={styles.changed}>
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
