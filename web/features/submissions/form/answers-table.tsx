import type { Indicator } from '#api/indicators/contract.ts';
import type { SubmissionVersion } from '#api/submissions/contract.ts';
import { formatSignedAmount, noValue, figureUnitOf } from '../../../text/format.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import { incrementOf } from '#api/submissions/preview.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { FigureValue } from '../../../parts/submissions/figure-value.tsx';
import { inUnitOf, sameFigure, storedFigure } from '../../../parts/submissions/figures.ts';
import { LevelCell } from '../../../parts/submissions/level-cell.tsx';
import type { RowOutlook } from './outlook.ts';
import { figuresOf, returnedVersion } from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';
import styles from '../../../ui/data-table.module.css';

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
      <caption className="visually-hidden">{t('submission.check.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('submission.check.indicator')}</th>
          <th scope="col">{t('submission.check.figure')}</th>
          <th scope="col">{t('submission.check.increment')}</th>
          <th scope="col">{t('submission.check.lastMonth')}</th>
          {returned !== null && <th scope="col">{t('submission.check.returned')}</th>}
          <th scope="col" className={styles.level}>
            {t('submission.check.level')}
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
      <td data-label={t('submission.check.figure')} className={hasChanged ? styles.changed : undefined}>
        <FigureValue indicator={indicator} figure={figure === null ? null : inUnitOf(indicator, figure)} />
      </td>
      <td data-label={t('submission.check.increment')}>
        {indicator.kind === 'ratio' ? noValue : formatSignedAmount(added, indicator)}
      </td>
      <td data-label={t('submission.check.lastMonth')}>
        <FigureValue indicator={indicator} figure={lastMonth} />
      </td>
      {returned !== null && (
        <td data-label={t('submission.check.returned')}>
          <FigureValue indicator={indicator} figure={before ?? null} />
        </td>
      )}
      <td data-label={t('submission.check.level')} className={styles.level}>
        <LevelCell standing={outlook?.standing ?? null} />
      </td>
    </tr>
  );
}
