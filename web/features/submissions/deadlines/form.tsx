import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import type { MonthDeadline } from '#api/deadlines/contract.ts';
import { permittedDays } from '#api/deadlines/lifecycle.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { useReportingRegions } from '../../../api/reference.ts';
import { formatMonth } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ProblemView } from '../../../ui/problem-view.tsx';
import type { DeadlineField } from './deadline.ts';
import { SavedNote } from './saved-note.tsx';
import { useDeadlineForm } from './use-deadline-form.ts';
import styles from './deadlines.module.css';

const idOf = (field: DeadlineField): string => `deadline-${field}`;

/** Sets a month's deadline for all cities, or a later one for one of them. */
export function DeadlineForm({ deadline }: { readonly deadline: MonthDeadline }) {
  const { t, language } = useText();
  const form = useDeadlineForm(deadline);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = form.send();
    if (wrong !== null) document.querySelector<HTMLElement>(`#${idOf(wrong)}`)?.focus();
  };
  const field = (name: DeadlineField) => ({
    id: idOf(name),
    value: form.typed[name],
    error: form.sentences[name],
    onChange: (event: { currentTarget: { value: string } }) => form.write(name, event.currentTarget.value),
  });
  const days = permittedDays(form.month, form.typed.region === '' ? null : form.typed.region);
  const title = t('deadlines.form.title', { month: formatMonth(deadline.year, deadline.month, language) });
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={title}>
      {form.saved && <SavedNote month={form.saved} />}
      {form.error && <Failure error={form.error} />}
      <NativeSelect
        {...field('region')}
        label={t('deadlines.form.region')}
        data={[{ value: '', label: t('deadlines.allCities') }, ...useCities()]}
      />
      <Days onTimeDay={field('onTimeDay')} closesOn={field('closesOn')} days={days} />
      <Textarea {...field('reason')} label={t('deadlines.form.reason')} rows={2} maxLength={2000} />
      <div>
        <Button type="submit" loading={form.pending}>
          {t('deadlines.form.save')}
        </Button>
      </div>
    </form>
  );
}

/** The cities as the options of a choice. */
function useCities(): readonly { readonly value: string; readonly label: string }[] {
  const { language } = useText();
  return useReportingRegions().map(({ code, short }) => ({ value: code, label: short[language] }));
}

interface DaysProps {
  readonly onTimeDay: TextInputProps;
  readonly closesOn: TextInputProps;
  readonly days: ReturnType<typeof permittedDays>;
}

function Days({ onTimeDay, closesOn, days }: DaysProps) {
  const { t } = useText();
  return (
    <>
      <TextInput
        {...onTimeDay}
        type="date"
        label={t('deadlines.form.onTimeDay')}
        description={t('deadlines.form.onTimeHint', days)}
        min={days.earliest}
        max={days.latest}
      />
      <TextInput
        {...closesOn}
        type="date"
        label={t('deadlines.form.closesOn')}
        description={t('deadlines.form.closesHint')}
        max={days.latest}
      />
    </>
  );
}

function Failure({ error }: { readonly error: Error }) {
  const { t } = useText();
  const problem = problemOf(error);
  if (problem.code !== 'stale-version') return <ProblemView problem={problem} />;
  return (
    <p className={styles.notice} role="alert">
      {t('deadlines.form.stale', { detail: problem.detail })}
    </p>
  );
}
