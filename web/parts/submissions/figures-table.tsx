import type { Indicator } from '#api/indicators/contract.ts';
import type { Absence } from '#api/figures/absence.ts';
import type { FigureReply } from '#api/figures/contract.ts';
import type { SubmissionVersion } from '#api/submissions/contract.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import { incrementOf } from '#api/submissions/preview.ts';
import type { TypedFigure } from '#api/submissions/preview.ts';
import { formatSignedAmount, noValue, figureUnitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { FigureValue } from './figure-value.tsx';
import { figureText, sameFigure, storedFigure } from './figures.ts';
import { LevelCell } from './level-cell.tsx';
import { MonthPlan } from './month-plan.tsx';
import { standingBefore, standingOf } from './standings.ts';
import { standingFigures } from './subject.ts';
import type { Subject } from './subject.ts';
import { NotedOrigins } from '../noted-origins.tsx';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from '../../ui/data-table.module.css';

interface FiguresTableProps {
  readonly subject: Subject;
  readonly caption: string;
  readonly asOf: string;
  /** The figures shown, by indicator. */
  readonly figures: ReadonlyMap<string, FigureReply>;
  /** What was answered in the place of figures. */
  readonly absences: SubmissionVersion['absences'];
  /** Whether the level before stands beside the one that the figure gives. */
  readonly withBefore: boolean;
  /** Whether the figures already count. */
  readonly isAccepted: boolean;
}

/** A stored version to read: each figure with last month, last year, its increment and the level it gives. */
export function FiguresTable({ subject, caption, asOf, figures, absences, withBefore, isAccepted }: FiguresTableProps) {
  const before = [...subject.context.values()].flatMap(({ lastMonth, sameMonthLastYear }) => [
    lastMonth,
    sameMonthLastYear,
  ]);
  return (
    <NotedOrigins values={[...figures.values(), ...before].map((figure) => [figure?.origin])}>
      {/* A scroller must be reachable by keyboard, so that its hidden columns are too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.scroller} aria-label={caption} tabIndex={0}>
        <table ref={cardLabels} className={styles.table}>
          <caption>{caption}</caption>
          <Head withBefore={withBefore} isAccepted={isAccepted} />
          <tbody>
            {subject.indicators.map((indicator) => (
              <FiguresRow
                key={indicator.code}
                subject={subject}
                indicator={indicator}
                asOf={asOf}
                figure={figures.get(indicator.code) ?? null}
                absence={absences[indicator.code]}
                withBefore={withBefore}
              />
            ))}
          </tbody>
        </table>
      </section>
    </NotedOrigins>
  );
}

const levelKey = (isAccepted: boolean) => (isAccepted ? 'submissions.table.level' : 'review.after');

function Head({ withBefore, isAccepted }: Pick<FiguresTableProps, 'withBefore' | 'isAccepted'>) {
  const { t } = useText();
  return (
    <thead>
      <tr>
        {(['indicator', 'cumulative', 'increment', 'lastMonth', 'sameMonth'] as const).map((key) => (
          <th key={key} scope="col">
            {t(`review.${key}`)}
          </th>
        ))}
        {withBefore && (
          <th scope="col" className={styles.level}>
            {t('review.before')}
          </th>
        )}
        <th scope="col" className={styles.level}>
          {t(levelKey(isAccepted))}
        </th>
      </tr>
    </thead>
  );
}

interface FiguresRowProps {
  readonly subject: Subject;
  readonly indicator: Indicator;
  readonly asOf: string;
  readonly figure: FigureReply | null;
  readonly absence: Absence | undefined;
  readonly withBefore: boolean;
}

function FiguresRow({ subject, indicator, asOf, figure, absence, withBefore }: FiguresRowProps) {
  const { language } = useText();
  const { lastMonth = null, sameMonthLastYear = null } = subject.context.get(indicator.code) ?? {};
  const base = subject.bases.get(indicator.code) ?? null;
  const typed = figure === null ? null : storedFigure(indicator, figure);
  const added = typed === null || base === null ? null : inUnit(incrementOf(typed.cumulative, base), indicator.scale);
  const before = standingBefore(subject, indicator, subject.submission.month);
  const after = typed === null ? null : standingOf(subject, indicator, asOf, typed);
  return (
    <tr>
      <th scope="row">
        {indicator.short[language]} <span className={styles.muted}>({figureUnitOf(indicator, language)})</span>
      </th>
      <td>
        <strong>
          <FigureValue indicator={indicator} figure={figure} absence={absence} />
        </strong>
        <AcceptedBefore subject={subject} indicator={indicator} typed={typed} />
      </td>
      <td>
        {indicator.kind === 'ratio' ? noValue : formatSignedAmount(added, indicator)}
        <MonthPlan subject={subject} indicator={indicator} asOf={asOf} figure={typed} className={styles.before} />
      </td>
      <td>
        <FigureValue indicator={indicator} figure={lastMonth} />
      </td>
      <td>
        <FigureValue indicator={indicator} figure={sameMonthLastYear} />
      </td>
      {withBefore && (
        <td className={styles.level}>
          <LevelCell standing={before} />
        </td>
      )}
      <td className={styles.level}>
        <LevelCell standing={after} />
      </td>
    </tr>
  );
}

interface AcceptedBeforeProps {
  readonly subject: Subject;
  readonly indicator: Indicator;
  readonly typed: TypedFigure | null;
}

/** The accepted figure, where the one that is shown differs from it. */
function AcceptedBefore({ subject, indicator, typed }: AcceptedBeforeProps) {
  const { t } = useText();
  const accepted = standingFigures(subject.submission).find((one) => one.indicator === indicator.code);
  if (accepted === undefined || sameFigure(storedFigure(indicator, accepted), typed)) return null;
  return (
    <span className={styles.before}>
      {t('submission.form.acceptedMark', { value: figureText(indicator, accepted) })}
    </span>
  );
}
