import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dayParts, lastDayOfMonth } from '#api/measures/calendar.ts';
import type { StripMonth } from '#api/measures/strip.ts';
import { listSubmissions } from '#api/submissions/contract.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { isBelow, owesNow } from '#api/submissions/lifecycle.ts';
import { submissionsTable } from '#api/tables/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { LevelStrip } from '../../parts/level-strip.tsx';
import { TableLinks } from '../../parts/table-links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { YearSelect } from '../../ui/year-select.tsx';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { BackPlanSection } from '../../parts/back-plan-section.tsx';
import { CurrentOpening } from '../../parts/opening-section.tsx';
import { Remind } from '../../parts/submissions/remind.tsx';
import { periodOf } from '../../parts/period.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { DeadlineSection } from './deadlines/section.tsx';
import { StatusMatrix } from './submission-matrix.tsx';
import { bureauSentence, officialSentence } from './home-sentence.ts';
import { MonthList } from './month-list.tsx';
import { PunctualitySection } from './punctuality.tsx';
import styles from './page.module.css';

const route = getRouteApi('/submissions');

/** The bureau's home: what is due, what came back; for an official every city's status. */
export function Page() {
  const { t } = useText();
  const { year } = periodOf(route.useSearch(), useSession().today);
  const result = useQuery(query(listSubmissions, { query: { year } }));
  return (
    <>
      {result.isLoadingError && <PageHead title={t('submissions.home.title')} />}
      <Loaded result={result}>{(reply) => <Months {...reply} year={year} />}</Loaded>
    </>
  );
}

interface MonthsProps {
  readonly year: number;
  readonly submissions: readonly SubmissionLine[];
  /** The region's own year; empty for whoever sees several. */
  readonly strip: readonly StripMonth[];
}

function Months({ year, submissions, strip }: MonthsProps) {
  const { t, language } = useText();
  const { person, today } = useSession();
  const sentence = useSentence(year, submissions);
  const latest = dayParts(today).year;
  // The department sets how the next year is reported before it begins.
  const past = [latest, latest - 1, latest - 2];
  return (
    <>
      <PageHead title={t('submissions.home.title')} sentence={sentence}>
        <YearSelect from="/submissions" year={year} years={person.role === 'official' ? [latest + 1, ...past] : past} />
      </PageHead>
      <div className={styles.page}>
        {person.role === 'bureau' && <BackPlanSection year={Number(today.slice(0, 4))} />}
        {person.role === 'bureau' && <CurrentOpening region={person.region ?? ''} />}
        {person.role === 'bureau' ? (
          <>
            {strip.length > 0 && <YearStrip strip={strip} region={person.region ?? ''} />}
            <OfBureau year={year} lines={submissions} />
          </>
        ) : (
          <>
            {owedMonths(submissions, today).map((month) => (
              <Owed key={month} year={year} month={month} />
            ))}
            <StatusMatrix year={year} lines={submissions} />
            <p>
              <Link className={styles.action} to="/loads" search={{ year }}>
                {t('submissions.home.loads')}
              </Link>
            </p>
          </>
        )}
        <TableLinks addressOf={(format) => fileAddress(submissionsTable, { query: { year, language, format } })} />
        <PunctualitySection year={year} />
        <DeadlineSection year={year} />
      </div>
    </>
  );
}

/** What a bureau reports itself, and how far the regions below it have come. */
function OfBureau({ year, lines }: { readonly year: number; readonly lines: readonly SubmissionLine[] }) {
  const { person } = useSession();
  const below = lines.filter(({ region }) => isBelow(person, region));
  const own = lines.filter(({ region }) => region === person.region);
  return (
    <>
      {(own.length > 0 || below.length === 0) && <MonthList year={year} lines={own} />}
      {below.length > 0 && <StatusMatrix year={year} lines={below} />}
    </>
  );
}

/** The months that are over and still owed by a city, newest first. */
function owedMonths(lines: readonly SubmissionLine[], today: string): readonly number[] {
  const owed = lines.filter((line) => lastDayOfMonth(line.year, line.month) < today && owesNow(line, line, today));
  return [...new Set(owed.filter(({ closed }) => !closed).map(({ month }) => month))].toSorted((a, b) => b - a);
}

/** A month that is owed, with the reminder. */
function Owed({ year, month }: { readonly year: number; readonly month: number }) {
  const { language } = useText();
  return (
    <section aria-label={formatMonth(year, month, language)}>
      {formatMonth(year, month, language)}
      <Remind year={year} month={month} />
    </section>
  );
}

function useSentence(year: number, lines: readonly SubmissionLine[]): string {
  const words = useText();
  const { person, today } = useSession();
  const regions = useRegions();
  if (lines.length === 0) return words.t('submissions.home.empty', { year });
  const own = lines.filter(({ region }) => region === person.region);
  // A bureau that reports nothing itself watches over those below it.
  return person.role === 'bureau' && own.length > 0
    ? bureauSentence(words, own)
    : officialSentence(words, lines, today, regions);
}

function YearStrip({ strip, region }: { readonly strip: readonly StripMonth[]; readonly region: string }) {
  const { t, language } = useText();
  const name = useRegions().get(region)?.short[language] ?? '';
  return (
    <figure className={styles.strip}>
      <figcaption>{t('submissions.home.strip', { region: name })}</figcaption>
      <LevelStrip months={strip} withMonths />
    </figure>
  );
}
