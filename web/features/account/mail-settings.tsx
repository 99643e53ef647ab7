import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { digestRhythms, getMailChoice, mailModes, setMailChoice, type MailChoice } from '#api/inbox/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { query } from '../../api/queries.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './page.module.css';

/** Whether one gets mail of one's notices, where, how often, and in which hours not. */
export function MailSettings() {
  const { t } = useText();
  const result = useQuery(query(getMailChoice, {}));
  return (
    <section>
      <h2>{t('inbox.mail.title')}</h2>
      <Loaded result={result}>{(choice) => <MailForm choice={choice} />}</Loaded>
    </section>
  );
}

type Typed = Pick<MailChoice, 'mode' | 'language' | 'quietFrom' | 'quietUntil' | 'digest' | 'attachBulletin'> & {
  readonly address: string;
};

function MailForm({ choice }: { readonly choice: MailChoice }) {
  const { t } = useText();
  const { offered, newest, mode, language, quietFrom, quietUntil, digest, attachBulletin, address } = choice;
  const chosen = { mode, language, quietFrom, quietUntil, digest, attachBulletin, address: address ?? '' };
  const [typed, setTyped] = useState<Typed>(chosen);
  const save = useMutation({
    mutationFn: () => call(setMailChoice, { body: { ...typed, address: typed.address.trim() || null } }),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={styles.mail} onSubmit={submit} noValidate>
      {!offered && <p>{t('inbox.mail.notOffered')}</p>}
      {newest !== null && <p>{t(`inbox.mail.${newest.state}`, { at: formatInstant(newest.at) })}</p>}
      {save.error !== null && <ProblemView problem={problemOf(save.error)} />}
      <TextInput
        type="email"
        label={t('inbox.mail.address')}
        maxLength={254}
        autoComplete="email"
        value={typed.address}
        onChange={(event) => setTyped({ ...typed, address: event.currentTarget.value })}
      />
      <Choices typed={typed} onType={(more) => setTyped({ ...typed, ...more })} />
      <Digest typed={typed} onType={(more) => setTyped({ ...typed, ...more })} />
      <p>{t('inbox.mail.office')}</p>
      <Button type="submit" loading={save.isPending}>
        {t('inbox.mail.save')}
      </Button>
      {save.isSuccess && <output>{t('inbox.mail.saved')}</output>}
    </form>
  );
}

interface ChoicesProps {
  readonly typed: Typed;
  readonly onType: (more: Partial<Typed>) => void;
}

/** A week or a month in one mail, with the bulletins where they are wanted. */
function Digest({ typed: { digest, attachBulletin }, onType }: ChoicesProps) {
  const { t } = useText();
  return (
    <>
      <NativeSelect
        label={t('inbox.mail.digest')}
        value={digest}
        data={digestRhythms.map((rhythm) => ({ value: rhythm, label: t(`inbox.mail.digests.${rhythm}`) }))}
        onChange={(event) =>
          onType({ digest: digestRhythms.find((rhythm) => rhythm === event.currentTarget.value) ?? 'none' })
        }
      />
      {digest !== 'none' && (
        <Checkbox
          label={t('inbox.mail.attachBulletin')}
          checked={attachBulletin}
          onChange={(event) => onType({ attachBulletin: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

const languages = ['zh', 'en'] as const;
const hours = Array.from({ length: 24 }, (_hour, at) => at);

function Choices({ typed, onType }: ChoicesProps) {
  const { t } = useText();
  const hourField = (key: 'quietFrom' | 'quietUntil') => ({
    label: t(`inbox.mail.${key}`),
    value: String(typed[key] ?? ''),
    data: [
      { value: '', label: t('inbox.mail.noQuiet') },
      ...hours.map((hour) => ({ value: String(hour), label: t('inbox.mail.hour', { hour }) })),
    ],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onType({ [key]: value === '' ? null : Number(value) }),
  });
  return (
    <>
      <NativeSelect
        label={t('inbox.mail.mode')}
        value={typed.mode}
        data={mailModes.map((mode) => ({ value: mode, label: t(`inbox.mail.modes.${mode}`) }))}
        onChange={(event) => onType({ mode: mailModes.find((mode) => mode === event.currentTarget.value) ?? 'none' })}
      />
      <NativeSelect
        label={t('inbox.mail.language')}
        value={typed.language}
        data={languages.map((language) => ({ value: language, label: t(`inbox.mail.languages.${language}`) }))}
        onChange={(event) => onType({ language: event.currentTarget.value === 'en' ? 'en' : 'zh' })}
      />
      <NativeSelect {...hourField('quietFrom')} />
      <NativeSelect {...hourField('quietUntil')} />
    </>
  );
}
