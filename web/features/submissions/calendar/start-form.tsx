import { NativeSelect, Textarea } from '@mantine/core';
import { setStartMonth, type ReportingCalendar } from '#api/deadlines/calendar-contract.ts';
import { problemSentence, type Language } from '#api/http/problem.ts';
import { isReason } from '#api/http/reason.ts';
import { call } from '../../../api/call.ts';
import { formatMonth } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { PartForm } from './part-form.tsx';
import { usePartForm } from './use-part-form.ts';
import styles from './calendar.module.css';

const fields = ['from', 'reason'] as const;
type Field = (typeof fields)[number];

/** Says from which month on the office reports; the months of the year and the one that is set can be chosen. */
export function StartForm({ calendar }: { readonly calendar: ReportingCalendar }) {
  const { t, language } = useText();
  const { year, start } = calendar;
  const set = start.from === null ? '' : `${start.from.year}-${start.from.month}`;
  const form = usePartForm<Field>({
    name: `${year}.start`,
    version: start.version,
    fields,
    initial: { from: set, reason: '' },
    wrongIn: ({ reason }) => (isReason(reason) ? {} : { reason: problemSentence('reason-required', {}, language) }),
    save: ({ from, reason }, how) =>
      call(setStartMonth, { params: { year }, body: { from: monthIn(from), reason }, ...how }),
  });
  const choices = new Set([
    ...(set === '' ? [] : [set]),
    ...Array.from({ length: 12 }, (_, index) => `${year}-${index + 1}`),
  ]);
  return (
    <PartForm title={t('calendar.form.startTitle')} form={form}>
      <NativeSelect
        className={styles.wide}
        {...form.field('from')}
        label={t('calendar.form.from')}
        description={t('calendar.form.fromHint')}
        data={[
          { value: '', label: t('calendar.noStart') },
          ...[...choices].map((value) => ({ value, label: nameOf(value, language) })),
        ]}
      />
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

/** `2020-11` as a month; null where nothing is chosen. */
function monthIn(value: string): { readonly year: number; readonly month: number } | null {
  const [year, month] = value.split('-');
  return year === undefined || month === undefined ? null : { year: Number(year), month: Number(month) };
}

function nameOf(value: string, language: Language): string {
  const month = monthIn(value);
  return month === null ? '' : formatMonth(month.year, month.month, language);
}
