import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { SubmitEvent } from 'react';
import type { AuditFilterIn } from '#api/audit/contract.ts';
import { auditOutcomes, type AuditGroup } from '#api/http/audit-kinds.ts';
import { titlesQuery } from '../../api/account-titles.ts';
import { useText } from '../../text/messages/use-text.ts';
import { auditSearch } from './search.ts';
import styles from './page.module.css';

interface FiltersProps {
  readonly filter: AuditFilterIn;
  /** The groups that the reader may ask for. */
  readonly groups: readonly AuditGroup[];
}

/** What is asked of the trail: typed here, kept in the address, and taken along into the file. */
export function Filters({ filter, groups }: FiltersProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()]);
    void navigate({ to: '/audit', search: auditSearch(Object.fromEntries(typed)) });
  };
  return (
    // What the address says stands in the fields anew whenever it changes, as when one goes back.
    <form key={JSON.stringify(filter)} className={styles.filters} aria-label={t('audit.filters')} onSubmit={submit}>
      <TextInput type="date" name="from" label={t('audit.from')} defaultValue={filter.from ?? ''} />
      <TextInput type="date" name="to" label={t('audit.to')} defaultValue={filter.to ?? ''} />
      <Choices filter={filter} groups={groups} />
      <Buttons filter={filter} />
    </form>
  );
}

function Choices({ filter, groups }: FiltersProps) {
  const { t, language } = useText();
  const titles = useQuery(titlesQuery).data ?? [];
  const names = new Set([...titles.map(({ name }) => name), ...(filter.actor === undefined ? [] : [filter.actor])]);
  const title = (name: string): string => titles.find((one) => one.name === name)?.title[language] ?? '';
  const choice = (name: 'actor' | 'group' | 'outcome', options: readonly { value: string; label: string }[]) => (
    <NativeSelect
      name={name}
      label={t(`audit.${name}`)}
      defaultValue={filter[name] ?? ''}
      data={[{ value: '', label: t('audit.all') }, ...options]}
    />
  );
  return (
    <>
      {choice(
        'actor',
        [...names].map((name) => ({ value: name, label: `${title(name)} ${name}`.trim() })),
      )}
      {choice(
        'group',
        groups.map((group) => ({ value: group, label: t(`audit.groups.${group}`) })),
      )}
      <TextInput
        name="object"
        label={t('audit.object')}
        placeholder={t('audit.objectHint')}
        maxLength={100}
        autoComplete="off"
        defaultValue={filter.object ?? ''}
      />
      {choice(
        'outcome',
        auditOutcomes.map((outcome) => ({ value: outcome, label: t(`audit.outcomes.${outcome}`) })),
      )}
    </>
  );
}

function Buttons({ filter }: Pick<FiltersProps, 'filter'>) {
  const { t } = useText();
  return (
    <div className={styles.buttons}>
      <Button type="submit">{t('audit.apply')}</Button>
      {Object.keys(filter).length > 0 && (
        <Link to="/audit" search={{}}>
          {t('audit.clear')}
        </Link>
      )}
    </div>
  );
}
