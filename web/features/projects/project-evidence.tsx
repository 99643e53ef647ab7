import { useMutation, useQuery } from '@tanstack/react-query';
import {
  attachmentTypes,
  attachToProject,
  downloadAttachment,
  listProjectAttachments,
  takeAttachmentBack,
  typeOfName,
  type Attachment,
} from '#api/attachments/contract.ts';
import { call } from '../../api/call.ts';
import { fileAddress, upload } from '../../api/files.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { localProblem, problemOf } from '../../api/local-problem.ts';
import { query } from '../../api/queries.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { formatBytes, formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ReasonForm } from './reason-form.tsx';
import styles from './projects.module.css';

const offered = Object.keys(attachmentTypes)
  .map((extension) => `.${extension}`)
  .join(',');

/** The files of a project: its permit, photographs, the assessment. */
export function ProjectEvidence({ id }: { readonly id: string }) {
  const { t } = useText();
  const { data } = useQuery(query(listProjectAttachments, { params: { project: id } }));
  const attaching = useMutation({
    mutationFn: (file: File) => {
      const type = typeOfName(file.name);
      if (type === null) throw new ProblemError(localProblem('file-kind', 422, t('evidence.notTaken')));
      const input = { params: { project: id }, query: { name: file.name }, idempotencyKey: newIdempotencyKey() };
      return upload(attachToProject, input, file.slice(0, file.size, type));
    },
  });
  if (data === undefined) return null;
  const kept = data.attachments.filter(({ removed }) => removed === null);
  return (
    <section className={styles.form}>
      <h3>{t('projects.evidence')}</h3>
      {kept.length === 0 ? (
        <p className={styles.muted}>{t('projects.noEvidence')}</p>
      ) : (
        <ul className={styles.list}>
          {kept.map((file) => (
            <FileLine key={file.id} file={file} />
          ))}
        </ul>
      )}
      {attaching.error !== null && <ProblemView problem={problemOf(attaching.error)} />}
      {data.can.attach && (
        <div>
          <ChooseFiles
            label={t('projects.attach')}
            offered={offered}
            onChosen={([file]) => file !== undefined && attaching.mutate(file)}
          />
        </div>
      )}
    </section>
  );
}

function FileLine({ file }: { readonly file: Attachment }) {
  const { t } = useText();
  const titleOf = useTitleOf();
  const { id, name, bytes, person, attachedAt, can } = file;
  const params = { attachment: id };
  return (
    <li>
      <a className={styles.link} download href={fileAddress(downloadAttachment, { params })}>
        {name}
      </a>{' '}
      <span className={styles.muted}>
        {formatBytes(bytes)} · {titleOf(person)} · {formatInstant(attachedAt)}
      </span>
      {can.remove && (
        <details>
          <summary>{t('evidence.takeBack')}</summary>
          <ReasonForm
            label={t('projects.withdrawReason')}
            button={t('evidence.takeBack')}
            send={(reason) => call(takeAttachmentBack, { params, body: { reason } })}
          />
        </details>
      )}
    </li>
  );
}
