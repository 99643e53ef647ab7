import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Notice } from '#api/inbox/contract.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './page.module.css';

interface NoticeListProps {
  readonly notices: readonly Notice[];
  readonly onRead: (id: string) => void;
}

/** Each notice as a sentence that leads to what it is about; opening it is reading it. */
export function NoticeList({ notices, onRead }: NoticeListProps) {
  const { t, language } = useText();
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices} aria-label={t('inbox.list')}>
      {notices.map(({ id, at, text, interview, open, readAt }) => (
        <li key={id} className={readAt === null ? styles.unread : undefined}>
          <span className={styles.at}>{formatInstant(at)}</span>
          <Link
            to="/interviews/$id"
            params={{ id: interview }}
            search={open === null ? {} : { open }}
            onClick={() => readAt === null && onRead(id)}
          >
            {text[language]}
          </Link>
          {readAt === null && (
            <>
              <Tag tone="strong">{t('inbox.unread')}</Tag>
              <Button
                variant="default"
                onClick={() => onRead(id)}
                aria-label={t('inbox.readOf', { text: text[language] })}
              >
                {t('inbox.read')}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
