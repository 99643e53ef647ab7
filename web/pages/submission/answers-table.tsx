import type { Indicator } from '#api/indicators/contract.ts';
import type { SubmissionVersion } from '#api/submissions/contract.ts';
import { formatSignedAmount, noValue, figureUnitOf } from '../../format.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import { incrementOf } from '#api/submissions/preview.ts';
import { useText } from '../../messages/use-text.ts';
import { FigureValue } from '../../submissions/figure-value.tsx';
import { inUnitOf, sameFigure, storedFigure } from '../../submissions/figures.ts';
import { LevelCell } from '../../submissions/level-cell.tsx';
import type { RowOutlook } from './outlook.ts';
import { figuresOf, returnedVersion } from '../../submissions/subject.ts';
import type { Subject } from '../../submissions/subject.ts';
import type { TypedSheet } from './typed.ts';
import styles from '../../submissions/data-table.module.css';

interface AnswersTableProps {
  readonly subject: Subject;
  readonly sheet: TypedSheet;
  readonly rows: ReadonlyMap<string, RowOutlook>;
}

/** Every figure that is about to be sent; after a return what it was then stands beside it where it has changed. */
export function AnswersTable({ subject, rows }: AnswersTableProps) {
  const { t } = useText();
  const returned = returnedVersion(subject.submission);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('report.check.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.check.indicator')}</th>
          <th scope="col">{t('report.check.figure')}</th>
          <th scope="col">{t('report.check.increment')}</th>
          <th scope="col">{t('report.check.lastMonth')}</th>
          {returned !== null && <th scope="col">{t('report.check.returned')}</th>}
          <th scope="col" className={styles.level}>
            {t('report.check.level')}
          </th>
        </tr>
      </thead>
      <tbody>
        {subject.indicators.map((indicator) => (
          <AnswerRow
            key={indicator.code}
            subject={subject}
            indicator={indicator}
            outlook={rows.get(indicator.code)}
            returned={returned}
          />
        ))}
      </tbody>
    </table>
  );
}

interface AnswerRowProps {
  readonly subject: Subject;
  readonly indicator: Indicator;
  readonly outlook: RowOutlook | undefined;
  readonly returned: SubmissionVersion | null;
}

function AnswerRow({ subject, indicator, outlook, returned }: AnswerRowProps) {
  const { t, language } = useText();
  const figure = outlook?.reading.state === 'read' ? outlook.reading.figure : null;
  const base = subject.bases.get(indicator.code) ?? null;
  const lastMonth = subject.context.get(indicator.code)?.lastMonth ?? null;
  const before = figuresOf(returned).get(indicator.code);
  const hasChanged = before !== undefined && !sameFigure(figure, storedFigure(indicator, before));
  const added = figure === null || base === null ? null : inUnit(incrementOf(figure.value, base), indicator.scale);
  return (
    <tr>
      <th scope="row">
        {indicator.short[language]} <span className={styles.muted}>({figureUnitOf(indicator, language)})</span>
      </th>
      <td data-label={t('report.check.figure')} className={hasChanged ? styles.changed : undefined}>
        <FigureValue indicator={indicator} figure={figure === null ? null : inUnitOf(indicator, figure)} />
      </td>
      <td data-label={t('report.check.increment')}>
        {indicator.kind === 'ratio' ? noValue : formatSignedAmount(added, indicator)}
      </td>
      <td data-label={t('report.check.lastMonth')}>
        <FigureValue indicator={indicator} figure={lastMonth} />
      </td>
      {returned !== null && (
        <td data-label={t('report.check.returned')}>
          <FigureValue indicator={indicator} figure={before ?? null} />
        </td>
      )}
      <td data-label={t('report.check.level')} className={styles.level}>
        <LevelCell standing={outlook?.standing ?? null} />
      </td>
    </tr>
  );
}
