import { useQueryClient } from '@tanstack/react-query';
import { downloadTemplate } from '#api/month-files/contract.ts';
import { getSubmission } from '#api/submissions/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { fileAddress } from '../../../../api/files.ts';
import { query } from '../../../../api/queries.ts';
import { useText } from '../../../../text/messages/use-text.ts';
import { ChooseFiles } from '../../../../ui/choose-files.tsx';
import { ProblemView } from '../../../../ui/problem-view.tsx';
import type { Subject } from '../../../../parts/submissions/subject.ts';
import { FilePreviewPanel } from './file-preview.tsx';
import { useMonthFile } from './use-month-file.ts';
import type { FileStage, MonthFile as File } from './use-month-file.ts';
import styles from './month-file.module.css';

interface MonthFileProps {
  readonly subject: Subject;
  readonly flush: () => Promise<boolean>;
  readonly onReceive: (saved: Submission) => void;
}

/** The other way to fill in a month: its template, a file that comes back, and what that would change. */
export function MonthFile({ subject, flush, onReceive }: MonthFileProps) {
  const { t, language } = useText();
  const client = useQueryClient();
  const { region, year, month } = subject.submission;
  const params = { year, month, region };
  const onSaved = (saved: Submission): void => {
    client.setQueryData(query(getSubmission, { params }).queryKey, saved);
    onReceive(saved);
  };
  const file = useMonthFile({ params, flush, onSaved });
  return (
    <section className={styles.file} aria-labelledby="file-title">
      <h2 id="file-title">{t('monthFile.title')}</h2>
      <div className={styles.line}>
        <a download href={fileAddress(downloadTemplate, { params, query: { language } })}>
          {t('monthFile.template')}
        </a>
        <ChooseFiles
          label={t('monthFile.choose')}
          offered=".xlsx,.csv"
          onChosen={([chosen]) => chosen !== undefined && void file.send(chosen)}
        />
        <span className={styles.hint}>{t('monthFile.hint')}</span>
      </div>
      <Stage subject={subject} file={file} />
    </section>
  );
}

function Stage({ subject, file }: { readonly subject: Subject; readonly file: File }) {
  const { t } = useText();
  const { stage, leave } = file;
  switch (stage.is) {
    case 'none':
      return null;
    case 'sending':
      return <Sending stage={stage} />;
    case 'failed':
      return <ProblemView problem={stage.problem} retry={() => void file.send(stage.file)} />;
    case 'saved':
      return <output>{t('monthFile.saved', { count: stage.count })}</output>;
    case 'preview':
      return <FilePreviewPanel subject={subject} stage={stage} onConfirm={file.confirm} onLeave={leave} />;
  }
}

function Sending({ stage: { file, percent } }: { readonly stage: Extract<FileStage, { is: 'sending' }> }) {
  const { t } = useText();
  const { name } = file;
  const words = percent < 100 ? t('monthFile.sending', { name, percent }) : t('monthFile.reading', { name });
  return (
    <div className={styles.line} role="status">
      <progress value={percent} max={100} aria-label={words} />
      <span>{words}</span>
    </div>
  );
}
