import type { PlanContent } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import { formatPercent, formatQuantity } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';

interface CoverageLineProps {
  readonly coverage: NonNullable<PlanContent['coverage']>;
  readonly remaining: number;
  readonly indicator: Indicator;
}

/** How far named projects cover a plan, with the numbers; what is missing where they do not. */
export function CoverageLine({ coverage: { area, share, missing }, remaining, indicator }: CoverageLineProps) {
  const { t, language } = useText();
  const said = (value: number) => formatQuantity(value, indicator, language);
  const values = { area: said(area), remaining: said(remaining), share: formatPercent(share, 1) };
  return (
    <p>
      <SheetNumber of="share">
        {missing > 0
          ? t('backPlans.uncovered', { ...values, missing: said(missing) })
          : t('backPlans.coverage', values)}
      </SheetNumber>
    </p>
  );
}
