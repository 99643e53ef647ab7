import { NativeSelect } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
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
  const { t, language } = useText();
  const known = useRegions();
  const { region } = useSearch({ from });
  const choose = useChoice(from);
  if (regions.length < 2) return null;
  const cities = regions.toSorted().map((code) => ({ value: code, label: known.get(code)?.short[language] ?? code }));
  return (
    <NativeSelect
      label={t('charts.highlight')}
      size="xs"
      value={region !== undefined && regions.includes(region) ? region : ''}
      data={[{ value: '', label: t('charts.highlightNone') }, ...cities]}
      onChange={({ currentTarget: { value } }) => choose(value === '' ? undefined : value)}
    />
  );
}
