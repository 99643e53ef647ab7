import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../text/messages/use-text.ts';
import { AsOfQuestion } from './as-of-question.tsx';
import { FigureTable } from './figure-table.tsx';
import { FormContext, useForm } from './form-context.ts';
import type { FormValue } from './form-context.ts';
import { textId } from './problem-words.ts';
import type { FormProblem } from './problem-words.ts';
import { takeFocus } from '../../../ui/take-focus.ts';
import styles from './form.module.css';

interface FormShellProps {
  readonly form: FormValue;
  /** How often the form was to be checked; each time the summary takes the focus anew. */
  readonly attempts: number;
  readonly heading?: ReactNode;
  readonly actions: ReactNode;
  readonly onCheck: () => void;
}

/** The form of a submission or a correction: what is wrong in it on top, day, figures, explanation, and the way on. */
export function FormShell({ form, attempts, heading, actions, onCheck }: FormShellProps) {
  return (
    <FormContext value={form}>
      <form
        className={styles.form}
        noValidate
        ref={checkByKeys}
        onSubmit={(event) => {
          event.preventDefault();
          onCheck();
        }}
      >
        {heading}
        {attempts > 0 && <ErrorSummary key={attempts} />}
        <AsOfQuestion />
        <AsOfInput />
        <Figures />
        <Explanation />
        <div className={styles.actions}>{actions}</div>
      </form>
    </FormContext>
  );
}

/** Ctrl+Enter anywhere in the form is the button under it. */
function checkByKeys(form: HTMLFormElement | null): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form?.requestSubmit();
  };
  form?.addEventListener('keydown', hear);
  return () => form?.removeEventListener('keydown', hear);
}

/** Everything that must be mended, each a link to its field. Takes the focus when it appears. */
function ErrorSummary() {
  const { t } = useText();
  const { problems } = useForm();
  if (problems.length === 0) return null;
  return (
    <section className={styles.summary} tabIndex={-1} ref={takeFocus} aria-labelledby="summary-title">
      <h2 id="summary-title">{t('submission.summary.title', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ field, sentence }) => (
          <li key={`${field} ${sentence}`}>
            {field === null ? sentence : <FieldLink field={field} sentence={sentence} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FieldLink({ field, sentence }: { readonly field: string; readonly sentence: string }) {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault();
        document.querySelector<HTMLElement>(`#${CSS.escape(field)}`)?.focus();
      }}
    >
      {sentence}
    </a>
  );
}

/** The day that the figures are as of. */
function AsOfInput() {
  const { t } = useText();
  const { sheet, window, problems, readOnly, change } = useForm();
  return (
    <TextInput
      id={textId('asOf')}
      className={styles.asOf ?? ''}
      type="date"
      label={t('submission.form.asOf')}
      description={t('submission.form.asOfHint', { earliest: window.earliest, latest: window.latest })}
      min={window.earliest}
      max={window.latest}
      value={sheet.asOf}
      readOnly={readOnly}
      error={sentenceAt(problems, textId('asOf'))}
      onChange={(event) => change({ ...sheet, asOf: event.currentTarget.value })}
    />
  );
}

function Figures() {
  const { t } = useText();
  return (
    <section className={styles.figures} aria-labelledby="figures-title">
      <h2 id="figures-title">{t('submission.form.figures')}</h2>
      <p className={styles.muted}>{t('submission.form.paste')}</p>
      <FigureTable />
      <p className={styles.muted}>
        {t('submission.form.sources')} {t('submission.form.rule')}
      </p>
    </section>
  );
}

/** The note, and of a correction cause and remedies, where a core indicator would be watch or behind: a submission's are asked at the last look. */
function Explanation() {
  const { t } = useText();
  const { kind, sheet, explain, problems, readOnly, change } = useForm();
  // Where nothing must be explained, what was written before stays in view.
  const isAsked = kind === 'correction' && (explain !== null || sheet.cause !== '' || sheet.remedies !== '');
  const fields = isAsked ? (['cause', 'remedies', 'note'] as const) : (['note'] as const);
  return (
    <section className={styles.explanation}>
      {isAsked && <h2>{t('submission.form.explanation')}</h2>}
      {isAsked && explain !== null && <p>{t('submission.form.explain', { level: t(`levels.word.${explain}`) })}</p>}
      {fields.map((field) => {
        const isReason = field === 'note' && kind === 'correction';
        const id = textId(isReason ? 'reason' : field);
        return (
          <Textarea
            key={field}
            id={id}
            label={isReason ? t('submission.correct.reason') : t(`submission.form.${field}`)}
            value={sheet[field]}
            rows={field === 'note' ? 2 : 3}
            resize="vertical"
            maxLength={2000}
            readOnly={readOnly}
            error={sentenceAt(problems, id)}
            onChange={(event) => change({ ...sheet, [field]: event.currentTarget.value })}
          />
        );
      })}
    </section>
  );
}

function sentenceAt(problems: readonly FormProblem[], id: string): string | undefined {
  return problems.find(({ field }) => field === id)?.sentence;
}
