import { NativeSelect, Textarea } from '@mantine/core';
import { setQuietTime, type ReportingCalendar } from '#api/deadlines/calendar-contract.ts';
import { problemSentence } from '#api/http/problem.ts';
import { isReason } from '#api/http/reason.ts';
import { call } from '../../../api/call.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { PartForm } from './part-form.tsx';
import { usePartForm } from './use-part-form.ts';
import styles from './calendar.module.css';

const fields = ['quietFrom', 'quietUntil', 'daysOff', 'reason'] as const;
type Field = (typeof fields)[number];

const hours = Array.from({ length: 24 }, (_hour, at) => at);
const textOf = (hour: number | null): string => (hour === null ? '' : String(hour));
const hourOf = (text: string): number | null => (text === '' ? null : Number(text));

/** Says when no mail goes out, whoever asked for it. */
export function QuietForm({ calendar }: { readonly calendar: ReportingCalendar }) {
  const { t } = useText();
  const form = useQuietForm(calendar);
  const choices = [
    { value: '', label: t('inbox.mail.noQuiet') },
    ...hours.map((hour) => ({ value: String(hour), label: t('inbox.mail.hour', { hour }) })),
  ];
  const daysOffChoices = (['yes', 'no'] as const).map((value) => ({
    value,
    label: t(`calendar.form.daysOff.${value}`),
  }));
  return (
    <PartForm title={t('calendar.form.quietTitle')} form={form}>
      <NativeSelect {...form.field('quietFrom')} label={t('inbox.mail.quietFrom')} data={choices} />
      <NativeSelect {...form.field('quietUntil')} label={t('inbox.mail.quietUntil')} data={choices} />
      <NativeSelect {...form.field('daysOff')} label={t('calendar.form.daysOff.label')} data={daysOffChoices} />
      <Textarea
        className={styles.wide}
        {...form.field('reason')}
        label={t('calendar.form.reason')}
        rows={2}
        maxLength={2000}
      />
    </PartForm>
  );
}

function useQuietForm({ year, quiet }: ReportingCalendar) {
  const { language } = useText();
  const { from, until, daysOff } = quiet.value;
  return usePartForm<Field>({
    name: 'quiet',
    version: quiet.version,
    fields,
    initial: { quietFrom: textOf(from), quietUntil: textOf(until), daysOff: daysOff ? 'yes' : 'no', reason: '' },
    wrongIn: ({ quietFrom, quietUntil, reason }) => ({
      ...((quietFrom === '') === (quietUntil === '')
        ? {}
        : { quietFrom: problemSentence('quiet-hours', {}, language) }),
      ...(isReason(reason) ? {} : { reason: problemSentence('reason-required', {}, language) }),
    }),
    save: (typed, how) => {
      const { quietFrom, quietUntil, reason } = typed;
      const value = { from: hourOf(quietFrom), until: hourOf(quietUntil), daysOff: typed.daysOff === 'yes' };
      return call(setQuietTime, { params: { year }, body: { ...value, reason }, ...how });
    },
  });
}
