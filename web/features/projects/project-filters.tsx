import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { dayParts } from '#api/measures/calendar.ts';
import { stages } from '#api/projects/contract.ts';
import { stageWords } from '#api/projects/fields.ts';
import { useReportingRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { projectsSearch } from './search.ts';

const route = getRouteApi('/projects');

/** City, stage, year of the start and words to be found; each is in the address. */
export function ProjectFilters() {
  const { t, language } = useText();
  const { region, stage, year } = route.useSearch();
  const { today, person } = useSession();
  const cities = useReportingRegions();
  const navigate = route.useNavigate();
  const choose =
    (key: 'region' | 'stage' | 'year') => (event: { readonly currentTarget: { readonly value: string } }) => {
      const chosen = projectsSearch({ [key]: event.currentTarget.value });
      void navigate({ search: (before) => ({ ...before, open: undefined, [key]: chosen[key] }) });
    };
  const now = dayParts(today).year;
  const years = [...new Set([now + 1, now, now - 1, now - 2, year ?? now])].toSorted((a, b) => b - a);
  return (
    <>
      {person.role !== 'bureau' && (
        <NativeSelect
          label={t('projects.city')}
          size="xs"
          value={region ?? ''}
          data={[
            { value: '', label: t('projects.allCities') },
            ...cities.map(({ code, short }) => ({ value: code, label: short[language] })),
          ]}
          onChange={choose('region')}
        />
      )}
      <NativeSelect
        label={t('projects.stage')}
        size="xs"
        value={stage ?? ''}
        data={[
          { value: '', label: t('projects.allStages') },
          ...stages.map((one) => ({ value: one, label: stageWords[one][language] })),
        ]}
        onChange={choose('stage')}
      />
      <NativeSelect
        label={t('projects.year')}
        size="xs"
        value={year === undefined ? '' : String(year)}
        data={[{ value: '', label: t('projects.allYears') }, ...years.map(String)]}
        onChange={choose('year')}
      />
      <Find />
    </>
  );
}

/** Words are looked for once they are typed: on Enter, or when the field is left. */
function Find() {
  const { t } = useText();
  const { find } = route.useSearch();
  const [typed, setTyped] = useState(find ?? '');
  const navigate = route.useNavigate();
  const look = (): void => {
    const words = typed.trim();
    if (words === (find ?? '')) return;
    void navigate({ search: (before) => ({ ...before, open: undefined, find: words === '' ? undefined : words }) });
  };
  return (
    <TextInput
      label={t('projects.find')}
      placeholder={t('projects.findHint')}
      size="xs"
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={look}
      onKeyDown={(event) => {
        if (event.key === 'Enter') look();
      }}
    />
  );
}
