import { Button } from '@mantine/core';
import { useState } from 'react';
import { downloadAttachment, type Attachment } from '#api/attachments/contract.ts';
import { fileAddress } from '../../../api/files.ts';
import { useTitleOf } from '../../../api/account-titles.ts';
import { formatBytes, formatInstant } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { TakeBack } from './take-back.tsx';
import styles from './evidence.module.css';

/** Each file with its size, who attached it and when; those that were taken back say so and cannot be opened. */
export function FileList({ files }: { readonly files: readonly Attachment[] }) {
  const { t } = useText();
  const [asked, setAsked] = useState<Attachment | null>(null);
  if (files.length === 0) return <p className={styles.hint}>{t('evidence.none')}</p>;
  return (
    <>
      <ul className={styles.files} aria-label={t('evidence.list')}>
        {files.map((file) => (
          <FileLine key={file.id} file={file} onTakeBack={() => setAsked(file)} />
        ))}
      </ul>
      {asked !== null && <TakeBack file={asked} onDone={() => setAsked(null)} />}
    </>
  );
}

function FileLine({ file, onTakeBack }: { readonly file: Attachment; readonly onTakeBack: () => void }) {
  const { t } = useText();
  const titleOf = useTitleOf();
  const { id, name, bytes, person, attachedAt, removed } = file;
  if (removed !== null) {
    const { at, reason } = removed;
    return (
      <li className={styles.hint}>
        {t('evidence.takenBack', { name, person: titleOf(removed.person), at: formatInstant(at), reason })}
      </li>
    );
  }
  return (
    <li>
      <a href={fileAddress(downloadAttachment, { params: { attachment: id } })} download={name}>
        {name}
      </a>
      <span className={styles.hint}>
        {t('evidence.file', { size: formatBytes(bytes), person: titleOf(person), at: formatInstant(attachedAt) })}
      </span>
      {file.can.remove && (
        <Button variant="default" onClick={onTakeBack} aria-label={t('evidence.takeBackOf', { name })}>
          {t('evidence.takeBack')}
        </Button>
      )}
    </li>
  );
}
