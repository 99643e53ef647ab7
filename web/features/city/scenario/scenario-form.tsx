import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Amounts } from '#api/measures/accepted.ts';
import { asRecently, monthsToCome, type Scenario } from '#api/measures/scenario.ts';
import type { ScenarioContext } from '#api/scenarios/contract.ts';
import { formatList, formatMonth, formatMonthName, formatQuantity, unitOf } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { cardLabels } from '../../../ui/card-labels.ts';
import { FormulaSheet } from '../../../parts/formula/formula-sheet.tsx';
import { TableScroller } from '../../../ui/table-scroller.tsx';
import table from '../../../ui/table.module.css';
import { ScenarioTakes } from './scenario-takes.tsx';
import { TriedMonth } from './tried-month.tsx';
import { filledUp, scenarioRows, sliderScale, takesOf, type ScenarioRow } from './scenario-rows.ts';
import { triedRows } from './tried-rows.ts';
import styles from './scenario.module.css';

interface ScenarioFormProps {
  readonly scenario: Scenario;
  readonly context: ScenarioContext;
  readonly indicator: Indicator;
}

/** The months to come on sliders and as numbers, what they lead to, and what it would take. Nothing leaves the page. */
export function ScenarioForm({ scenario, context, indicator }: ScenarioFormProps) {
  const { t, language } = useText();
  const presumed = useMemo(() => asRecently(scenario), [scenario]);
  const takes = useMemo(() => takesOf(scenario), [scenario]);
  const [additions, setAdditions] = useState<readonly (Amounts | null)[]>(presumed);
  const change = (index: number, cumulative: number | null): void => {
    const denominator = presumed[index]?.denominator ?? null;
    setAdditions(additions.with(index, cumulative === null ? null : { cumulative, denominator }));
  };
  const tryOut = (chosen: readonly Amounts[]): void => setAdditions(filledUp(chosen, presumed));
  const rows = scenarioRows(scenario, context, additions);
  const count = context.others === null ? null : context.others.length + 1;
  return (
    <FormulaSheet
      from="/cities/$code"
      name="tried"
      title={t('scenario.formulas')}
      rows={() => triedRows({ scenario, rows, takes, indicator, count, t, language })}
    >
      <div className={styles.scenario}>
        <p className={styles.note}>
          {t('scenario.note', { month: formatMonth(context.year, context.month, language) })}
        </p>
        <Months {...{ scenario, indicator, presumed, additions, rows, count }} onChange={change} />
        {indicator.kind === 'ratio' && <Denominators scenario={scenario} presumed={presumed} indicator={indicator} />}
        <Button
          className={`${styles.reset} screen-only`}
          variant="default"
          size="xs"
          onClick={() => setAdditions(presumed)}
        >
          {t('scenario.reset')}
        </Button>
        <ScenarioTakes takes={takes} indicator={indicator} onTry={tryOut} />
      </div>
    </FormulaSheet>
  );
}

interface MonthsProps extends Omit<ScenarioFormProps, 'context'> {
  readonly rows: readonly ScenarioRow[];
  readonly count: number | null;
  readonly presumed: readonly Amounts[];
  readonly additions: readonly (Amounts | null)[];
  readonly onChange: (index: number, amount: number | null) => void;
}

/** A row for each month to come. */
function Months({ scenario, indicator, presumed, additions, rows, count, onChange }: MonthsProps) {
  const { t, language } = useText();
  const caption = t('scenario.caption', { unit: unitOf(indicator, language) });
  return (
    <TableScroller label={caption}>
      <table ref={cardLabels} className={`${table.table} ${styles.months}`}>
        <caption>{caption}</caption>
        <Head withRank={count !== null} />
        <tbody>
          {monthsToCome(scenario).map((month, index) => (
            <TriedMonth
              key={month}
              month={month}
              indicator={indicator}
              amount={additions[index]?.cumulative ?? null}
              slider={sliderScale(scenario, presumed, index)}
              row={rows[index] ?? null}
              count={count}
              onChange={(amount) => onChange(index, amount)}
            />
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}

function Head({ withRank }: { readonly withRank: boolean }) {
  const { t } = useText();
  return (
    <thead>
      <tr>
        <th scope="col">{t('scenario.month')}</th>
        <th scope="col">{t('scenario.added')}</th>
        <th scope="col" className={table.number}>
          {t('scenario.completion')}
        </th>
        <th scope="col">{t('scenario.level')}</th>
        <th scope="col" className={table.number}>
          {t('scenario.yearEnd')}
        </th>
        {withRank && (
          <th scope="col" className={table.number}>
            {t('scenario.rank')}
          </th>
        )}
      </tr>
    </thead>
  );
}

interface DenominatorsProps extends Pick<ScenarioFormProps, 'scenario' | 'indicator'> {
  readonly presumed: readonly Amounts[];
}

/** What a ratio's months are presumed to add to its denominator. */
function Denominators({ scenario, presumed, indicator }: DenominatorsProps) {
  const { t, language } = useText();
  const amounts = monthsToCome(scenario).map((month, index) => {
    const amount = (presumed[index]?.denominator ?? 0) / indicator.scale;
    return `${formatMonthName(month, language)} ${formatQuantity(amount, indicator, language)}`;
  });
  return <p className={styles.note}>{t('scenario.ratioNote', { amounts: formatList(amounts, language) })}</p>;
}
