import { Link } from '@tanstack/react-router';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { CompletionCells } from '../../parts/completion-cells.tsx';
import { LevelMark } from '../../charts/level-mark.tsx';
import { SortHeader } from '../../ui/sort-header.tsx';
import { sprintTable } from '#api/tables/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { formatAmount, formatComputed, formatIntensity, unitOf } from '../../text/format.ts';
import { knownPeriodOf } from '../../parts/period.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ChecklistProgressText } from './checklist-progress-text.tsx';
import { AsOfNote } from '../../parts/as-of-note.tsx';
import { asOfText } from '../../parts/tense.ts';
import { shareText } from './sprint-sentence.ts';
import type { SprintRow, SprintView } from './sprint-view.ts';
import { NotedOrigins } from '../../parts/noted-origins.tsx';
import { completionOrigins } from '../../parts/origins.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './sprint-sheet.module.css';

interface SprintTableProps {
  readonly view: SprintView;
  readonly rows: readonly SprintRow[];
  /** What it is called where a page has several. */
  readonly label?: string;
}

/** What each city still owes and does a month on one indicator, with the open items of its checklist. */
export function SprintTable({ view: { reply, indicator }, rows, label }: SprintTableProps) {
  const { t, language } = useText();
  const caption = t('sprint.table.caption', {
    indicator: indicator.name[language],
    asOf: asOfText(reply, reply.today, { t, language }),
    unit: unitOf(indicator, language),
  });
  return (
    <NotedOrigins values={rows.map(({ standing }) => completionOrigins(standing))}>
      <TableScroller label={label ?? t('sprint.table.heading')}>
        <table ref={cardLabels} className={table.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className={table.first}>
                {t('sprint.table.city')}
              </th>
              <th scope="col">{t('sprint.table.level')}</th>
              <SortHeader from="/sprint" column="completion" label={t('sprint.table.completion')} numeric colSpan={2} />
              <SortHeader from="/sprint" column="remaining" label={t('sprint.table.remaining')} numeric />
              <SortHeader from="/sprint" column="needed" label={t('sprint.table.needed')} numeric />
              <SortHeader from="/sprint" column="recent" label={t('sprint.table.recent')} numeric />
              <SortHeader from="/sprint" column="intensity" label={t('sprint.table.intensity')} numeric />
              <SortHeader from="/sprint" column="projection" label={t('sprint.table.projection')} numeric />
              <SortHeader from="/sprint" column="checklist" label={t('sprint.table.checklistProgress')} numeric />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.region} row={row} view={{ reply, indicator }} />
            ))}
          </tbody>
        </table>
      </TableScroller>
      <Links reply={reply} />
    </NotedOrigins>
  );
}

interface RowProps {
  readonly row: SprintRow;
  readonly view: Pick<SprintView, 'reply' | 'indicator'>;
}

/** The same table as a file, of every indicator. */
function Links({ reply }: { readonly reply: SprintView['reply'] }) {
  const { language } = useText();
  return (
    <TableLinks
      addressOf={(format) => fileAddress(sprintTable, { query: { ...knownPeriodOf(reply), language, format } })}
    />
  );
}

function Row({ row: { standing, projection, ...row }, view: { reply, indicator } }: RowProps) {
  const texts = [
    ['remaining', formatAmount(standing?.remaining ?? null, indicator)],
    ['needed', formatComputed(standing?.neededPerMonth ?? null, indicator)],
    ['recent', formatComputed(standing?.recentPerMonth ?? null, indicator)],
    ['intensity', formatIntensity(standing?.intensity ?? null)],
    ['projection', shareText(projection, standing?.target ?? null)],
  ] as const;
  return (
    <tr data-region={row.region}>
      <th scope="row">
        <Link to="/cities/$code" params={{ code: row.region }} search={knownPeriodOf(reply)}>
          {row.name}
        </Link>
        <AsOfNote standings={[standing]} period={reply} />
      </th>
      <td>
        <LevelMark level={standing?.level ?? 'no-data'} withWord />
      </td>
      <CompletionCells region={row.region} standing={standing} bar={styles.bar} />
      {texts.map(([key, text]) => (
        <td key={key} className={table.number}>
          <FormulaNumber of={{ region: row.region, indicator: indicator.code }}>{text}</FormulaNumber>
        </td>
      ))}
      <td className={table.number}>
        <ChecklistProgressText checklistProgress={row.checklistProgress} />
      </td>
    </tr>
  );
}
