import { Button, Textarea, TextInput } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import type { Interview, InterviewIn } from '#api/interviews/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { attendantsText, readAttendants } from './attendants.ts';
import { CityChoices } from './city-choices.tsx';
import { Failure } from './failure.tsx';
import { choicesOf, fieldsOf } from './fields.ts';
import { useEdit } from './use-edit.ts';
import styles from './interview.module.css';

interface FactsFormProps {
  readonly interview: Interview;
}

/** Edits what is written down of a meeting beside its requirements. */
export function FactsForm({ interview }: FactsFormProps) {
  const { t } = useText();
  const change = useEdit(interview);
  const regions = useRegions();
  const cities = [...regions.values()]
    .filter(({ parent }) => parent !== null)
    .map(({ code, name, short }) => ({ code, names: [name.zh, short.zh, name.en] }));
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = fieldsOf(event.currentTarget);
    const chosen = choicesOf(event.currentTarget, 'regions');
    change.run({
      ...factsIn(fields),
      regions: [...chosen],
      attendants: [...readAttendants(fields.get('attendants') ?? '', cities)],
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t('meetings.edit')}>
      <h2>{t('meetings.edit')}</h2>
      <Failure error={change.error} />
      <FactFields interview={interview} />
      <CityChoices chosen={interview.regions} />
      <WordFields interview={interview} />
      <div>
        <Button type="submit" loading={change.pending}>
          {t('meetings.save')}
        </Button>
      </div>
    </form>
  );
}

function factsIn(fields: ReadonlyMap<string, string>): Partial<InterviewIn> {
  const field = (name: string): string => fields.get(name) ?? '';
  return {
    heldOn: field('heldOn'),
    title: { zh: field('titleZh'), en: field('titleEn') },
    place: field('place'),
    agenda: field('agenda'),
    notice: { zh: field('noticeZh'), en: field('noticeEn') },
    minutes: field('minutes'),
  };
}

function FactFields({ interview: { heldOn, title, place } }: FactsFormProps) {
  const { t } = useText();
  return (
    <>
      <TextInput type="date" name="heldOn" label={t('meetings.date')} defaultValue={heldOn} />
      <TextInput name="titleZh" label={t('meetings.titleZh')} defaultValue={title.zh} maxLength={200} />
      <TextInput name="titleEn" label={t('meetings.titleEn')} defaultValue={title.en} maxLength={200} />
      <TextInput name="place" label={t('meetings.place')} defaultValue={place} maxLength={200} />
    </>
  );
}

function WordFields({ interview }: FactsFormProps) {
  const { t } = useText();
  return (
    <>
      <Textarea
        name="attendants"
        label={t('meetings.attendants')}
        description={t('meetings.attendantsHint')}
        defaultValue={attendantsText(interview.attendants)}
        rows={4}
      />
      <Textarea name="agenda" label={t('meetings.agenda')} defaultValue={interview.agenda} rows={3} maxLength={4000} />
      <Textarea
        name="noticeZh"
        label={t('meetings.noticeZh')}
        defaultValue={interview.notice.zh}
        rows={6}
        maxLength={8000}
      />
      <Textarea
        name="noticeEn"
        label={t('meetings.noticeEn')}
        defaultValue={interview.notice.en}
        rows={4}
        maxLength={8000}
      />
      <Textarea
        name="minutes"
        label={t('meetings.minutes')}
        defaultValue={interview.minutes}
        rows={6}
        maxLength={20_000}
      />
    </>
  );
}
