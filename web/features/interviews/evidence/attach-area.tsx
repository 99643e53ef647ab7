import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DragEvent } from 'react';
import { attachmentTypes, type AttachmentList } from '#api/attachments/contract.ts';
import { formatBytes } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ChooseFiles } from '../../../ui/choose-files.tsx';
import { useUploads } from './use-uploads.ts';
import type { EvidencePlace, Upload, Uploads } from './use-uploads.ts';
import styles from './evidence.module.css';

interface AttachAreaProps {
  readonly place: EvidencePlace;
  readonly limits: AttachmentList['limits'];
}

/** What the browser's own dialog offers. */
const offered = Object.keys(attachmentTypes)
  .map((extension) => `.${extension}`)
  .join(',');

/** Where files are chosen or dropped, and how far each of them is. */
export function AttachArea({ place, limits }: AttachAreaProps) {
  const { t } = useText();
  const [isOver, setIsOver] = useState(false);
  const uploads = useUploads(place, limits.maxBytes, t);
  const over = (event: DragEvent, isNow: boolean): void => {
    event.preventDefault();
    setIsOver(isNow);
  };
  return (
    <div
      className={isOver ? `${styles.area} ${styles.over}` : styles.area}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        uploads.add(event.dataTransfer.files);
      }}
    >
      <ChooseFiles isMultiple label={t('evidence.attach')} offered={offered} onChosen={uploads.add} />
      <span className={styles.hint}>
        {t('evidence.drop', { size: formatBytes(limits.maxBytes), files: limits.files })}
      </span>
      {uploads.uploads.map((one) => (
        <UploadLine key={one.key} upload={one} uploads={uploads} />
      ))}
    </div>
  );
}

function UploadLine({ upload, uploads }: { readonly upload: Upload; readonly uploads: Uploads }) {
  const { t } = useText();
  const { file, sent, failure } = upload;
  const { name } = file;
  const drop = () => uploads.drop(upload);
  if (failure !== null) {
    return (
      <div className={styles.upload}>
        <p role="alert">{t('evidence.failed', { name, why: failure })}</p>
        <Button variant="default" onClick={() => uploads.retry(upload)} aria-label={t('evidence.retry', { name })}>
          {t('everywhere.retry')}
        </Button>
        <Button variant="default" onClick={drop} aria-label={t('evidence.dismiss', { name })}>
          {t('everywhere.cancel')}
        </Button>
      </div>
    );
  }
  const percent = file.size === 0 ? 100 : Math.min(100, Math.floor((sent / file.size) * 100));
  const words = percent < 100 ? t('evidence.sending', { name, percent }) : t('evidence.checking', { name });
  return (
    <div className={styles.upload}>
      <progress value={percent} max={100} aria-label={words} />
      <span>{words}</span>
      <Button variant="default" onClick={drop} aria-label={t('evidence.cancel', { name })}>
        {t('everywhere.cancel')}
      </Button>
    </div>
  );
}
