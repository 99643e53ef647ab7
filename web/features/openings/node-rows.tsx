import { Button, TextInput } from '@mantine/core';
import { useText } from '../../text/messages/use-text.ts';
import { blankNode, nextId, withRow } from './draft.ts';
import type { NodeDraft } from './draft.ts';
import styles from './page.module.css';

interface NodeRowsProps {
  readonly rows: readonly NodeDraft[];
  readonly year: number;
  readonly onChange: (rows: readonly NodeDraft[]) => void;
}

/** The nodes of a plan while it is written. */
export function NodeRows({ rows, year, onChange }: NodeRowsProps) {
  const { t } = useText();
  return (
    <fieldset className={styles.form}>
      <legend>{t('openings.node')}</legend>
      {rows.map(({ id, day, text }, at) => (
        <div key={id} className={styles.row}>
          <TextInput
            type="date"
            label={t('openings.row', { n: at + 1, field: t('openings.day') })}
            min={`${year}-01-01`}
            max={`${year}-03-31`}
            value={day}
            onChange={(event) => onChange(withRow(rows, id, { day: event.currentTarget.value }))}
          />
          <TextInput
            className={styles.wide}
            label={t('openings.row', { n: at + 1, field: t('openings.nodeText') })}
            maxLength={200}
            value={text}
            onChange={(event) => onChange(withRow(rows, id, { text: event.currentTarget.value }))}
          />
          <Button variant="subtle" onClick={() => onChange(rows.filter((row) => row.id !== id))}>
            {t('openings.drop', { n: at + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => onChange([...rows, { ...blankNode, id: nextId(rows) }])}>
          {t('openings.addNode')}
        </Button>
      </div>
    </fieldset>
  );
}
