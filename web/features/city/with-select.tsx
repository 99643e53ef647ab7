import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { memo } from 'react';
import { useReportingRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';

const route = getRouteApi('/cities/$code');

/** The city that is laid beside this one (`with=`); nothing for those who read one city only. */
export const WithSelect = memo(function WithSelect({ region }: { readonly region: string }) {
  const { t, language } = useText();
  const cities = useReportingRegions();
  const { person } = useSession();
  const { with: beside } = route.useSearch();
  const navigate = route.useNavigate();
  if (person.region !== null) return null;
  const others = cities.filter(({ code }) => code !== region);
  const choose = (code: string): void =>
    void navigate({
      search: (before) => ({ ...before, with: code === '' ? undefined : code }),
      resetScroll: false,
    });
  return (
    <NativeSelect
      label={t('city.pair.label')}
      size="xs"
      value={others.some(({ code }) => code === beside) ? beside : ''}
      data={[
        { value: '', label: t('city.pair.none') },
        ...others.map(({ code, short }) => ({ value: code, label: short[language] })),
      ]}
      onChange={({ currentTarget: { value } }) => choose(value)}
    />
  );
});
