import { useQuery } from '@tanstack/react-query';
import { dayParts } from '#api/measures/calendar.ts';
import { listSubmissions } from '#api/submissions/contract.ts';
import { query } from '../../api/queries.ts';
import { LevelStrip } from '../../parts/level-strip.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { YearSelect } from '../../ui/year-select.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { usePeriod } from '../../parts/period.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { DeadlineSection } from './deadlines/section.tsx';
import { FilingMatrix } from './submission-matrix.tsx';
import { bureauSentence, officialSentence } from './home-sentence.ts';
import { MonthList } from './month-list.tsx';
import styles from './page.module.css';

/** The bureau's home: what is due, what came back; for an official every city's filing. */
export function Page() {
  const words = useText();
  const { t, language } = words;
  const { person, today } = useSession();
  const { year } = usePeriod();
  const latest = dayParts(today).year;
  const regions = useRegions();
  const result = useQuery(query(listSubmissions, { query: { year } }));
  return (
    <>
      {result.isLoadingError && <PageHead title={t('submissions.home.title')} />}
      <Loaded result={result}>
        {({ submissions, strip }) => (
          <>
            <PageHead
              title={t('submissions.home.title')}
              sentence={
                submissions.length === 0
                  ? t('submissions.home.empty', { year })
                  : person.role === 'bureau'
                    ? bureauSentence(words, submissions)
                    : officialSentence(words, submissions, today, regions)
              }
            >
              <YearSelect year={year} years={[latest, latest - 1, latest - 2]} />
            </PageHead>
            <div className={styles.page}>
              {person.role === 'bureau' ? (
                <>
                  {strip.length > 0 && (
                    <figure className={styles.strip}>
                      <figcaption>
                        {t('submissions.home.strip', {
                          region: regions.get(person.region ?? '')?.short[language] ?? '',
                        })}
                      </figcaption>
                      <LevelStrip months={strip} withMonths />
                    </figure>
                  )}
                  <MonthList year={year} lines={submissions} />
                </>
              ) : (
                <FilingMatrix year={year} lines={submissions} />
              )}
              <DeadlineSection year={year} />
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}
