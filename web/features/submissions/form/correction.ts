/** What a correction starts from and what it changes. */
import type { Draft, Submission } from '#api/submissions/contract.ts';
import type { FigureIn } from '#api/figures/contract.ts';
import { standingVersion } from '#api/submissions/lifecycle.ts';
import type { TypedFigure } from '#api/submissions/preview.ts';
import { figureIn } from './cells.ts';
import { sameFigure } from '../../../parts/submissions/figures.ts';
import { figureOf, readRows } from './rows.ts';
import { sheetOf } from './sheet.ts';
import { standingFigures } from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';

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
  return sheetOf(subject, { figures: [...standingFigures(submission)], asOf, cause, remedies, note: '' });
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

function returnedCorrection({ versions }: Submission): Submission['versions'][number] | null {
  const newest = versions[0];
  return newest?.kind === 'correction' && newest.state === 'returned' ? newest : null;
}
