import { NativeSelect } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { memo } from 'react';
import { useRegions } from '../../api/reference.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useChoice, type HighlightRoute } from './highlight-area.tsx';

interface RegionSelectProps {
  readonly from: HighlightRoute;
  /** The cities of the page; nothing is offered where there is only one. */
  readonly regions: readonly string[];
}

/** The city that stays lit in all pictures of the page, kept in the address. */
export function RegionSelect({ from, regions }: RegionSelectProps) {
  return regions.length < 2 ? null : <Select from={from} codes={regions.toSorted().join(' ')} />;
}

interface SelectProps extends Pick<RegionSelectProps, 'from'> {
  /** The cities' codes as one text: it is the same in each month of a year, and nothing is drawn anew when the month moves. */
  readonly codes: string;
}

const Select = memo(function Select({ from, codes }: SelectProps) {
  const { t, language } = useText();
  const known = useRegions();
  const { region } = useSearch({ from });
  const choose = useChoice(from);
  const regions = codes.split(' ');
  const cities = regions.map((code) => ({ value: code, label: known.get(code)?.short[language] ?? code }));
  return (
    <NativeSelect
      label={t('charts.highlight')}
      size="xs"
      value={region !== undefined && regions.includes(region) ? region : ''}
      data={[{ value: '', label: t('charts.highlightNone') }, ...cities]}
      onChange={({ currentTarget: { value } }) => choose(value === '' ? undefined : value)}
    />
  );
});
