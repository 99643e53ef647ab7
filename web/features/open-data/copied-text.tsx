import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../text/messages/use-text.ts';
import styles from './page.module.css';

interface CopiedTextProps {
  readonly label: string;
  readonly text: string;
}

/** A text to be taken elsewhere, with the button that takes it. Without a secure connection it stays selectable. */
export function CopiedText({ label, text }: CopiedTextProps) {
  const { t } = useText();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(text);
    setCopied(text);
  };
  return (
    <figure className={styles.copied}>
      <figcaption>{label}</figcaption>
      <pre className={styles.text}>{text}</pre>
      <Button size="compact-sm" variant="default" onClick={() => void copy()}>
        {t(copied === text ? 'everywhere.copied' : 'everywhere.copy')}
        <span className="visually-hidden"> {t('openData.copyNamed', { what: label })}</span>
      </Button>
    </figure>
  );
}
