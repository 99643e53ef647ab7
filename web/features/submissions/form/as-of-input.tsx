import { TextInput } from '@mantine/core';
import { useText } from '../../../text/messages/use-text.ts';
import { textId } from './problem-words.ts';
import type { FormProblem } from './problem-words.ts';
import styles from './report.module.css';

interface AsOfInputProps {
  readonly value: string;
  readonly window: { readonly earliest: string; readonly latest: string };
  readonly problems: readonly FormProblem[];
  readonly readOnly: boolean;
  readonly onChange: (day: string) => void;
}

/** The day that the figures are as of. */
export function AsOfInput({ value, window, problems, readOnly, onChange }: AsOfInputProps) {
  const { t } = useText();
  return (
    <TextInput
      id={textId('asOf')}
      className={styles.asOf ?? ''}
      type="date"
      label={t('submission.form.asOf')}
      description={t('submission.form.asOfHint', { earliest: window.earliest, latest: window.latest })}
      min={window.earliest}
      max={window.latest}
      value={value}
      readOnly={readOnly}
      error={problems.find(({ field }) => field === textId('asOf'))?.sentence}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
