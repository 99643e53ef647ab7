import { NativeSelect } from '@mantine/core';
import type { Indicator } from '#api/indicators/contract.ts';
import { absences } from '#api/figures/absence.ts';
import type { Absence } from '#api/figures/absence.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { CellReading } from './cells.ts';
import { recorded } from './figure-history.ts';
import { useForm } from './form-context.ts';
import { answerRow } from './sheet.ts';
import styles from './figure-table.module.css';

interface RowAnswerProps {
  readonly indicator: Indicator;
  readonly reading: CellReading;
}

/** Where a row has no number: why. The same can be typed or pasted into its cells. */
export function RowAnswer({ indicator, reading }: RowAnswerProps) {
  const { t, language } = useText();
  const { kind, subject, sheet, readOnly, history, go } = useForm();
  if (kind === 'correction' || readOnly || (reading.state !== 'empty' && reading.state !== 'absent')) return null;
  const choose = (value: string): void => {
    const absence = absences.find((one): one is Absence => one === value) ?? null;
    go(recorded(history, answerRow(subject, sheet, indicator.code, absence).figures, null));
  };
  return (
    <NativeSelect
      className={styles.answer ?? ''}
      size="xs"
      aria-label={t('answers.choose', { indicator: indicator.short[language] })}
      value={reading.state === 'absent' ? reading.absence : ''}
      data={[
        { value: '', label: t('answers.number') },
        ...absences.map((value) => ({ value, label: t(`answers.absence.${value}`) })),
      ]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}
