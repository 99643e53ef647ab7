import type { ReactNode } from 'react';
import type { ReportingCalendar } from '#api/deadlines/calendar-contract.ts';
import type { MonthDeadline } from '#api/deadlines/contract.ts';
import { useTitleOf } from '../../../api/account-titles.ts';
import { formatInstant } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { holidaySentences, quietSentences, ruleSentences, startSentence } from './calendar-words.ts';
import { HolidaysForm } from './holidays-form.tsx';
import { QuietForm } from './quiet-form.tsx';
import { RuleForm } from './rule-form.tsx';
import { StartForm } from './start-form.tsx';
import { SetLink } from '../deadlines/set-link.tsx';
import styles from './calendar.module.css';

/** The parts of the calendar, as an address opens them: `deadlines-rule`. */
export const calendarParts = ['rule', 'holidays', 'start', 'quiet'] as const;
export type CalendarPartName = (typeof calendarParts)[number];

interface CalendarPartProps {
  readonly calendar: ReportingCalendar;
  readonly months: readonly MonthDeadline[];
  /** The part whose form is open; null where none is. */
  readonly opened: CalendarPartName | null;
}

/** 报送日历: how the year is reported, by which holidays, from which month on, and who said so; each part can be set. */
export function CalendarPart({ calendar, months, opened }: CalendarPartProps) {
  const words = useText();
  const { t } = words;
  const forms: Readonly<Record<CalendarPartName, ReactNode>> = {
    rule: <RuleForm key={`rule-${calendar.year}`} calendar={calendar} months={months} />,
    holidays: <HolidaysForm key={`holidays-${calendar.year}`} calendar={calendar} months={months} />,
    start: <StartForm key={`start-${calendar.year}`} calendar={calendar} />,
    quiet: <QuietForm calendar={calendar} />,
  };
  const sentences: Readonly<Record<CalendarPartName, readonly string[]>> = {
    rule: ruleSentences(calendar.rule.value, t),
    holidays: holidaySentences(calendar, t),
    start: [startSentence(calendar.start, words)],
    quiet: quietSentences(calendar.quiet.value, t),
  };
  return (
    <dl className={styles.parts}>
      {calendarParts.map((name) => (
        <div key={name}>
          <dt>{t(`calendar.parts.${name}`, { year: calendar.year })}</dt>
          <dd>
            {sentences[name].map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <Decided {...calendar[name]} />
            {calendar.can.set && (
              <SetLink
                part={name}
                name={t(`calendar.parts.${name}`, { year: calendar.year })}
                isOpen={opened === name}
              />
            )}
            {calendar.can.set && opened === name && forms[name]}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Who decided a part, when and why, or that the program brought it; nothing where nobody did. */
function Decided({ author, decidedAt, reason }: Pick<ReportingCalendar['rule'], 'author' | 'decidedAt' | 'reason'>) {
  const { t } = useText();
  const titleOf = useTitleOf();
  if (decidedAt === null) return null;
  if (author === null) return <p className={styles.decided}>{t('calendar.brought', { source: reason ?? '' })}</p>;
  const words = { person: titleOf(author), day: formatInstant(decidedAt).slice(0, 10), reason: reason ?? '' };
  return <p className={styles.decided}>{t('calendar.decided', words)}</p>;
}
