import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../../text/messages/use-text.ts';
import type { Subject } from '../../../../parts/submissions/subject.ts';
import { FileChanges } from './file-changes.tsx';
import { FileFaults } from '../../../../parts/files/file-faults.tsx';
import shown from '../../../../parts/files/preview.module.css';
import { takenChanges } from './file-draft.ts';
import type { FileStage } from './use-month-file.ts';
import { takeFocus } from '../../../../ui/take-focus.ts';
import styles from './month-file.module.css';

interface FilePreviewPanelProps {
  readonly subject: Subject;
  readonly stage: Extract<FileStage, { is: 'preview' }>;
  readonly onConfirm: (taken: ReadonlySet<string>) => Promise<void>;
  readonly onLeave: () => void;
}

/** What a file would change, or what must be mended in it; never both. Takes the focus when it appears. */
export function FilePreviewPanel({ subject, stage, onConfirm, onLeave }: FilePreviewPanelProps) {
  const { t } = useText();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const { file, preview, isSaving } = stage;
  const { changes, faults } = preview;
  const { name } = file;
  const count = takenChanges(changes, taken).length;
  const isWrong = faults.length > 0;
  const title = isWrong
    ? t('monthFile.wrong', { name, count: faults.length })
    : t(changes.length === 0 ? 'monthFile.same' : 'monthFile.changes', { name, count: changes.length });
  return (
    <section className={shown.preview} tabIndex={-1} ref={takeFocus} aria-labelledby="file-preview-title">
      <h3 id="file-preview-title">{title}</h3>
      <Remarks stage={stage} />
      {isWrong && (
        <>
          <p>{t('monthFile.nothingSaved')}</p>
          <FileFaults faults={faults} marked={preview.marked} name={name} />
        </>
      )}
      {changes.length > 0 && <FileChanges subject={subject} changes={changes} taken={taken} onTake={setTaken} />}
      <div className={styles.line}>
        {changes.length > 0 && (
          <Button disabled={count === 0 || isSaving} onClick={() => void onConfirm(taken)}>
            {t('monthFile.confirm', { count })}
          </Button>
        )}
        <Button variant="default" onClick={onLeave}>
          {t(changes.length > 0 ? 'monthFile.leave' : 'monthFile.close')}
        </Button>
      </div>
    </section>
  );
}

/** How the file was read, and what happened since it was made. */
function Remarks({ stage: { preview, isAgain } }: Pick<FilePreviewPanelProps, 'stage'>) {
  const { t } = useText();
  const { faults, formulas, encoding, isStale } = preview;
  const cells = formulas.map(({ column, row, value }) => `${column}${row} = ${value}`).join(t('monthFile.comma'));
  return (
    <>
      {isAgain && <p role="alert">{t('monthFile.again')}</p>}
      {isStale && faults.length === 0 && <p>{t('monthFile.stale')}</p>}
      {encoding !== null && (
        <p className={styles.hint}>{t('monthFile.encoding', { encoding: encoding.toUpperCase() })}</p>
      )}
      {formulas.length > 0 && <p>{t('monthFile.formulas', { cells })}</p>}
    </>
  );
}
