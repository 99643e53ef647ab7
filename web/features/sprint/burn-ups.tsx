import { BurnUp } from '../../charts/burn-up.tsx';
import { sharedMax } from '../../charts/burn-up-layout.ts';
import { ChartTable } from '../../charts/chart-table.tsx';
import { judgedIndicator } from '../../parts/judged-indicator.ts';
import { asOfText } from '../../parts/tense.ts';
import { formatPercent, formatShortMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { pacePath } from './completion-points.ts';
import { worstGapFirst } from './sort-rows.ts';
import { citySentence } from './sprint-sentence.ts';
import type { SprintRow, SprintView } from './sprint-view.ts';
import styles from './sprint-sheet.module.css';

interface BurnUpsProps {
  readonly view: SprintView;
}

const wholePercent = (share: number): string => formatPercent(share, 0);

/** A burn-up a city on one scale, the farthest behind first, and all of them as one table. */
export function BurnUps({ view }: BurnUpsProps) {
  const { t, language } = useText();
  const { reply, indicator } = view;
  const rows = worstGapFirst(view.rows);
  const max = sharedMax(
    rows.flatMap(({ points }) => points.map(({ value }) => value)),
    1,
  );
  const words = { indicator: indicator.short[language], asOf: asOfText(reply, reply.today, { t, language }) };
  return (
    <section>
      <h2>{t('sprint.burnUps.heading')}</h2>
      <ul className={styles.multiples}>
        {rows.map(({ region, name, standing, points }) => (
          <li key={region}>
            <BurnUp
              title={citySentence(name, standing, indicator.kind, { t, language })}
              points={points}
              pace={pacePath(judgedIndicator(standing, indicator))}
              target={1}
              max={max}
              format={wholePercent}
            />
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        {t('sprint.burnUps.caption', words)} {reply.invented && t('everywhere.inventedNote')}
      </p>
      <CompletionTable rows={rows} view={view} />
    </section>
  );
}

function CompletionTable({ rows, view }: { readonly rows: readonly SprintRow[]; readonly view: SprintView }) {
  const { t, language } = useText();
  const months = Array.from({ length: view.reply.month }, (_, index) => index + 1);
  return (
    <ChartTable
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
