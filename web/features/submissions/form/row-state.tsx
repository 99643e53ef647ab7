/** How a row stands between the person and the server. */
import { figureText, sameFigure, storedFigure } from '../../../parts/submissions/figures.ts';
import { figuresOf, returnedVersion, standingFigures, versionToEdit } from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { Words } from '../../../text/messages/words.ts';
import type { CellReading } from './cells.ts';
import { differences } from './choose-values.tsx';
import type { SessionState } from './draft-session.ts';
import type { LevelPreviews } from './level-preview.tsx';
import { sheetOf } from './sheet.ts';
import { sameRow } from './typed.ts';
import styles from './figure-table.module.css';

export type RowState = 'empty' | 'saved' | 'saving' | 'waiting' | 'invalid' | 'conflict';

/** The state of one row; null where it is as the server sent it and nobody has saved a draft yet. */
export function rowStateOf(
  code: string,
  reading: CellReading,
  session: Pick<SessionState, 'phase' | 'typed' | 'acknowledged' | 'sending' | 'savedAt'>,
  conflicting: ReadonlySet<string>,
): RowState | null {
  const typed = session.typed.figures[code];
  if (session.phase === 'conflict' && conflicting.has(code)) return 'conflict';
  if (reading.state === 'invalid') return 'invalid';
  if (sameRow(typed, session.acknowledged.figures[code])) {
    if (reading.state === 'empty') return 'empty';
    return session.savedAt === null ? null : 'saved';
  }
  return session.sending !== null && sameRow(typed, session.sending.figures[code]) ? 'saving' : 'waiting';
}

/** What a submission's form says beside each row: its state, and what was returned or accepted where it differs. */
export function rowMarks(
  { t }: Pick<Words, 't'>,
  subject: Subject,
  session: SessionState,
  previews: LevelPreviews,
): { readonly stateOf: (code: string) => RowState | null; readonly markOf: (code: string) => string | null } {
  const returned = returnedVersion(subject.submission);
  const earlier = figuresOf(returned ?? { figures: [...standingFigures(subject.submission)] });
  const conflicting = conflictingCodes(subject, session);
  const readingOf = (code: string): CellReading => previews.get(code)?.reading ?? { state: 'empty' };
  return {
    stateOf: (code) => rowStateOf(code, readingOf(code), session, conflicting),
    markOf: (code) => {
      const indicator = subject.indicators.find((one) => one.code === code);
      const before = earlier.get(code);
      if (indicator === undefined || before === undefined) return null;
      const reading = readingOf(code);
      const now = reading.state === 'read' ? reading.figure : null;
      if (sameFigure(now, storedFigure(indicator, before))) return null;
      const key = returned === null ? 'submission.form.acceptedMark' : 'submission.form.returnedMark';
      return t(key, { value: figureText(indicator, before) });
    },
  };
}

function conflictingCodes(subject: Subject, { typed, current }: SessionState): ReadonlySet<string> {
  if (current === null) return new Set();
  const theirs = sheetOf(subject, versionToEdit(current));
  return new Set(differences(subject, typed, theirs).map(({ key }) => key));
}

interface RowStateMarkProps {
  readonly state: RowState | null;
}

const signs: Readonly<Record<RowState, string>> = {
  empty: '',
  saved: '✓',
  saving: '…',
  waiting: '·',
  invalid: '!',
  conflict: '⇄',
};

/** Whether a row is saved, in a sign and in words; a wrong one is heavier, not only redder. */
export function RowStateMark({ state }: RowStateMarkProps) {
  const { t } = useText();
  if (state === null) return null;
  const isTrouble = state === 'invalid' || state === 'conflict';
  return (
    <span className={isTrouble ? `${styles.rowState} ${styles.trouble}` : styles.rowState}>
      <span aria-hidden="true">{signs[state]}</span> {t(`submission.cell.${state}`)}
    </span>
  );
}
