import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { dayParts } from '#api/measures/calendar.ts';
import { stages } from '#api/projects/contract.ts';
import { stageWords } from '#api/projects/fields.ts';
import { useReportingRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { FindField } from '../../ui/find-field.tsx';
import { projectsSearch } from './search.ts';

const route = getRouteApi('/projects');

interface ChoiceProps {
  readonly name: 'region' | 'stage' | 'year';
  readonly label: string;
  readonly all: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** One thing that the ledger is filtered by, kept in the address; what was open belongs to another choice. */
function Choice({ name, label, all, choices }: ChoiceProps) {
  const chosen = route.useSearch()[name];
  const navigate = route.useNavigate();
  const choose = (value: string): void => {
    const read = projectsSearch({ [name]: value });
    void navigate({ search: (before) => ({ ...before, open: undefined, [name]: read[name] }) });
  };
  return (
    <NativeSelect
      label={label}
      size="xs"
      value={chosen === undefined ? '' : String(chosen)}
      data={[{ value: '', label: all }, ...choices]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

/** City, stage, year of the start and words to be found; each is in the address. */
export function ProjectFilters() {
  const { t, language } = useText();
  const { year, find } = route.useSearch();
  const navigate = route.useNavigate();
  const { today, person } = useSession();
  const cities = useReportingRegions().map(({ code, short }) => ({ value: code, label: short[language] }));
  const steps = stages.map((one) => ({ value: one, label: stageWords[one][language] }));
  const now = dayParts(today).year;
  const years = [...new Set([now + 1, now, now - 1, now - 2, year ?? now])].toSorted((a, b) => b - a).map(String);
  const ofYears = years.map((value) => ({ value, label: value }));
  return (
    <>
      {person.role !== 'bureau' && (
        <Choice name="region" label={t('projects.city')} all={t('projects.allCities')} choices={cities} />
      )}
      <Choice name="stage" label={t('projects.stage')} all={t('projects.allStages')} choices={steps} />
      <Choice name="year" label={t('projects.year')} all={t('projects.allYears')} choices={ofYears} />
      <FindField
        label={t('projects.find')}
        placeholder={t('projects.findHint')}
        maxLength={100}
        found={find}
        onFind={(words) => void navigate({ search: (before) => ({ ...before, open: undefined, find: words }) })}
      />
    </>
  );
}
