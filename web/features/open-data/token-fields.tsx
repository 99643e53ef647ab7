import { NativeSelect, TextInput } from '@mantine/core';
import type { AccessTokens } from '#api/access-tokens/contract.ts';
import { useReportingRegions } from '../../api/reference.ts';
import { useText } from '../../text/messages/use-text.ts';

export interface TypedToken {
  readonly name: string;
  /** Empty for all cities. */
  readonly region: string;
  readonly lastDay: string;
  readonly way: 'head' | 'address';
}

interface TokenFieldsProps extends Pick<AccessTokens, 'lastDay'> {
  readonly typed: TypedToken;
  /** The one city that can be chosen; null where all can. */
  readonly region: string | null;
  readonly onType: (typed: TypedToken) => void;
}

/** What a token is made with. */
export function TokenFields({ typed, region, lastDay, onType }: TokenFieldsProps) {
  const { t } = useText();
  return (
    <>
      <TextInput
        label={t('openData.name')}
        description={t('openData.nameHint')}
        value={typed.name}
        required
        withAsterisk={false}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => onType({ ...typed, name: event.currentTarget.value })}
      />
      <ScopeSelect typed={typed} region={region} onType={onType} />
      <TextInput
        type="date"
        label={t('openData.lastDay')}
        value={typed.lastDay}
        required
        withAsterisk={false}
        min={lastDay.earliest}
        max={lastDay.latest}
        onChange={(event) => onType({ ...typed, lastDay: event.currentTarget.value })}
      />
      <WaySelect typed={typed} onType={onType} />
    </>
  );
}

function ScopeSelect({ typed, region, onType }: Omit<TokenFieldsProps, 'lastDay'>) {
  const { t, language } = useText();
  const cities = useReportingRegions().filter(({ code }) => region === null || code === region);
  const all = region === null ? [{ value: '', label: t('openData.scopeAll') }] : [];
  return (
    <NativeSelect
      label={t('openData.scope')}
      value={region ?? typed.region}
      data={[...all, ...cities.map(({ code, name }) => ({ value: code, label: name[language] }))]}
      onChange={(event) => onType({ ...typed, region: event.currentTarget.value })}
    />
  );
}

function WaySelect({ typed, onType }: Pick<TokenFieldsProps, 'typed' | 'onType'>) {
  const { t } = useText();
  return (
    <NativeSelect
      label={t('openData.way')}
      {...(typed.way === 'address' ? { description: t('openData.wayHint') } : {})}
      value={typed.way}
      data={[
        { value: 'head', label: t('openData.wayHead') },
        { value: 'address', label: t('openData.wayAddress') },
      ]}
      onChange={(event) => onType({ ...typed, way: event.currentTarget.value === 'address' ? 'address' : 'head' })}
    />
  );
}
