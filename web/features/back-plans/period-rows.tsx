import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReplyBase } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { inBaseUnits } from '#api/figures/figure-text.ts';
import { unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { partsOf, spreadRest, type PlanDraft } from './draft.ts';
import { periodName } from './period-name.ts';
import styles from './page.module.css';

interface PeriodRowsProps {
  readonly draft: PlanDraft;
  readonly base: ReplyBase;
  readonly indicator: Indicator;
  readonly onChange: (amounts: readonly string[]) => void;
}

/** Each period as a bar that can be dragged and as a number; while the rest is spread the sum stays what is left. */
export function PeriodRows({ draft, base, indicator, onChange }: PeriodRowsProps) {
  const { t, language } = useText();
  const [isSpread, setSpread] = useState(true);
  const parts = partsOf(draft, base, indicator);
  const spread = (at: number, amount: number) => onChange(spreadRest(draft, base, indicator, { at, amount }));
  const type = (at: number, text: string) => onChange(draft.amounts.map((one, index) => (index === at ? text : one)));
  return (
    <div className={styles.form}>
      <label>
        <input type="checkbox" checked={isSpread} onChange={(event) => setSpread(event.currentTarget.checked)} />{' '}
        {t('backPlans.spread')}
      </label>
      {parts.map((part, at) => {
        const period = periodName(part, { t, language });
        return (
          <div key={part.to} className={styles.period}>
            <input
              className={styles.bar}
              type="range"
              aria-label={t('backPlans.bar', { period })}
              min={0}
              max={inBaseUnits(base.remaining, indicator.scale)}
              step={indicator.scale / 10 ** indicator.decimals}
              value={part.amount}
              onChange={(event) => spread(at, Number(event.currentTarget.value))}
            />
            <TextInput
              label={t('backPlans.amount', { period, unit: unitOf(indicator, language) })}
              inputMode="decimal"
              value={draft.amounts[at] ?? ''}
              onChange={(event) => type(at, event.currentTarget.value)}
              onBlur={() => isSpread && spread(at, part.amount)}
            />
          </div>
        );
      })}
    </div>
  );
}
