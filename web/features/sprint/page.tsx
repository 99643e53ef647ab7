import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { sprint } from '#api/standings/contract.ts';
import type { Sprint } from '#api/standings/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { useKnownPeriod, usePeriod } from '../../parts/period.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { MeetingMode } from './meeting-mode.ts';
import { SealedBrief } from './sealed-brief.ts';
import { SprintSheet } from './sprint-sheet.tsx';
import { sprintView } from './sprint-view.ts';

const route = getRouteApi('/sprint');

/** The year-end sprint: as a page, in meeting mode one city a page, or all of it to be sealed into a file. */
export function Page() {
  const { year, month } = usePeriod('/sprint');
  // So many are listed level by level.
  return useRegions().size > 200 ? <Navigate to="/divisions" search={{ year, month }} replace /> : <OfProvince />;
}

function OfProvince() {
  const isMeeting = route.useSearch({ select: ({ present }) => present !== undefined });
  const [now, known] = [usePeriod('/sprint'), useKnownPeriod('/sprint')];
  // A meeting is about what stands: its pages have no room to say that they show an earlier day's knowledge.
  const reading = query(sprint, { query: isMeeting ? now : known });
  // In a meeting the screen shows the month before until the chosen one has come.
  const result = useQuery({ ...reading, ...(isMeeting && { placeholderData: keepPreviousData }) });
  const loaded = <Loaded result={result}>{(reply) => <SprintModes reply={reply} />}</Loaded>;
  return isMeeting && result.isLoadingError ? <MeetingFailure>{loaded}</MeetingFailure> : loaded;
}

/** What could not be read has no page of the meeting, and so no way out of it but this one. */
function MeetingFailure({ children }: { readonly children: ReactNode }) {
  const { t } = useText();
  return (
    <main aria-label={t('meetingMode.label')}>
      {children}
      <Link from="/sprint" to="." search={(before) => ({ ...before, present: undefined, only: undefined })} replace>
        {t('meetingMode.leaving.link')}
      </Link>
    </main>
  );
}

function SprintModes({ reply }: { readonly reply: Sprint }) {
  const { t, language } = useText();
  const { indicator, present, brief } = route.useSearch();
  const regions = useRegions();
  const indicators = useIndicators();
  const view = useMemo(
    () => sprintView(reply, indicator, { regions, indicators, language }),
    [reply, indicator, regions, indicators, language],
  );
  if (view === null) return <PageHead title={t('sprint.title')} />;
  if (brief !== undefined) return <SealedBrief view={view} />;
  return present === undefined ? <SprintSheet view={view} /> : <MeetingMode view={view} />;
}
