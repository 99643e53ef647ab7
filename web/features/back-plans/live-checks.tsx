import type { ReplyBase } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import { SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import { formatQuantity, noValue } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { CoverageLine } from './coverage-line.tsx';
import { CredibilityTable } from './credibility-table.tsx';
import type { lookAt } from './draft.ts';
import { planRows, type ReckonedPlan } from './plan-rows.ts';
import { PlanSheet } from './plan-sheet.tsx';
import styles from './page.module.css';

interface LiveChecksProps {
  readonly look: ReturnType<typeof lookAt>;
  readonly base: ReplyBase;
  readonly indicator: Indicator;
}

/** What a plan adds up to, how credible it is and how far projects cover it, while it is typed. */
export function LiveChecks({ look, base, indicator }: LiveChecksProps) {
  const { t, language } = useText();
  const { scale } = indicator;
  const said = (amount: number | null) =>
    amount === null ? '--' : formatQuantity(inUnit(amount, scale), indicator, language);
  const sums = { sum: said(look.sum), remaining: said(look.remaining) };
  const reckoned = reckonedOf({ look, base, indicator });
  const { coverage, credibility } = reckoned;
  return (
    <PlanSheet name="draft" of={t('backPlans.edit')} rows={() => planRows(reckoned, { indicator, t, language })}>
      <output className={look.difference === 0 ? undefined : styles.off}>
        <SheetNumber of="sum">
          {look.difference === 0
            ? t('backPlans.sum', sums)
            : t('backPlans.difference', { ...sums, difference: said(look.difference) })}
        </SheetNumber>
      </output>
      <CredibilityTable months={credibility} indicator={indicator} />
      <Past base={base} indicator={indicator} />
      {coverage && <CoverageLine coverage={coverage} remaining={base.remaining} indicator={indicator} />}
    </PlanSheet>
  );
}

/** The best month ever and the recent mean, with their formulas where there is either. */
function Past({ base, indicator }: Pick<LiveChecksProps, 'base' | 'indicator'>) {
  const { t, language } = useText();
  const said = (amount: number | null): string =>
    amount === null ? noValue : formatQuantity(amount, indicator, language);
  const text = t('backPlans.past', { best: said(base.bestMonth), recent: said(base.recentPerMonth) });
  if (base.bestIn === null && base.recentOf === null) return <p>{text}</p>;
  return (
    <p>
      <SheetNumber of={base.bestIn === null ? 'recentMean' : 'bestMonth'}>{text}</SheetNumber>
    </p>
  );
}

/** A draft as its formulas are written from it, in the indicator's unit. */
function reckonedOf({ look, base, indicator: { scale } }: LiveChecksProps): ReckonedPlan {
  const { coverage } = look;
  return {
    ...base,
    sum: inUnit(look.sum, scale),
    parts: look.parts.map((part) => ({ ...part, amount: inUnit(part.amount, scale) })),
    projects: look.named,
    credibility: look.credibility.map((month) => ({ ...month, planned: inUnit(month.planned, scale) })),
    coverage: coverage && {
      area: inUnit(coverage.area, scale),
      share: coverage.share,
      missing: inUnit(coverage.missing, scale),
    },
  };
}
