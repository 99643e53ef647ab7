import { Button } from '@mantine/core';
import type { ReactNode, SyntheticEvent } from 'react';
import { problemOf } from '../../../api/local-problem.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ProblemView } from '../../../ui/problem-view.tsx';
import type { usePartForm } from './use-part-form.ts';
import styles from './calendar.module.css';

interface PartFormProps<Field extends string> {
  readonly title: string;
  readonly form: ReturnType<typeof usePartForm<Field>>;
  readonly children: ReactNode;
}

/** The frame of a form on one part of the calendar: what went wrong, the fields, the button, what was saved. */
export function PartForm<Field extends string>({ title, form, children }: PartFormProps<Field>) {
  const { t } = useText();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = form.send();
    if (wrong !== null) document.querySelector<HTMLElement>(`#${form.idOf(wrong)}`)?.focus();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={title}>
      {form.error !== null && <ProblemView problem={problemOf(form.error)} />}
      {children}
      <div>
        <Button type="submit" loading={form.pending}>
          {t('calendar.save')}
        </Button>{' '}
        {form.isSaved && <output>{t('calendar.saved')}</output>}
      </div>
    </form>
  );
}
