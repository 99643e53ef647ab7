import { Button } from '@mantine/core';
import type { Level } from '#api/measures/vocabulary.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { differences } from './choices.ts';
import type { SessionState } from './draft-session.ts';
import { ErrorSummary } from './error-summary.tsx';
import { figureText, sameFigure, storedFigure } from '../../../parts/submissions/figures.ts';
import type { RowOutlook } from './outlook.ts';
import type { FormProblem } from './problem-words.ts';
import { ReportFields } from './report-fields.tsx';
import { rowStateOf } from './row-state.ts';
import type { RowState } from './row-state.ts';
import { sheetOf } from './sheet.ts';
import {
  figuresOf,
  reportWindow,
  returnedVersion,
  standingFigures,
  versionToEdit,
} from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';
import styles from './report.module.css';

interface ReportEditorProps {
  readonly subject: Subject;
  readonly state: SessionState;
  readonly rows: ReadonlyMap<string, RowOutlook>;
  readonly explain: Level | null;
  /** How often the form was to be checked; each time the summary takes the focus anew. */
  readonly attempts: number;
  readonly problems: readonly FormProblem[];
  readonly onChange: (sheet: TypedSheet) => void;
  readonly onCheck: () => void;
}

/** A month's fields with what is wrong in them on top, and the way to the last check. */
export function ReportEditor({
  subject,
  state,
  rows,
  explain,
  attempts,
  problems,
  onChange,
  onCheck,
}: ReportEditorProps) {
  const { t } = useText();
  const returned = returnedVersion(subject.submission);
  const earlier = figuresOf(returned ?? { figures: [...standingFigures(subject.submission)] });
  const conflicting = conflictingCodes(subject, state);

  const stateOf = (code: string): RowState | null =>
    rowStateOf(code, rows.get(code)?.reading ?? { state: 'empty' }, state, conflicting);
  const markOf = (code: string): string | null => {
    const indicator = subject.indicators.find((one) => one.code === code);
    const before = earlier.get(code);
    if (indicator === undefined || before === undefined) return null;
    const reading = rows.get(code)?.reading;
    const now = reading?.state === 'read' ? reading.figure : null;
    if (sameFigure(now, storedFigure(indicator, before))) return null;
    const key = returned === null ? 'submission.form.acceptedMark' : 'submission.form.returnedMark';
    return t(key, { value: figureText(indicator, before) });
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onCheck();
      }}
    >
      {attempts > 0 && <ErrorSummary key={attempts} problems={problems} />}
      <ReportFields
        subject={subject}
        sheet={state.typed}
        rows={rows}
        explain={explain}
        window={reportWindow(subject.submission)}
        problems={problems}
        readOnly={state.phase === 'conflict'}
        noteIs="note"
        stateOf={stateOf}
        markOf={markOf}
        onChange={onChange}
      />
      <div className={styles.actions}>
        <Button type="submit" disabled={state.phase === 'conflict'}>
          {t('submission.form.check')}
        </Button>
      </div>
    </form>
  );
}

function conflictingCodes(subject: Subject, { typed, current }: SessionState): ReadonlySet<string> {
  if (current === null) return new Set();
  const theirs = sheetOf(subject, versionToEdit(current));
  return new Set(differences(subject, typed, theirs).map(({ key }) => key));
}
