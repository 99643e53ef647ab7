import { useIndicators, useRegions } from '../../api/reference.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { KnownPeriod } from '../period.ts';
import { CityFormula } from './city-formula.tsx';
import { FormulaDialog } from './formula-dialog.tsx';
import type { FormulaOf } from './formula.ts';
import { ProvinceFormula } from './province-formula.tsx';

interface FormulaDrawerProps extends FormulaOf {
  readonly period: KnownPeriod;
  readonly onClose: () => void;
}

/** Every formula behind a region's numbers on an indicator. */
export function FormulaDrawer({ region: code, indicator: of, period, onClose }: FormulaDrawerProps) {
  const { t, language } = useText();
  const region = useRegions().get(code);
  const indicator = useIndicators().get(of);
  if (region === undefined || indicator === undefined) return null;
  const month = formatMonth(period.year, period.month, language);
  const shown = { region: code, indicator, period };
  const title = t('formula.title', { region: region.short[language], indicator: indicator.short[language], month });
  return (
    <FormulaDialog title={title} onClose={onClose}>
      {region.parent === null ? <ProvinceFormula {...shown} /> : <CityFormula {...shown} />}
    </FormulaDialog>
  );
}
