import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import { listComments, type Comments as CommentsReply, type CommentThread } from '#api/comments/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { query } from '../../api/queries.ts';
import { useIndicators } from '../../api/reference.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Tag } from '../../ui/tag.tsx';
import { CommentForm } from './comment-form.tsx';
import styles from './comments.module.css';
import { Settle } from './settle.tsx';

interface CommentsProps {
  readonly submission: Pick<Submission, 'year' | 'month' | 'region'>;
  /** Whether the department may ask here where nothing was asked yet. */
  readonly mayBegin?: boolean;
}

/** What the department asks about figures of a month and what its bureau answers; nothing where nothing was asked and nobody begins. */
export function Comments({ submission, mayBegin = false }: CommentsProps) {
  const { year, month, region } = submission;
  const { data } = useQuery(query(listComments, { params: { year, month, region } }));
  if (data === undefined || (data.threads.length === 0 && !(mayBegin && data.can.remark))) return null;
  return <Threads comments={data} />;
}

function Threads({ comments }: { readonly comments: CommentsReply }) {
  const { t } = useText();
  const open = comments.threads.filter((thread) => thread.open).length;
  return (
    <section className={styles.comments} aria-labelledby="comments-title">
      <h3 id="comments-title">{t('comments.title')}</h3>
      {open > 0 && <p>{open === 1 ? t('comments.openOne') : t('comments.open', { count: open })}</p>}
      {comments.threads.map((thread) => (
        <Thread key={thread.indicator} thread={thread} comments={comments} />
      ))}
      {comments.can.remark && <Remark comments={comments} />}
      <p className={styles.muted}>{t('comments.note')}</p>
    </section>
  );
}

interface ThreadProps {
  readonly thread: CommentThread;
  readonly comments: CommentsReply;
}

function Thread({ thread, comments }: ThreadProps) {
  const { t, language } = useText();
  const titleOf = useTitleOf();
  const indicator = useIndicators().get(thread.indicator)?.short[language] ?? thread.indicator;
  const state = thread.open ? (thread.waitsForBureau ? 'waits' : 'answered') : 'done';
  return (
    <section className={thread.open ? `${styles.thread} ${styles.open}` : styles.thread}>
      <strong>{indicator}</strong> <Tag>{t(`comments.${state}`)}</Tag>
      <ul className={styles.entries}>
        {thread.comments.map(({ kind, text, by, at }) => (
          <li key={`${kind} ${at}`}>
            <span className={styles.muted}>
              {t(`comments.${kind}`, { person: titleOf(by), at: formatInstant(at) })}
            </span>
            {text !== '' && <p>{text}</p>}
          </li>
        ))}
      </ul>
      {thread.open && comments.can.answer && (
        <CommentForm
          comments={comments}
          indicator={thread.indicator}
          label={t('comments.answerTo', { indicator })}
          action={t('comments.send')}
        />
      )}
      {thread.open && comments.can.remark && (
        <Settle comments={comments} indicator={thread.indicator} action={t('comments.settle', { indicator })} />
      )}
    </section>
  );
}

/** A question about any figure. */
function Remark({ comments }: { readonly comments: CommentsReply }) {
  const { t, language } = useText();
  const indicators = [...useIndicators().values()];
  const [chosen, choose] = useState(indicators[0]?.code ?? '');
  return (
    <CommentForm comments={comments} indicator={chosen} label={t('comments.text')} action={t('comments.add')}>
      <NativeSelect
        label={t('comments.figure')}
        value={chosen}
        data={indicators.map(({ code, short }) => ({ value: code, label: short[language] }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </CommentForm>
  );
}
