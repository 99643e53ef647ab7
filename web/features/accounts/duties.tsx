import { NativeSelect, TextInput } from '@mantine/core';
import { roles } from '#api/http/endpoint.ts';
import type { Role } from '#api/http/endpoint.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions, useReportingRegions } from '../../api/reference.ts';

/** What an account stands for and may do, as it is typed; `region` counts for a bureau and an official, `''` where none was chosen. */
export interface TypedDuties {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly role: Role;
  readonly region: string;
}

interface DutiesProps {
  readonly typed: TypedDuties;
  readonly onType: (typed: Partial<TypedDuties>) => void;
  /** Whether the role is shown only: nobody changes their own. */
  readonly isRoleFixed?: boolean;
}

/** The fields of an account's title, role and region. The region of a bureau is chosen by hand: none is preselected. */
export function Duties({ typed, onType, isRoleFixed = false }: DutiesProps) {
  const { t } = useText();
  const title = (key: 'titleZh' | 'titleEn') => ({
    label: t(`accounts.${key}`),
    value: typed[key],
    required: true,
    withAsterisk: false,
    maxLength: 64,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => onType({ [key]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput {...title('titleZh')} />
      <TextInput {...title('titleEn')} />
      <NativeSelect
        label={t('accounts.role')}
        value={typed.role}
        disabled={isRoleFixed}
        data={roles.map((role) => ({ value: role, label: t(`shell.role.${role}`) }))}
        onChange={(event) => onType({ role: roles.find((role) => role === event.currentTarget.value) ?? typed.role })}
      />
      <RegionSelect typed={typed} onChoose={(region) => onType({ region })} />
    </>
  );
}

interface RegionSelectProps {
  readonly typed: TypedDuties;
  readonly onChoose: (region: string) => void;
}

/** A bureau has a region that reports; an official may be bound to any but the top. */
function RegionSelect({ typed: { role, region }, onChoose }: RegionSelectProps) {
  const { t, language } = useText();
  const reporting = useReportingRegions();
  const belowTop = [...useRegions().values()].filter(({ parent }) => parent !== null);
  const places = role === 'bureau' ? reporting : role === 'official' ? belowTop : [];
  const nothing = { bureau: 'chooseRegion', official: 'wholeOffice', leader: 'none', administrator: 'none' } as const;
  const hasPlaces = places.length > 0;
  return (
    <NativeSelect
      label={t('accounts.region')}
      value={hasPlaces ? region : ''}
      disabled={!hasPlaces}
      required={role === 'bureau'}
      withAsterisk={false}
      data={[
        { value: '', label: t(`accounts.${nothing[role]}`) },
        ...places.map(({ code, short }) => ({ value: code, label: short[language] })),
      ]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}

/** What is sent of the typed duties. */
export function dutiesOf(typed: TypedDuties) {
  const { titleZh, titleEn, role } = typed;
  return { title: { zh: titleZh.trim(), en: titleEn.trim() }, role, region: regionOf(typed) };
}

const regionOf = ({ role, region }: TypedDuties): string | null => {
  if (role === 'official') return region === '' ? null : region;
  return role === 'bureau' ? region : null;
};
