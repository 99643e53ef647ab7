import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isReason } from '#api/http/reason.ts';
import { downloadProjectTemplate, type ProjectFilePreview } from '#api/project-files/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { FileFaults } from '../../parts/files/file-faults.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import tables from '../../ui/data-table.module.css';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useProjectFile, type PreviewStage } from './use-project-file.ts';
import { takeFocus } from '../../ui/take-focus.ts';
import styles from './projects.module.css';

/** The ledger from a file: template, file, what it would change, and the button. */
export function ProjectImport() {
  const { t, language } = useText();
  const { stage, look, confirm, leave } = useProjectFile();
  return (
    <div className={styles.form}>
      <p className={styles.muted}>{t('projects.file.hint')}</p>
      <div className={styles.line}>
        <a className={styles.link} download href={fileAddress(downloadProjectTemplate, { query: { language } })}>
          {t('projects.file.template')}
        </a>
        <ChooseFiles
          label={t('projects.file.choose')}
          offered=".xlsx,.csv"
          onChosen={([file]) => file !== undefined && void look(file)}
        />
      </div>
      {stage.is === 'reading' && <output>{t('projects.file.sending', { name: stage.file.name })}</output>}
      {stage.is === 'failed' && <ProblemView problem={stage.problem} />}
      {stage.is === 'done' && <output>{t('projects.file.done', stage.counts)}</output>}
      {stage.is === 'preview' && <Preview key={stage.preview.digest} stage={stage} confirm={confirm} leave={leave} />}
    </div>
  );
}

interface PreviewProps {
  readonly stage: PreviewStage;
  readonly confirm: (stage: PreviewStage, reason: string, rows: 'all' | 'good') => Promise<void>;
  readonly leave: () => void;
}

function Preview({ stage, confirm, leave }: PreviewProps) {
  const { t } = useText();
  const { preview, file, isAgain } = stage;
  const { counts, faults, faultCount, marked, formulas } = preview;
  return (
    <section className={styles.panel} tabIndex={-1} ref={takeFocus} aria-labelledby="project-file-title">
      <h3 id="project-file-title">{t('projects.file.counts', { name: file.name, ...counts })}</h3>
      {isAgain && <p role="alert">{t('projects.file.again')}</p>}
      {formulas.length > 0 && <p>{t('projects.file.formulas', { count: formulas.length })}</p>}
      {preview.changes.length > 0 && <Changes preview={preview} />}
      {faults.length > 0 && (
        <>
          <h4>{t('projects.file.faults', { count: faultCount, shown: faults.length })}</h4>
          <FileFaults faults={faults} marked={marked} name={file.name} />
        </>
      )}
      {counts.added + counts.changed > 0 && <Confirm stage={stage} confirm={confirm} />}
      <div>
        <Button variant="default" onClick={leave}>
          {t('projects.file.leave')}
        </Button>
      </div>
    </section>
  );
}

function Changes({ preview: { changes } }: { readonly preview: ProjectFilePreview }) {
  const { t } = useText();
  return (
    <>
      <h4>{t('projects.file.changes', { count: changes.length })}</h4>
      <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
        <caption className="visually-hidden">{t('projects.file.changes', { count: changes.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('projects.file.row')}</th>
            <th scope="col">{t('projects.title')}</th>
            <th scope="col">{t('projects.file.what')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ row, name, project, fields }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td className={styles.words}>{name}</td>
              <td className={styles.words}>
                {project === null
                  ? t('projects.file.isNew')
                  : fields
                      .map(({ field, before, after }) => `${field}: ${before || '--'} → ${after || '--'}`)
                      .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Confirm({ stage, confirm }: Pick<PreviewProps, 'stage' | 'confirm'>) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const [isGoodOnly, setGoodOnly] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const { counts } = stage.preview;
  const press = (): void => {
    setShort(!isReason(reason));
    if (!isReason(reason)) return;
    setWriting(true);
    void confirm(stage, reason, isGoodOnly ? 'good' : 'all').finally(() => setWriting(false));
  };
  return (
    <>
      <Textarea
        label={t('projects.file.reason')}
        rows={2}
        maxLength={500}
        value={reason}
        error={isShort}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {counts.refused > 0 && (
        <Checkbox
          label={t('projects.file.good', { count: counts.refused })}
          checked={isGoodOnly}
          onChange={() => setGoodOnly(!isGoodOnly)}
        />
      )}
      {stage.failure !== null && <ProblemView problem={stage.failure} />}
      <div>
        <Button loading={isWriting} disabled={counts.refused > 0 && !isGoodOnly} onClick={press}>
          {t('projects.file.confirm', { count: counts.added + counts.changed })}
        </Button>
      </div>
    </>
  );
}
