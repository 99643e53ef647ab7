import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { itemCalendar } from '#api/calendar/contract.ts';
import { getOpening } from '#api/openings/contract.ts';
import type { OpeningReply } from '#api/openings/contract.ts';
import { openingDues, projectsOf } from '#api/openings/lifecycle.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { useRegions } from '../../api/reference.ts';
import { DueTable } from '../../parts/opening-dues.tsx';
import { openingSentence } from '../../parts/opening-section.tsx';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { AskForm } from './ask-form.tsx';
import { DecideForm } from './decide-form.tsx';
import { PlanForm } from './plan-form.tsx';
import { ProjectTable } from './project-table.tsx';
import styles from './page.module.css';

const route = getRouteApi('/openings/$year/$region');

/** One city's first-quarter plan: what it holds, what is due, and what this person may do with it. */
export function Page() {
  const { year, region } = route.useParams();
  const result = useQuery(query(getOpening, { params: { year: Number(year), region } }));
  return <Loaded result={result}>{(opening) => <OpeningView opening={opening} />}</Loaded>;
}

function OpeningView({ opening }: { readonly opening: OpeningReply }) {
  const { t, language } = useText();
  const { region, year, reason, can } = opening;
  const city = useRegions().get(region)?.short[language] ?? region;
  const key = `${year}/${region}`;
  return (
    <div className={styles.page}>
      <PageHead title={t('openings.ofCity', { city, year })} sentence={openingSentence(opening, t)} />
      {reason !== '' && <p>{t('openings.returnedFor', { reason })}</p>}
      <NextStep opening={opening} />
      {can.decide && <DecideForm key={key} opening={opening} />}
      {(can.save || can.submit) && <PlanForm key={key} opening={opening} />}
      <Plan opening={opening} />
      {opening.state === 'accepted' && <CalendarLink />}
      <History history={opening.history} />
    </div>
  );
}

/** What comes next of a plan that is not there: its bureau writes it, an official may ask for it. */
function NextStep({ opening: { state, year, region, can } }: { readonly opening: OpeningReply }) {
  const { t } = useText();
  const isMissing = state === 'missing';
  if (can.ask) {
    return (
      <div className={styles.next}>
        {isMissing && <p>{t('openings.nextToAsk')}</p>}
        <AskForm key={`${year}/${region}`} year={year} region={region} />
      </div>
    );
  }
  return isMissing ? <p>{t(can.save ? 'openings.nextToWrite' : 'openings.nextToWait')}</p> : null;
}

/** The calendar of all days that concern this person, accepted plans among them. */
function CalendarLink() {
  const { t, language } = useText();
  return (
    <p>
      <a href={fileAddress(itemCalendar, { query: { language } })} download>
        {t('openings.calendar')}
      </a>
    </p>
  );
}

function Plan({ opening }: { readonly opening: OpeningReply }) {
  const { t } = useText();
  const { goals, projects, today } = opening;
  const dues = openingDues(opening, today);
  const counts = {
    prefabricated: projectsOf(projects, 'prefabricated').length,
    decorated: projectsOf(projects, 'decorated').length,
  };
  return (
    <>
      {goals.length > 0 && (
        <section>
          <h2>{t('openings.goals')}</h2>
          <ol>
            {goals.map((goal) => (
              <li key={goal}>{goal}</li>
            ))}
          </ol>
        </section>
      )}
      {dues.length > 0 && (
        <section>
          <h2>{t('openings.dues')}</h2>
          <DueTable dues={dues} />
        </section>
      )}
      {projects.length > 0 && (
        <section>
          <h2>{t('openings.projects')}</h2>
          <p>{t('openings.sums', counts)}</p>
          <ProjectTable projects={projects} />
        </section>
      )}
    </>
  );
}

function History({ history }: Pick<OpeningReply, 'history'>) {
  const { t } = useText();
  const titleOf = useTitleOf();
  if (history.length === 0) return null;
  return (
    <section>
      <h2>{t('openings.history')}</h2>
      <ul aria-label={t('openings.history')}>
        {history.map(({ version, at, person, action, reason }) => (
          <li key={version}>
            {t('openings.entry', {
              version,
              at: formatInstant(at),
              person: titleOf(person),
              action: t(`openings.actions.${action}`),
            })}
            {reason !== '' && ` · ${reason}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
