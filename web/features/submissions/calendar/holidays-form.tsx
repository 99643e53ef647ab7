import { Textarea } from '@mantine/core';
import { setHolidays, type ReportingCalendar } from '#api/deadlines/calendar-contract.ts';
import type { MonthDeadline } from '#api/deadlines/contract.ts';
import { problemSentence } from '#api/http/problem.ts';
import { isReason } from '#api/http/reason.ts';
import { call } from '../../../api/call.ts';
import type { Text } from '../../../text/messages/catalogue.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { MovedMonths } from './moved-months.tsx';
import { PartForm } from './part-form.tsx';
import { daysAsRows, readPastedDays } from './pasted-days.ts';
import { movedMonths, specialOf } from './typed-rule.ts';
import { usePartForm } from './use-part-form.ts';
import styles from './calendar.module.css';

interface HolidaysFormProps {
  readonly calendar: ReportingCalendar;
  readonly months: readonly MonthDeadline[];
}

const fields = ['rows', 'reason'] as const;
type Field = (typeof fields)[number];

/** The holidays of a year as rows that can be pasted from the State Council's notice. */
export function HolidaysForm({ calendar, months }: HolidaysFormProps) {
  const { t } = useText();
  const { year, nextHolidays, rule } = calendar;
  const form = useHolidaysForm(calendar);
  const { days } = readPastedDays(form.typed.rows, year);
  const special = specialOf([...days, ...nextHolidays]);
  return (
    <PartForm title={t('calendar.form.holidaysTitle', { year })} form={form}>
      <Textarea
        className={styles.wide}
        {...form.field('rows')}
        label={t('calendar.form.rows')}
        description={t('calendar.form.rowsHint', { year })}
        rows={12}
        spellCheck={false}
      />
      <Textarea
        className={styles.wide}
        {...form.field('reason')}
        label={t('calendar.form.reason')}
        rows={2}
        maxLength={2000}
      />
      <MovedMonths moved={movedMonths(months, { rule: rule.value, special })} />
    </PartForm>
  );
}

function useHolidaysForm({ year, holidays }: ReportingCalendar) {
  const { t, language } = useText();

  return usePartForm<Field>({
    name: `${year}.holidays`,
    version: holidays.version,
    fields,
    initial: {
      rows: daysAsRows(holidays.days, { off: t('calendar.off'), working: t('calendar.working') }),
      reason: '',
    },
    wrongIn: ({ rows, reason }) => ({
      ...rowsWrong(rows, year, t),
      ...(isReason(reason) ? {} : { reason: problemSentence('reason-required', {}, language) }),
    }),
    save: ({ rows, reason }, how) => {
      const days = [...readPastedDays(rows, year).days];
      return call(setHolidays, { params: { year }, body: { days, reason }, ...how });
    },
  });
}

/** The first lines that cannot be read, each with what is wrong. */
function rowsWrong(rows: string, year: number, t: Text): { readonly rows?: string } {
  const { days, faults } = readPastedDays(rows, year);
  if (faults.length === 0) return days.length === 0 ? { rows: t('calendar.rows.none') } : {};
  const shown = faults.slice(0, 5).map(({ line, fault }) => t(`calendar.rows.${fault}`, { line, year }));
  return { rows: shown.join(' ') };
}
