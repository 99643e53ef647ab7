import type { Indicator } from '#api/indicators/contract.ts';
import type { Amounts } from '#api/measures/accepted.ts';
import { SheetNumber } from '../../../parts/formula/formula-sheet.tsx';
import { LevelMark } from '../../../charts/level-mark.tsx';
import { formatMonthName, formatQuantity } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { cardLabels } from '../../../ui/card-labels.ts';
import { TableScroller } from '../../../ui/table-scroller.tsx';
import table from '../../../ui/table.module.css';
import { wantedLevels, type Takes } from './scenario-rows.ts';
import styles from './scenario.module.css';

interface ScenarioTakesProps {
  readonly takes: readonly Takes[];
  readonly indicator: Indicator;
  readonly onTry: (additions: readonly Amounts[]) => void;
}

/** What it would take to be on pace, and to reach the target, by each month end to come. */
export function ScenarioTakes({ takes, indicator, onTry }: ScenarioTakesProps) {
  const { t, language } = useText();
  const byMonth = [...Map.groupBy(takes, ({ month }) => month)];
  return (
    <TableScroller label={t('scenario.takesCaption')}>
      <table ref={cardLabels} className={table.table}>
        <caption>{t('scenario.takesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scenario.by')}</th>
            {wantedLevels.map((level) => (
              <th key={level} scope="col" className={table.number}>
                <LevelMark level={level} withWord />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byMonth.map(([month, own]) => (
            <tr key={month}>
              <th scope="row">{t('scenario.byEnd', { month: formatMonthName(month, language) })}</th>
              {own.map((one) => (
                <td key={one.level} className={table.number}>
                  <Take one={one} indicator={indicator} onTry={onTry} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}

function Take({
  one: { month, level, additions, total },
  indicator,
  onTry,
}: Omit<ScenarioTakesProps, 'takes'> & { readonly one: Takes }) {
  const { t, language } = useText();
  if (additions === null || total === null) return t('scenario.none');
  if (total === 0) return t('scenario.nothing');
  const amount = formatQuantity(total / indicator.scale, indicator, language);
  const name = t('scenario.tryIt', {
    month: formatMonthName(month, language),
    level: t(`levels.word.${level}`),
    amount,
  });
  return (
    <>
      <button type="button" className={styles.take} aria-label={name} onClick={() => onTry(additions)}>
        +{amount}
      </button>{' '}
      <SheetNumber of={`take.${month}.${level}`}>{t('everywhere.formula')}</SheetNumber>
    </>
  );
}
