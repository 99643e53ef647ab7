import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AccountsMade } from '#api/accounts/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { takeFocus } from '../../ui/take-focus.ts';
import styles from './page.module.css';

interface SecretSlipsProps {
  readonly made: AccountsMade['made'];
  readonly onDone: () => void;
}

/** The one-time passwords of accounts made together, one slip a person, shown once: to copy, or to print and cut apart. */
export function SecretSlips({ made, onDone }: SecretSlipsProps) {
  const { t, language } = useText();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const lines = made.map(({ account, secret }) => [account.name, account.title[language], secret].join('\t'));
    // Without a secure connection the browser gives no clipboard; the slips stay selectable.
    await navigator.clipboard?.writeText(lines.join('\n'));
    setCopied(true);
  };
  return (
    <section className={styles.secrets} aria-labelledby="slips-title">
      <h2 id="slips-title" tabIndex={-1} ref={takeFocus} className="screen-only">
        {t('accounts.slips.title', { count: made.length })}
      </h2>
      <p className="screen-only">{t('accounts.secret.hint')}</p>
      <div className={`${styles.buttons} screen-only`}>
        <Button variant="default" onClick={() => void copy()}>
          {t(copied ? 'everywhere.copied' : 'accounts.slips.copy')}
        </Button>
        <Button variant="default" onClick={() => globalThis.print()}>
          {t('accounts.slips.print')}
        </Button>
        <Button onClick={onDone}>{t('accounts.secret.done')}</Button>
      </div>
      <ul className={styles.slips}>
        {made.map(({ account, secret }) => (
          <li key={account.id} className={styles.slip}>
            <p>{account.title[language]}</p>
            <p>{t('accounts.slips.signIn', { address: globalThis.location.origin, name: account.name })}</p>
            <p className={styles.value}>{secret}</p>
            <p className={styles.hint}>{t('accounts.slips.hint')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
