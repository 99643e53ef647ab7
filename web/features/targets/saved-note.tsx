import type { Indicator } from '#api/indicators/contract.ts';
import type { TargetCell } from '#api/targets/contract.ts';
import { formatFigure, formatMonthName, formatQuantity } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import styles from './page.module.css';

interface SavedNoteProps {
  /** The cell as it was saved; its last line is the new one. */
  readonly cell: TargetCell;
  readonly indicator: Indicator;
}

/** A new outcome is read out. */
const focused = (node: HTMLElement | null): void => node?.focus();

/** What was saved, in a sentence. */
export function SavedNote({ cell, indicator }: SavedNoteProps) {
  const { t, language } = useText();
  const region = useRegions().get(cell.region)?.short[language] ?? cell.region;
  const step = cell.steps.at(-1);
  if (step === undefined) return null;
  const { amount, effectiveMonth } = step;
  return (
    <output key={cell.version} className={styles.notice} tabIndex={-1} ref={focused}>
      {t('targets.form.saved', {
        region,
        indicator: indicator.short[language],
        amount:
          indicator.kind === 'ratio' ? formatFigure(amount, indicator) : formatQuantity(amount, indicator, language),
        month: formatMonthName(effectiveMonth, language),
      })}
    </output>
  );
}
