import { Button, Textarea, TextInput } from '@mantine/core';
import { useReducer } from 'react';
import type { SyntheticEvent } from 'react';
import type { Interview, InterviewIn } from '#api/interviews/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { useKeptEdit } from '../../ui/kept-edit.ts';
import { attendantsText, readAttendants } from './attendants.ts';
import { CityChoices } from './city-choices.tsx';
import { Failure } from './failure.tsx';
import { allFieldsOf, choicesOf, readFields } from './fields.ts';
import { KeptLine } from './kept-line.tsx';
import { useEdit } from './use-edit.ts';
import styles from './interview.module.css';

interface FactsFormProps {
  readonly interview: Interview;
}

/** Edits what is written down of a meeting beside its requirements; what is typed survives a reload and a sign-out. */
export function FactsForm({ interview }: FactsFormProps) {
  const [round, begin] = useReducer((before: number) => before + 1, 0);
  return <Facts key={round} interview={interview} onDiscard={begin} />;
}

interface FactsProps extends FactsFormProps {
  readonly onDiscard: () => void;
}

function Facts({ interview, onDiscard }: FactsProps) {
  const { t } = useText();
  const { kept, change, submit } = useFacts(interview);
  const written = writtenFields(interview);
  const typed = new Map(kept.typed);
  const begin = (name: FactField): string => typed.get(name) ?? written[name];
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onInput={(event) => kept.write(allFieldsOf(event.currentTarget))}
      noValidate
      aria-label={t('meetings.edit')}
    >
      <h2>{t('meetings.edit')}</h2>
      <KeptLine kept={kept} onDiscard={onDiscard} />
      <Failure error={change.error} />
      <FactFields begin={begin} />
      <CityChoices chosen={kept.typed === null ? interview.regions : choicesOf(kept.typed, 'regions')} />
      <WordFields begin={begin} />
      <div>
        <Button type="submit" loading={change.pending}>
          {t('meetings.save')}
        </Button>
      </div>
    </form>
  );
}

function useFacts(interview: Interview) {
  const { person } = useSession();
  const kept = useKeptEdit(`xushi.facts.${person.name}.${interview.id}`, interview.version, readFields);
  const change = useEdit(interview, kept);
  const cities = [...useRegions().values()]
    .filter(({ parent }) => parent !== null)
    .map(({ code, name, short }) => ({ code, names: [name.zh, short.zh, name.en] }));
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const all = allFieldsOf(event.currentTarget);
    const fields = new Map(all);
    change.run({
      ...factsIn(fields),
      regions: [...choicesOf(all, 'regions')],
      attendants: [...readAttendants(fields.get('attendants') ?? '', cities)],
    });
  };
  return { kept, change, submit };
}

/** What is written down, by the fields of the form. */
const writtenFields = ({ heldOn, title, place, attendants, agenda, notice, minutes }: Interview) => ({
  heldOn,
  titleZh: title.zh,
  titleEn: title.en,
  place,
  attendants: attendantsText(attendants),
  agenda,
  noticeZh: notice.zh,
  noticeEn: notice.en,
  minutes,
});
type FactField = keyof ReturnType<typeof writtenFields>;

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

interface FieldsProps {
  /** What a field begins with. */
  readonly begin: (name: FactField) => string;
}

function FactFields({ begin }: FieldsProps) {
  const { t } = useText();
  const of = (name: FactField) => ({ name, defaultValue: begin(name) });
  return (
    <>
      <TextInput type="date" {...of('heldOn')} label={t('meetings.date')} />
      <TextInput {...of('titleZh')} label={t('meetings.titleZh')} maxLength={200} />
      <TextInput {...of('titleEn')} label={t('meetings.titleEn')} maxLength={200} />
      <TextInput {...of('place')} label={t('meetings.place')} maxLength={200} />
    </>
  );
}

function WordFields({ begin }: FieldsProps) {
  const { t } = useText();
  const of = (name: FactField) => ({ name, defaultValue: begin(name) });
  return (
    <>
      <Textarea
        {...of('attendants')}
        label={t('meetings.attendants')}
        description={t('meetings.attendantsHint')}
        rows={4}
      />
      <Textarea {...of('agenda')} label={t('meetings.agenda')} rows={3} maxLength={4000} />
      <Textarea {...of('noticeZh')} label={t('meetings.noticeZh')} rows={6} maxLength={8000} />
      <Textarea {...of('noticeEn')} label={t('meetings.noticeEn')} rows={4} maxLength={8000} />
      <Textarea {...of('minutes')} label={t('meetings.minutes')} rows={6} maxLength={20_000} />
    </>
  );
}
