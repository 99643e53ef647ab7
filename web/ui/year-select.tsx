import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../text/messages/use-text.ts';

interface YearSelectProps {
  readonly from: '/submissions' | '/targets' | '/loads';
  readonly year: number;
  /** The years to choose from; the one shown is always among them. */
  readonly years: readonly number[];
}

/** The year that a page shows, kept in the address; whatever else was open there is of another year. */
export function YearSelect({ from, year, years }: YearSelectProps) {
  const { t } = useText();
  const navigate = useNavigate({ from });
  const choices = [...new Set([year, ...years])].toSorted((a, b) => b - a);
  return (
    <NativeSelect
      label={t('everywhere.year')}
      size="xs"
      value={String(year)}
      data={choices.map(String)}
      onChange={(event) => void navigate({ to: '.', search: { year: Number(event.currentTarget.value) } })}
    />
  );
}
