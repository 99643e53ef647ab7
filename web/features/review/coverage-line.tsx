import { useQuery } from '@tanstack/react-query';
import { dayParts } from '#api/measures/calendar.ts';
import { listSubmissions } from '#api/submissions/contract.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { query } from '../../api/queries.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { coverageOf, owingNames } from '../../parts/submissions/coverage.ts';
import { Remind } from '../../parts/submissions/remind.tsx';
import styles from './review.module.css';

interface CoverageLineProps {
  /** The office's day, whose month and the one before are reported on. */
  readonly today: string;
}

/** How complete the latest months are, and which cities are still missing. */
export function CoverageLine({ today }: CoverageLineProps) {
  const { year } = dayParts(today);
  const { data } = useQuery(query(listSubmissions, { query: { year } }));
  if (data === undefined) return null;
  const latest = [...new Set(data.submissions.map(({ month }) => month))].toSorted((a, b) => b - a).slice(0, 2);
  return (
    <ul className={styles.coverage}>
      {latest.map((month) => (
        <li key={month}>
          <Coverage lines={data.submissions} month={month} today={today} />
        </li>
      ))}
    </ul>
  );
}

interface CoverageProps extends CoverageLineProps {
  readonly lines: readonly SubmissionLine[];
  readonly month: number;
}

function Coverage({ lines, month, today }: CoverageProps) {
  const { t, language } = useText();
  const regions = useRegions();
  const coverage = coverageOf(lines, month, today);
  if (coverage === null) return null;
  const { year, accepted, expected, owing, notOwed } = coverage;
  const words = { month: formatMonth(year, month, language), accepted, expected };
  if (notOwed !== null) return t(`review.notOwed.${notOwed}`, words);
  if (owing.length === 0) return t('review.coverage', words);
  const names = owingNames(coverage, { t, language }, (code) => regions.get(code)?.short[language] ?? code);
  return (
    <>
      {t('review.coverageMissing', { ...words, names })}
      <Remind year={year} month={month} />
    </>
  );
}
