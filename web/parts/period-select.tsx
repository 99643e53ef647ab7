import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { YearMonth } from '#api/measures/calendar.ts';
import { compareMonths } from '#api/measures/calendar.ts';
import { formatMonth } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import { Later } from './later.tsx';
import { usePeriod } from './period.ts';
import type { MonthRoute } from './period.ts';

interface PeriodSelectProps {
  readonly from: MonthRoute;
  /** The months to choose from; the one shown is always among them. */
  readonly months: readonly YearMonth[];
}

/** The month that a page shows, kept in the address. It follows a moved slider after the page's picture. */
export function PeriodSelect({ from, months }: PeriodSelectProps) {
  const { year, month } = usePeriod(from);
  const choice = useMemo(() => ({ months, shown: { year, month } }), [months, year, month]);
  return <Later of={choice}>{(later) => <Select from={from} {...later} />}</Later>;
}

interface SelectProps extends PeriodSelectProps {
  readonly shown: YearMonth;
}

function Select({ from, months, shown }: SelectProps) {
  const { t, language } = useText();
  const navigate = useNavigate({ from });
  const choices = offered(months, shown);
  const choose = (value: string): void => {
    const chosen = choices.find((choice) => keyOf(choice) === value);
    if (chosen) void navigate({ to: '.', search: (before) => ({ ...before, year: chosen.year, month: chosen.month }) });
  };
  return (
    <NativeSelect
      label={t('everywhere.month')}
      size="xs"
      value={keyOf(shown)}
      data={choices.map((choice) => ({
        value: keyOf(choice),
        label: formatMonth(choice.year, choice.month, language),
      }))}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

const keyOf = ({ year, month }: YearMonth): string => `${year}-${month}`;

/** The newest first, each once, with the shown one among them. */
function offered(months: readonly YearMonth[], shown: YearMonth): readonly YearMonth[] {
  const known = months.some((month) => compareMonths(month, shown) === 0);
  return (known ? [...months] : [...months, shown]).toSorted((a, b) => compareMonths(b, a));
}
