import { NativeSelect } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { interviewStates } from '#api/interviews/contract.ts';
import type { InterviewLine } from '#api/interviews/contract.ts';
import { useRegions } from '../../api/reference.ts';
import { useText } from '../../text/messages/use-text.ts';

const route = getRouteApi('/interviews');

/** What the list is limited to, kept in the address: a state, a city. */
export function InterviewFilters({ interviews }: { readonly interviews: readonly InterviewLine[] }) {
  const { t, language } = useText();
  const { state, region } = route.useSearch();
  const navigate = useNavigate({ from: '/interviews' });
  const regions = useRegions();
  const cities = [...new Set(interviews.flatMap((interview) => interview.regions))].toSorted();
  return (
    <>
      <NativeSelect
        label={t('interviews.list.filter')}
        size="xs"
        value={state ?? ''}
        data={[
          { value: '', label: t('interviews.list.all') },
          ...interviewStates.map((one) => ({ value: one, label: t(`meetings.state.${one}`) })),
        ]}
        onChange={(event) => {
          const chosen = interviewStates.find((one) => one === event.currentTarget.value);
          void navigate({ to: '.', search: (before) => ({ ...before, state: chosen }) });
        }}
      />
      <NativeSelect
        label={t('interviews.list.region')}
        size="xs"
        value={region ?? ''}
        data={[
          { value: '', label: t('interviews.list.anyRegion') },
          ...cities.map((code) => ({ value: code, label: regions.get(code)?.short[language] ?? code })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          void navigate({ to: '.', search: (before) => ({ ...before, region: value === '' ? undefined : value }) });
        }}
      />
    </>
  );
}
