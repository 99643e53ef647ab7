import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../text/messages/use-text.ts';
import styles from './page.module.css';

export interface Secret {
  readonly name: string;
  readonly secret: string;
}

interface OneTimeSecretProps {
  readonly secret: Secret;
  readonly onDone: () => void;
}

/** A one-time password, shown once: it lives on this page only, and closing it forgets it. */
export function OneTimeSecret({ secret: { name, secret }, onDone }: OneTimeSecretProps) {
  const { t } = useText();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    // Without a secure connection the browser gives no clipboard; the text stays selectable.
    await navigator.clipboard?.writeText(secret);
    setCopied(secret);
  };
  return (
    <section className={styles.secret} role="alert">
      <h2>{t('accounts.secret.title', { name })}</h2>
      <p className={styles.value}>{secret}</p>
      <p>{t('accounts.secret.hint')}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => void copy()}>
          {t(copied === secret ? 'everywhere.copied' : 'everywhere.copy')}
        </Button>
        <Button onClick={onDone}>{t('accounts.secret.done')}</Button>
      </div>
    </section>
  );
}
