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
  const { t } = useText();
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices} aria-label={t('inbox.list')}>
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} onRead={onRead} />
      ))}
    </ul>
  );
}

function NoticeLine({ notice, onRead }: Pick<NoticeListProps, 'onRead'> & { readonly notice: Notice }) {
  const { t, language } = useText();
  const { id, at, text, readAt } = notice;
  return (
    <li className={readAt === null ? styles.unread : undefined}>
      <span className={styles.at}>{formatInstant(at)}</span>
      <NoticeLink notice={notice} onOpen={() => readAt === null && onRead(id)} />
      {readAt === null && (
        <>
          <Tag tone="strong">{t('inbox.unread')}</Tag>
          <Button variant="default" onClick={() => onRead(id)} aria-label={t('inbox.readOf', { text: text[language] })}>
            {t('inbox.read')}
          </Button>
        </>
      )}
    </li>
  );
}

interface NoticeLinkProps {
  readonly notice: Notice;
  readonly onOpen: () => void;
}

/** The sentence, leading to the interview, the plan, the bulletin or the month that it is about. */
function NoticeLink({ notice, onOpen }: NoticeLinkProps) {
  const text = notice.text[useText().language];
  const { interview, open, opening, backPlan, nodePlan, submission, bulletin } = notice;
  if (interview !== null) {
    return (
      <Link to="/interviews/$id" params={{ id: interview }} search={open === null ? {} : { open }} onClick={onOpen}>
        {text}
      </Link>
    );
  }
  if (bulletin !== null) {
    return (
      <Link to="/bulletins/$id" params={{ id: bulletin }} onClick={onOpen}>
        {text}
      </Link>
    );
  }
  if (submission !== null) {
    const params = { ...submission, year: String(submission.year), month: String(submission.month) };
    return (
      <Link to="/submissions/$year/$month/$region" params={params} search={{}} onClick={onOpen}>
        {text}
      </Link>
    );
  }
  if (backPlan !== null) {
    const params = { ...backPlan, year: String(backPlan.year) };
    return (
      <Link to="/plans/$year/$region/$indicator" params={params} onClick={onOpen}>
        {text}
      </Link>
    );
  }
  if (nodePlan !== null) return <NodePlanLink {...nodePlan} text={text} onOpen={onOpen} />;
  return opening === null ? text : <OpeningLink {...opening} text={text} onOpen={onOpen} />;
}

interface NodePlanLinkProps extends OpeningLinkProps {
  readonly indicator: string;
}

/** The sentence, leading to the node plan that it is about. */
function NodePlanLink({ year, region, indicator, text, onOpen }: NodePlanLinkProps) {
  return (
    <Link to="/node-plans" search={{ year, open: `${region}-${indicator}` }} onClick={onOpen}>
      {text}
    </Link>
  );
}

interface OpeningLinkProps {
  readonly year: number;
  readonly region: string;
  readonly text: string;
  readonly onOpen: () => void;
}

/** The sentence, leading to the first-quarter plan that it is about. */
function OpeningLink({ year, region, text, onOpen }: OpeningLinkProps) {
  return (
    <Link to="/openings/$year/$region" params={{ year: String(year), region }} onClick={onOpen}>
      {text}
    </Link>
  );
}
