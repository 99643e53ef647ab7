import { getRouteApi, Link } from '@tanstack/react-router';
import type { Interview } from '#api/interviews/contract.ts';
import { formatList } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { attendantLine } from './attendants.ts';
import { MeetingAreas } from './meeting-areas.tsx';
import { MeetingHistory } from './meeting-history.tsx';
import { said } from './said.ts';
import styles from './interview.module.css';

const route = getRouteApi('/interviews/$id');

/** What is written down of the meeting: its facts, what the bureaus said, and its versions. */
export function MeetingFacts({ interview }: { readonly interview: Interview }) {
  const { t, language } = useText();
  const { history } = route.useSearch();
  const regions = useRegions();
  const names = interview.areas.map(({ region }) => regions.get(region)?.short[language] ?? region);
  const facts: readonly (readonly [label: string, text: string])[] = [
    [t('meetings.date'), `${interview.heldOn} ${t(`meetings.state.${interview.state}`)}`],
    [t('meetings.kindHead'), t(`meetings.kind.${interview.kind}`)],
    [t('meetings.regions'), formatList(names, language)],
    [t('meetings.place'), interview.place],
    [t('meetings.attendants'), interview.attendants.map(attendantLine).join('\n')],
    [t('meetings.agenda'), interview.agenda],
    [t('meetings.notice'), said(interview.notice, language)],
    [t('meetings.minutes'), interview.minutes],
  ];
  return (
    <section className={styles.meeting} aria-labelledby="meeting-facts">
      <h2 id="meeting-facts">{t('meetings.facts')}</h2>
      <dl>
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <FactRow key={label} label={label} text={text} />
          ))}
      </dl>
      {interview.calledAt !== null && <MeetingAreas interview={interview} />}
      <Link
        from="/interviews/$id"
        to="/interviews/$id"
        params={{ id: interview.id }}
        search={(before) => ({ ...before, history: history === undefined ? 'shown' : undefined })}
        resetScroll={false}
      >
        {history === undefined ? t('meetings.showHistory') : t('meetings.hideHistory')}
      </Link>
      {history !== undefined && <MeetingHistory interview={interview.id} />}
    </section>
  );
}

function FactRow({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
