import { Link } from '@tanstack/react-router';
import { ProgressBar } from '../../charts/progress-bar.tsx';
import { LevelMark } from '../../charts/level-mark.tsx';
import { OriginMark } from '../../parts/origin-mark.tsx';
import { formatComputed, formatIntensity, formatPercent, formatQuantity, withUnit } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ChecklistProgressText } from './checklist-progress-text.tsx';
import { AsOfNote } from '../../parts/as-of-note.tsx';
import { shareText } from './sprint-sentence.ts';
import type { SprintRow, SprintView } from './sprint-view.ts';
import styles from './sprint-cards.module.css';

interface SprintCardsProps {
  readonly view: SprintView;
  readonly rows: readonly SprintRow[];
}

/** The sprint's table for a narrow screen: a block a city, its level first. */
export function SprintCards({ view, rows }: SprintCardsProps) {
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <Card key={row.region} row={row} view={view} />
      ))}
    </ul>
  );
}

function Card({ row: { standing, ...row }, view }: { readonly row: SprintRow; readonly view: SprintView }) {
  const { t, language } = useText();
  const aMonth = (value: number | null | undefined): string =>
    withUnit(formatComputed(value ?? null, view.indicator), view.indicator, language);
  return (
    <li className={styles.card}>
      <p className={styles.head}>
        <LevelMark level={standing?.level ?? 'no-data'} withWord />
        <CityLink row={row} view={view} />
        <AsOfNote standings={[standing]} period={view.reply} />
        <span className={styles.completion}>
          {formatPercent(standing?.completion ?? null)}
          <OriginMark origins={[standing?.provenance?.origin, standing?.targetProvenance?.origin]} />
        </span>
      </p>
      <ProgressBar completion={standing?.completion ?? null} pace={standing?.pace ?? null} />
      <dl className={styles.facts}>
        <dt>{t('sprint.table.remaining')}</dt>
        <dd>{formatQuantity(standing?.remaining ?? null, view.indicator, language)}</dd>
        <dt>{t('sprint.table.needed')}</dt>
        <dd>{aMonth(standing?.neededPerMonth)}</dd>
        <dt>{t('sprint.table.recent')}</dt>
        <dd>{aMonth(standing?.recentPerMonth)}</dd>
        <dt>{t('sprint.table.intensity')}</dt>
        <dd>{formatIntensity(standing?.intensity ?? null)}</dd>
        <dt>{t('sprint.table.projection')}</dt>
        <dd>{shareText(row.projection, standing?.target ?? null)}</dd>
        <dt>{t('sprint.table.checklistProgress')}</dt>
        <dd>
          <ChecklistProgressText checklistProgress={row.checklistProgress} />
        </dd>
      </dl>
    </li>
  );
}

/** The way to the city’s page, on the same month and indicator. */
function CityLink({
  row,
  view: { reply, indicator },
}: {
  readonly row: Pick<SprintRow, 'region' | 'name'>;
  readonly view: SprintView;
}) {
  return (
    <Link
      to="/cities/$code"
      params={{ code: row.region }}
      search={{ year: reply.year, month: reply.month, indicator: indicator.code }}
    >
      {row.name}
    </Link>
  );
}
