import type { Level } from '#api/measures/vocabulary.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { AsOfInput } from './as-of-input.tsx';
import { Explanation } from './explanation.tsx';
import { FigureTable } from './figure-table.tsx';
import type { RowOutlook } from './outlook.ts';
import type { FormProblem } from './problem-words.ts';
import type { RowState } from './row-state.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';
import styles from './report.module.css';

interface ReportFieldsProps {
  readonly subject: Subject;
  readonly sheet: TypedSheet;
  readonly rows: ReadonlyMap<string, RowOutlook>;
  readonly explain: Level | null;
  readonly window: { readonly earliest: string; readonly latest: string };
  readonly problems: readonly FormProblem[];
  readonly readOnly: boolean;
  readonly noteIs: 'note' | 'reason';
  readonly stateOf: (code: string) => RowState | null;
  readonly markOf: (code: string) => string | null;
  readonly onChange: (sheet: TypedSheet) => void;
}

/** The fields of a report or a correction: day, figures, explanation. */
export function ReportFields(props: ReportFieldsProps) {
  const { subject, sheet, problems, readOnly, onChange } = props;
  const { t } = useText();
  return (
    <>
      <AsOfInput
        value={sheet.asOf}
        window={props.window}
        problems={problems}
        readOnly={readOnly}
        onChange={(asOf) => onChange({ ...sheet, asOf })}
      />
      <section className={styles.figures} aria-labelledby="figures-title">
        <h2 id="figures-title">{t('submission.form.figures')}</h2>
        <p className={styles.muted}>{t('submission.form.paste')}</p>
        <FigureTable
          subject={subject}
          sheet={sheet}
          rows={props.rows}
          stateOf={props.stateOf}
          markOf={props.markOf}
          problems={problems}
          readOnly={readOnly}
          onChange={onChange}
        />
        <p className={styles.muted}>
          {t('submission.form.sources')} {t('submission.form.rule')}
        </p>
      </section>
      <Explanation
        sheet={sheet}
        explain={props.explain}
        problems={problems}
        readOnly={readOnly}
        noteIs={props.noteIs}
        onChange={onChange}
      />
    </>
  );
}
