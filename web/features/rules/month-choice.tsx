import { NativeSelect } from '@mantine/core';
import type { YearMonth } from '#api/measures/calendar.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { keyOf } from './month-key.ts';

interface MonthChoiceProps {
  readonly label: string;
  readonly months: readonly YearMonth[];
  readonly value: YearMonth | undefined;
  readonly onChoose: (key: string) => void;
}

/** One of these months. */
export function MonthChoice({ label, months, value, onChoose }: MonthChoiceProps) {
  const { language } = useText();
  return (
    <NativeSelect
      label={label}
      size="xs"
      value={value === undefined ? '' : keyOf(value)}
      data={months.map((month) => ({ value: keyOf(month), label: formatMonth(month.year, month.month, language) }))}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
