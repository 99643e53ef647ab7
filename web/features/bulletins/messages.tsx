import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Bulletin } from '#api/bulletins/contract.ts';
import { useRegions } from '../../api/reference.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Fold } from '../../ui/fold.tsx';
import styles from './bulletins.module.css';

/** The sentence of each city, as people paste it into a message group. */
export function Messages({ messages }: Pick<Bulletin, 'messages'>) {
  const { t, language } = useText();
  const regions = useRegions();
  const [isOpen, setOpen] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const copy = async (text: string): Promise<void> => {
    // Without a secure connection the browser gives no clipboard; the text stays selectable.
    await navigator.clipboard?.writeText(text);
    setCopied(true);
  };
  return (
    <Fold title={t('bulletins.messages')} isOpen={isOpen} onChange={setOpen}>
      <div className={styles.messages}>
        <div className={styles.line}>
          <Button variant="default" onClick={() => void copy(messages.map(({ text }) => text).join('\n'))}>
            {t('bulletins.copyAll')}
          </Button>
          <span role="status">{isCopied && t('bulletins.copied')}</span>
        </div>
        <ul className={styles.messages}>
          {messages.map(({ region, text }) => (
            <li key={region}>
              <span>{text}</span>
              <Button
                variant="default"
                size="xs"
                aria-label={t('bulletins.copyOf', { city: regions.get(region)?.short[language] ?? region })}
                onClick={() => void copy(text)}
              >
                {t('bulletins.copy')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Fold>
  );
}
