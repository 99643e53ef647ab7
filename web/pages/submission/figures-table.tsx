import type { Indicator } from '#api/indicators/contract.ts';
import type { FigureReply } from '#api/submissions/contract.ts';
import { inUnit } from '#api/submissions/figure-text.ts';
import { incrementOf } from '#api/submissions/preview.ts';
import { LevelMark } from '../../components/level-mark.tsx';
import { OriginMark } from '../../components/origin-mark.tsx';
import { formatPoints, formatSignedAmount, noValue, unitOf } from '../../format.ts';
import { useText } from '../../messages/use-text.ts';
import { storedFigure } from './cells.ts';
import { figureText } from './figure-words.ts';
import { standingBefore, standingOf } from './outlook.ts';
import type { Subject } from './subject.ts';
import styles from './data-table.module.css';

interface FiguresTableProps {
  readonly subject: Subject;
  readonly caption: string;
  readonly asOf: string;
  /** The figures shown, by indicator. */
  readonly figures: ReadonlyMap<string, FigureReply>;
  /** Whether the level before stands beside the one that the figure gives. */
  readonly withBefore: boolean;
}

/** A stored version to read: each figure with last month, last year, its increment and the level it gives. */
export function FiguresTable({ subject, caption, asOf, figures, withBefore }: FiguresTableProps) {
  const { t } = useText();
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('review.indicator')}</th>
            <th scope="col">{t('review.cumulative')}</th>
            <th scope="col">{t('review.increment')}</th>
            <th scope="col">{t('review.lastMonth')}</th>
            <th scope="col">{t('review.sameMonth')}</th>
            {withBefore && <th scope="col">{t('review.before')}</th>}
            <th scope="col">{t('review.after')}</th>
          </tr>
        </thead>
        <tbody>
          {subject.indicators.map((indicator) => (
            <FiguresRow
              key={indicator.code}
              subject={subject}
              indicator={indicator}
              asOf={asOf}
              figure={figures.get(indicator.code) ?? null}
              withBefore={withBefore}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FiguresRowProps {
  readonly subject: Subject;
  readonly indicator: Indicator;
  readonly asOf: string;
  readonly figure: FigureReply | null;
  readonly withBefore: boolean;
}

function FiguresRow({ subject, indicator, asOf, figure, withBefore }: FiguresRowProps) {
  const { t, language } = useText();
  const { lastMonth = null, sameMonthLastYear = null } = subject.context.get(indicator.code) ?? {};
  const base = subject.bases.get(indicator.code) ?? null;
  const typed = figure === null ? null : storedFigure(indicator, figure);
  const added = typed === null || base === null ? null : inUnit(incrementOf(typed.value, base), indicator.scale);
  const before = standingBefore(subject, indicator, subject.submission.month);
  const after = typed === null ? null : standingOf(subject, indicator, asOf, typed);
  return (
    <tr>
      <th scope="row">
        {indicator.short[language]} <span className={styles.muted}>({unitOf(indicator, language)})</span>
      </th>
      <td data-label={t('review.cumulative')}>
        <strong>{figureText(indicator, figure)}</strong>
        <OriginMark origins={[figure?.origin]} />
      </td>
      <td data-label={t('review.increment')}>
        {indicator.kind === 'ratio' ? noValue : formatSignedAmount(added, indicator)}
      </td>
      <td data-label={t('review.lastMonth')}>
        {figureText(indicator, lastMonth)}
        <OriginMark origins={[lastMonth?.origin]} />
      </td>
      <td data-label={t('review.sameMonth')}>
        {figureText(indicator, sameMonthLastYear)}
        <OriginMark origins={[sameMonthLastYear?.origin]} />
      </td>
      {withBefore && (
        <td data-label={t('review.before')}>{before === null ? noValue : <LevelMark level={before.level} withWord />}</td>
      )}
      <td data-label={t('review.after')}>
        {after === null ? (
          noValue
        ) : (
          <>
            <LevelMark level={after.level} withWord />{' '}
            <span className={styles.muted}>{formatPoints(after.gapPoints, language)}</span>
          </>
        )}
      </td>
    </tr>
  );
}
