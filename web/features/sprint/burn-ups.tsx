import { ChartTable } from '../../charts/chart-table.tsx';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { asOfText } from '../../parts/tense.ts';
import { formatPercent, formatShortMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { CityBurnUp } from './city-burn-up.tsx';
import { sprintFrame } from './sprint-frame.ts';
import type { SprintRow, SprintView } from './sprint-view.ts';
import styles from './sprint-sheet.module.css';

interface BurnUpsProps {
  readonly view: SprintView;
  /** Whether their table is drawn from the start. */
  readonly isTableOpen?: boolean;
}

/** A burn-up a city on one scale, who misses most first, and all of them as one table. */
export function BurnUps({ view, isTableOpen = false }: BurnUpsProps) {
  const { t, language } = useText();
  const { reply, indicator } = view;
  const { rows } = view;
  const words = { indicator: indicator.short[language], asOf: asOfText(reply, reply.today, { t, language }) };
  const legend = t('sprint.burnUps.caption', words);
  const title = `${indicator.short[language]} · ${t('sprint.burnUps.heading')}`;
  const saved = sprintFrame({ title, legend, what: t('sprint.table.completion') }, view, { t, language });
  return (
    <section>
      <h2>{t('sprint.burnUps.heading')}</h2>
      <SavablePicture {...saved}>
        <ul className={styles.multiples}>
          {rows.map((row) => (
            <li key={row.region} data-region={row.region}>
              <CityBurnUp row={row} view={view} shape="small" />
            </li>
          ))}
        </ul>
      </SavablePicture>
      <p className={styles.hint}>
        {legend} {reply.invented && t('everywhere.inventedNote')}
      </p>
      <CompletionTable rows={rows} view={view} isOpen={isTableOpen} />
    </section>
  );
}

interface CompletionTableProps {
  readonly rows: readonly SprintRow[];
  readonly view: SprintView;
  readonly isOpen: boolean;
}

function CompletionTable({ rows, view, isOpen }: CompletionTableProps) {
  const { t, language } = useText();
  const months = Array.from({ length: view.reply.month }, (_, index) => index + 1);
  return (
    <ChartTable
      isOpen={isOpen}
      caption={t('sprint.burnUps.table', { indicator: view.indicator.name[language] })}
      columns={[t('sprint.table.city'), ...months.map((month) => formatShortMonth(month, language))]}
      rows={rows.map((row) => ({
        key: row.region,
        name: row.name,
        cells: months.map((month) => formatPercent(acceptedAt(row, month))),
      }))}
    />
  );
}

function acceptedAt({ points }: SprintRow, month: number): number | null {
  return points.findLast((point) => point.month === month && point.accepted)?.value ?? null;
}
