import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listOpenings } from '#api/openings/contract.ts';
import type { Opening } from '#api/openings/contract.ts';
import { openingDues, planYearOn } from '#api/openings/lifecycle.ts';
import { query } from '../api/queries.ts';
import { useSession } from '../api/session.ts';
import { useRegions } from '../api/reference.ts';
import { useText } from '../text/messages/use-text.ts';
import type { Text } from '../text/messages/catalogue.ts';
import { DueTable } from './opening-dues.tsx';
import styles from './opening-section.module.css';

interface OpeningSectionProps {
  readonly year: number;
  /** Whose plans are shown, in this order. */
  readonly regions: readonly string[];
}

/** Where cities stand with their first-quarter plans of a year, in that quarter with what is due by which day. */
export function OpeningSection({ year, regions }: OpeningSectionProps) {
  const { t } = useText();
  const { data } = useQuery(query(listOpenings, { query: { year } }));
  const shown = regions.flatMap((code) => data?.openings.find(({ region }) => region === code) ?? []);
  if (data === undefined || shown.length === 0) return null;
  const isRunning = planYearOn(data.today) === year && data.today.startsWith(String(year));
  return (
    <section className={styles.section}>
      <h2>{t('openings.title', { year })}</h2>
      <ul className={styles.lines}>
        {shown.map((opening) => (
          <OpeningLine key={opening.region} opening={opening} today={isRunning ? data.today : null} />
        ))}
      </ul>
    </section>
  );
}

/** A city's plan that is on the office's mind: from October on the next year's, in its first quarter the running year's. */
export function CurrentOpening({ region }: { readonly region: string }) {
  const year = planYearOn(useSession().today);
  return year === null ? null : <OpeningSection year={year} regions={[region]} />;
}

interface OpeningLineProps {
  readonly opening: Opening;
  /** The office's day where the plan's quarter is running; null before. */
  readonly today: string | null;
}

function OpeningLine({ opening, today }: OpeningLineProps) {
  const { t, language } = useText();
  const { region, year, state, can } = opening;
  const city = useRegions().get(region)?.short[language] ?? region;
  const dues = today === null ? [] : openingDues(opening, today);
  return (
    <li>
      <strong>{city}</strong> {openingSentence(opening, t)} {today !== null && dues.length > 0 && nextDue(dues, t)}{' '}
      {(state !== 'missing' || can.save || can.ask) && (
        <Link to="/openings/$year/$region" params={{ year: String(year), region }}>
          {t(state === 'missing' && can.save ? 'openings.writeOf' : 'openings.openOf', { city })}
        </Link>
      )}
      {dues.length > 0 && <DueTable dues={dues} />}
    </li>
  );
}

/** A plan's state and size in a sentence; its state alone where nothing is written. */
export function openingSentence({ state, goals, nodes, projects }: Opening, t: Text): string {
  if (state === 'missing') return t('openings.none');
  const counts = { goals: goals.length, nodes: nodes.length, projects: projects.length };
  return t('openings.sentence', { state: t(`openings.state.${state}`), ...counts });
}

function nextDue(dues: ReturnType<typeof openingDues>, t: Text): string {
  const next = dues.find(({ isPassed }) => !isPassed);
  if (next === undefined) return t('openings.allPassed', { all: dues.length });
  const passed = dues.filter(({ isPassed }) => isPassed).length;
  return t('openings.nextDue', { day: next.day, text: next.text, passed, all: dues.length });
}
