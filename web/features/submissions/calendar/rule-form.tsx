import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { setYearRule, type ReportingCalendar } from '#api/deadlines/calendar-contract.ts';
import type { MonthDeadline } from '#api/deadlines/contract.ts';
import { call } from '../../../api/call.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { MovedMonths } from './moved-months.tsx';
import { PartForm } from './part-form.tsx';
import { movedMonths, ruleFields, ruleOf, ruleSentencesWrong, specialIn, typedOf } from './typed-rule.ts';
import { usePartForm } from './use-part-form.ts';
import styles from './calendar.module.css';

interface RuleFormProps {
  readonly calendar: ReportingCalendar;
  readonly months: readonly MonthDeadline[];
}

/** Says by which day the months of a year are reported and when they close, and shows what that moves. */
export function RuleForm({ calendar, months }: RuleFormProps) {
  const { t } = useText();
  const { year } = calendar;
  const form = useRuleForm(calendar);
  const rule = ruleOf(form.typed);
  return (
    <PartForm title={t('calendar.form.ruleTitle', { year })} form={form}>
      <RuleFields form={form} />
      {rule !== null && <MovedMonths moved={movedMonths(months, { rule, special: specialIn(calendar) })} />}
    </PartForm>
  );
}

function useRuleForm(calendar: ReportingCalendar) {
  const { t, language } = useText();
  const { year } = calendar;
  const surroundings = { year, special: specialIn(calendar), language, dayWords: t('calendar.form.wrongDay') };
  return usePartForm({
    name: `${year}.rule`,
    version: calendar.rule.version,
    fields: ruleFields,
    initial: typedOf(calendar.rule.value),
    wrongIn: (typed) => ruleSentencesWrong(typed, surroundings),
    save: (typed, how) => {
      const rule = ruleOf(typed) ?? calendar.rule.value;
      return call(setYearRule, { params: { year }, body: { ...rule, reason: typed.reason }, ...how });
    },
  });
}

const options = <Key extends string>(keys: readonly Key[], labelOf: (key: Key) => string) =>
  keys.map((value) => ({ value, label: labelOf(value) }));

function RuleFields({ form: { field, typed } }: { readonly form: ReturnType<typeof useRuleForm> }) {
  const { t } = useText();
  const labelOf = (key: 'calendar' | 'working' | 'stays' | 'moves' | 'alone' | 'with-february'): string =>
    t(`calendar.form.${key}`);
  const counts = options(['calendar', 'working'], labelOf);
  const day = { inputMode: 'numeric', maxLength: 2 } as const;
  return (
    <>
      <NativeSelect {...field('onTimeCount')} label={t('calendar.form.onTimeCount')} data={counts} />
      <TextInput {...field('onTimeDay')} {...day} label={t('calendar.form.onTimeDay')} />
      <NativeSelect
        {...field('closesCount')}
        label={t('calendar.form.closesCount')}
        data={[{ value: '', label: t('calendar.form.never') }, ...counts]}
      />
      {typed.closesCount !== '' && <TextInput {...field('closesDay')} {...day} label={t('calendar.form.closesDay')} />}
      <NativeSelect
        {...field('dayOff')}
        label={t('calendar.form.dayOff')}
        data={options(['stays', 'moves'], labelOf)}
      />
      <NativeSelect
        {...field('january')}
        label={t('calendar.form.january')}
        data={options(['alone', 'with-february'], labelOf)}
      />
      <Textarea
        className={styles.wide}
        {...field('reason')}
        label={t('calendar.form.reason')}
        rows={2}
        maxLength={2000}
      />
    </>
  );
}
