import type { Indicator } from '#api/indicators/contract.ts';
import type { FigureReply } from '#api/figures/contract.ts';
import type { Absence } from '#api/figures/absence.ts';
import { useText } from '../../text/messages/use-text.ts';
import { OriginMark } from '../origin-mark.tsx';
import { formatAmount, formatPercent, noValue } from '../../text/format.ts';
import styles from './figure-value.module.css';

interface FigureValueProps {
  readonly indicator: Indicator;
  /** In the indicator's unit. */
  readonly figure: (Pick<FigureReply, 'cumulative' | 'denominator'> & Partial<Pick<FigureReply, 'origin'>>) | null;
  /** What was answered in the place of the figure. */
  readonly absence?: Absence | undefined;
}

/** A figure in a table: the amount, or a ratio's share above its two parts; an invented one is marked. */
export function FigureValue({ indicator, figure, absence }: FigureValueProps) {
  const { t } = useText();
  if (figure === null) return absence === undefined ? noValue : t(`answers.absence.${absence}`);
  const { cumulative, denominator, origin } = figure;
  if (denominator === null) {
    return (
      <span className={styles.amount}>
        {formatAmount(cumulative, indicator)}
        <OriginMark origins={[origin]} />
      </span>
    );
  }
  return (
    <span className={styles.amount}>
      {denominator === 0 ? noValue : formatPercent(cumulative / denominator)}
      <OriginMark origins={[origin]} />
      <span className={styles.parts}>
        {formatAmount(cumulative, indicator)} / {formatAmount(denominator, indicator)}
      </span>
    </span>
  );
}
