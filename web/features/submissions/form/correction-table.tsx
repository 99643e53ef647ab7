/** What a correction starts from and what it changes, both values side by side. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { Draft, Submission } from '#api/submissions/contract.ts';
import type { FigureIn } from '#api/figures/contract.ts';
import { standingVersion } from '#api/submissions/lifecycle.ts';
import type { TypedFigure } from '#api/submissions/preview.ts';
import { figureIn, figureOf, readRows } from './cells.ts';
import { inUnitOf, sameFigure } from '../../../parts/submissions/figures.ts';
import { sheetOf } from './sheet.ts';
import { standingFigures } from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';

import { figureUnitOf } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { FigureValue } from '../../../parts/submissions/figure-value.tsx';
import { LevelCell } from '../../../parts/submissions/level-cell.tsx';
import { standingBefore, standingOf } from '../../../parts/submissions/standings.ts';
import { cardLabels } from '../../../ui/card-labels.ts';
import styles from '../../../ui/data-table.module.css';

/** One figure before and after a correction, base units. */
export interface Correction {
  readonly code: string;
  readonly before: TypedFigure | null;
  readonly after: TypedFigure;
}

/** The accepted figures as texts. Their note is not taken over: a correction's note is its reason. */
export function acceptedSheet(subject: Subject): TypedSheet {
  const { submission } = subject;
  const standing = standingVersion(submission.versions);
  const { cause = '', remedies = '', asOf = submission.asOf.usual } = standing ?? {};
  const figures = [...standingFigures(submission)];
  return sheetOf(subject, { figures, absences: {}, words: {}, asOf, cause, remedies, note: '' });
}

/** What a correction begins with: the accepted figures, with those of a correction that was returned on top. */
export function correctionSheet(subject: Subject): TypedSheet {
  const accepted = acceptedSheet(subject);
  const returned = returnedCorrection(subject.submission);
  if (returned === null) return accepted;
  const typed = sheetOf(subject, returned);
  const named = returned.figures.flatMap(({ indicator }) => {
    const row = typed.figures[indicator];
    return row === undefined ? [] : [[indicator, row] as const];
  });
  return { ...typed, note: '', figures: { ...accepted.figures, ...Object.fromEntries(named) } };
}

/** The figures that differ from the accepted ones. */
export function correctionsIn(subject: Subject, sheet: TypedSheet): readonly Correction[] {
  const now = readRows(subject, sheet);
  const then = readRows(subject, acceptedSheet(subject));
  return subject.indicators.flatMap(({ code }) => {
    const [before, after] = [figureOf(then, code), figureOf(now, code)];
    return after === null || sameFigure(before, after) ? [] : [{ code, before, after }];
  });
}

/** What is sent: only what changes. */
export function correctionBody(subject: Subject, sheet: TypedSheet): Draft & { readonly reason: string } {
  const figures = correctionsIn(subject, sheet).flatMap(({ code, after }): readonly (readonly [string, FigureIn])[] => {
    const indicator = subject.indicators.find((one) => one.code === code);
    return indicator === undefined ? [] : [[code, figureIn(indicator, after)]];
  });
  const { asOf, cause, remedies, note } = sheet;
  return { figures: Object.fromEntries(figures), asOf, cause, remedies, reason: note };
}

interface CorrectionTableProps {
  readonly subject: Subject;
  readonly asOf: string;
  readonly corrections: readonly Correction[];
}

/** Old and new value of every corrected figure, with the level that each gives. */
export function CorrectionTable({ subject, asOf, corrections }: CorrectionTableProps) {
  const { t } = useText();
  return (
    <table ref={cardLabels} className={styles.table}>
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
        {subject.indicators.map((indicator) => {
          const correction = corrections.find(({ code }) => code === indicator.code);
          if (correction === undefined) return null;
          return (
            <CorrectionRow
              key={indicator.code}
              subject={subject}
              asOf={asOf}
              indicator={indicator}
              correction={correction}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface CorrectionRowProps {
  readonly subject: Subject;
  readonly asOf: string;
  readonly indicator: Indicator;
  readonly correction: Correction;
}

function CorrectionRow({ subject, asOf, indicator, correction: { before, after } }: CorrectionRowProps) {
  const { language } = useText();
  const levels = [
    ['review.before', standingBefore(subject, indicator, subject.submission.month)] as const,
    ['review.after', standingOf(subject, indicator, asOf, after)] as const,
  ];
  return (
    <tr>
      <th scope="row">
        {indicator.short[language]} <span className={styles.muted}>({figureUnitOf(indicator, language)})</span>
      </th>
      <td>
        <FigureValue indicator={indicator} figure={before === null ? null : inUnitOf(indicator, before)} />
      </td>
      <td className={styles.changed}>
        <FigureValue indicator={indicator} figure={inUnitOf(indicator, after)} />
      </td>
      {levels.map(([key, standing]) => (
        <td key={key} className={styles.level}>
          <LevelCell standing={standing} />
        </td>
      ))}
    </tr>
  );
}

function returnedCorrection({ versions }: Submission): Submission['versions'][number] | null {
  const newest = versions[0];
  return newest?.kind === 'correction' && newest.state === 'returned' ? newest : null;
}
