import { Textarea } from '@mantine/core';
import type { Level } from '#api/measures/vocabulary.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { textId } from './problem-words.ts';
import type { FormProblem } from './problem-words.ts';
import type { TypedSheet } from './typed.ts';
import styles from './report.module.css';

interface ExplanationProps {
  readonly sheet: TypedSheet;
  /** The level that must be explained; null where none must, and then only what was written stays in view. */
  readonly explain: Level | null;
  readonly problems: readonly FormProblem[];
  readonly readOnly: boolean;
  /** A correction's note is its reason. */
  readonly noteIs: 'note' | 'reason';
  readonly onChange: (sheet: TypedSheet) => void;
}

/** Cause and remedies, asked where a core indicator would be watch or behind, and the note. */
export function Explanation({ sheet, explain, problems, readOnly, noteIs, onChange }: ExplanationProps) {
  const { t } = useText();
  const isAsked = explain !== null || sheet.cause !== '' || sheet.remedies !== '';
  const labelOf = (field: 'cause' | 'remedies' | 'note'): string =>
    field === 'note' && noteIs === 'reason' ? t('submission.correct.reason') : t(`submission.form.${field}`);
  const idOf = (field: 'cause' | 'remedies' | 'note'): string => textId(field === 'note' ? noteIs : field);
  const fields = isAsked ? (['cause', 'remedies', 'note'] as const) : (['note'] as const);
  return (
    <section className={styles.explanation}>
      {isAsked && <h2>{t('submission.form.explanation')}</h2>}
      {explain !== null && <p>{t('submission.form.explain', { level: t(`levels.word.${explain}`) })}</p>}
      {fields.map((field) => (
        <Textarea
          key={field}
          id={idOf(field)}
          label={labelOf(field)}
          value={sheet[field]}
          rows={field === 'note' ? 2 : 3}
          resize="vertical"
          maxLength={2000}
          readOnly={readOnly}
          error={problems.find((problem) => problem.field === idOf(field))?.sentence}
          onChange={(event) => onChange({ ...sheet, [field]: event.currentTarget.value })}
        />
      ))}
    </section>
  );
}
