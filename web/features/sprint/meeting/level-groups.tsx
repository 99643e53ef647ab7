import { Link } from '@tanstack/react-router';
import type { Level } from '#api/measures/vocabulary.ts';
import { LevelMark } from '../../../charts/level-mark.tsx';
import { formatBriefPercent } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { SprintRow } from '../sprint-view.ts';
import styles from './cover.module.css';

/** The cities by their level, the worst first, each leading to its page; who has reached the target in one line with how far. */
export function LevelGroups({ rows }: { readonly rows: readonly SprintRow[] }) {
  const { t } = useText();
  const groups = Map.groupBy(rows, ({ standing }) => standing?.level ?? 'no-data');
  return (
    <ul className={styles.groups} aria-label={t('meetingMode.cover.levels')}>
      {worstFirst.map((level) => {
        const cities = groups.get(level) ?? [];
        return cities.length === 0 ? null : (
          <li key={level}>
            <LevelMark level={level} size="0.9em" withWord />
            <span className={styles.count}>{cities.length}</span>
            <span>
              {cities.map((row, index) => (
                <span key={row.region}>
                  {index > 0 && t('meetingMode.cover.between')}
                  <CityLink row={row} />
                  {level === 'achieved' && ` ${formatBriefPercent(row.standing?.completion ?? null)}`}
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What cannot be judged is not worse than what is behind: it stands last. */
const worstFirst: readonly Level[] = ['behind', 'watch', 'on-pace', 'achieved', 'no-data', 'no-target'];

/** Leads to another page of the meeting, never out of it. */
function CityLink({ row: { region, name } }: { readonly row: SprintRow }) {
  return (
    <Link from="/sprint" to="." search={(before) => ({ ...before, present: region, only: undefined })} replace>
      {name}
    </Link>
  );
}
