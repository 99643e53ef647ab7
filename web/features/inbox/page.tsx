import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { countUnread, listInbox, markRead } from '#api/inbox/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { query } from '../../api/queries.ts';
import type { Text } from '../../text/messages/catalogue.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Pages } from '../../ui/pages.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { NoticeList } from './notice-list.tsx';
import styles from './page.module.css';

const route = getRouteApi('/inbox');

/** What one is told of, the newest first; what was read stays. */
export function Page() {
  const { t } = useText();
  const { before } = route.useSearch();
  const result = useQuery(query(listInbox, { query: before === undefined ? {} : { before } }));
  const read = useMarkRead();
  return (
    <>
      <PageHead title={t('inbox.title')} {...(result.data && { sentence: sentenceOf(result.data, t) })} />
      <Loaded result={result}>
        {({ notices, unread, next }) => (
          <div className={styles.page}>
            {read.error !== null && <ProblemView problem={problemOf(read.error)} />}
            {unread > 0 && (
              <Button variant="default" loading={read.isPending} onClick={() => read.mutate(null)}>
                {t('inbox.readAll')}
              </Button>
            )}
            <NoticeList notices={notices} onRead={(id) => read.mutate([id])} />
            <Pages
              label={t('inbox.pages')}
              newest={before === undefined ? null : <Step to={undefined} words={t('inbox.newest')} />}
              older={next === null ? null : <Step to={next} words={t('inbox.older')} />}
            />
          </div>
        )}
      </Loaded>
    </>
  );
}

function sentenceOf(
  { unread, notices }: { readonly unread: number; readonly notices: readonly unknown[] },
  t: Text,
): string {
  if (notices.length === 0) return t('inbox.empty');
  return unread === 0 ? t('inbox.sentenceNone') : t('inbox.sentence', { unread });
}

/** Marks notices as read, all of them for null, and has the bar count anew. */
function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[] | null) => call(markRead, { body: { ids: ids === null ? null : [...ids] } }),
    onSuccess: () => client.invalidateQueries({ queryKey: [countUnread.name] }),
  });
}

function Step({ to, words }: { readonly to: string | undefined; readonly words: string }) {
  return (
    <Link to="/inbox" search={to === undefined ? {} : { before: to }}>
      {words}
    </Link>
  );
}
