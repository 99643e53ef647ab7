import type { Indicator } from '#api/indicators/contract.ts';
import { SheetNumber } from '../../../parts/formula/formula-sheet.tsx';
import { LevelMark } from '../../../charts/level-mark.tsx';
import { formatBrief, formatMonthName, formatPercent, noValue } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import table from '../../../ui/table.module.css';
import type { ScenarioRow } from './scenario-rows.ts';
import styles from './scenario.module.css';

interface TriedMonthProps {
  readonly month: number;
  readonly indicator: Indicator;
  /** Base units; null while the number is empty. */
  readonly amount: number | null;
  readonly slider: { readonly max: number; readonly step: number };
  /** Null where an amount up to this month is missing. */
  readonly row: ScenarioRow | null;
  /** Of how many cities; null where the others are not seen. */
  readonly count: number | null;
  readonly onChange: (amount: number | null) => void;
}

/** One month to come: its amount on a slider and as a number, and how the city would stand at its end. */
export function TriedMonth({ month, indicator, amount, slider, row, count, onChange }: TriedMonthProps) {
  const { t, language } = useText();
  const name = formatMonthName(month, language);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <AmountInput name={name} indicator={indicator} amount={amount} slider={slider} onChange={onChange} />
      </td>
      <td className={table.number}>
        <SheetNumber of={`completion.${month}`}>{formatPercent(row?.standing.completion ?? null)}</SheetNumber>
      </td>
      <td>
        {row === null ? (
          noValue
        ) : (
          <SheetNumber of={`level.${month}`}>
            <LevelMark level={row.standing.level} withWord />
          </SheetNumber>
        )}
      </td>
      <td className={table.number}>{row === null ? noValue : <YearEnd row={row} indicator={indicator} />}</td>
      {count !== null && (
        <td className={table.number}>
          {row?.place == null ? (
            noValue
          ) : (
            <SheetNumber of={`place.${month}`}>{t('scenario.place', { place: row.place, count })}</SheetNumber>
          )}
        </td>
      )}
    </tr>
  );
}

interface AmountInputProps extends Pick<TriedMonthProps, 'indicator' | 'amount' | 'slider' | 'onChange'> {
  /** The month's. */
  readonly name: string;
}

/** One amount on a slider and as a number: two ways to the same. */
function AmountInput({ name, indicator, amount, slider, onChange }: AmountInputProps) {
  const { t } = useText();
  const { scale, decimals } = indicator;
  const typed = (value: number): void =>
    onChange(Number.isNaN(value) ? null : Math.max(0, wholeSteps(value, indicator)));
  return (
    <span className={styles.amount}>
      <input
        type="range"
        className="screen-only"
        aria-label={t('scenario.slider', { month: name })}
        min={0}
        max={slider.max / scale}
        step={slider.step / scale}
        value={(amount ?? 0) / scale}
        onChange={({ currentTarget }) => typed(currentTarget.valueAsNumber)}
      />
      <input
        type="number"
        className={styles.number}
        aria-label={t('scenario.addedIn', { month: name })}
        min={0}
        step={1 / 10 ** decimals}
        value={amount === null ? '' : amount / scale}
        onChange={({ currentTarget }) => typed(currentTarget.valueAsNumber)}
      />
    </span>
  );
}

/** Whole multiples of the last decimal, base units: what can be typed into a report. */
function wholeSteps(value: number, { scale, decimals }: Pick<Indicator, 'scale' | 'decimals'>): number {
  const step = Math.max(1, scale / 10 ** decimals);
  return Math.round((value * scale) / step) * step;
}

function YearEnd({ row, indicator }: { readonly row: ScenarioRow; readonly indicator: Indicator }) {
  const { t } = useText();
  const { point, interval } = row.forecast;
  if (point === null) return noValue;
  const brief = (amount: number): string => formatBrief(amount / indicator.scale, indicator);
  const text =
    interval === null
      ? t('scenario.about', { point: brief(point) })
      : t('scenario.between', { point: brief(point), low: brief(interval.low), high: brief(interval.high) });
  return <SheetNumber of={`yearEnd.${row.month}`}>{text}</SheetNumber>;
}
