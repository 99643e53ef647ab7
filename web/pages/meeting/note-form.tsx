import { Button, Textarea } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import type { ItemAct } from '#api/interviews/lifecycle.ts';
import { useText } from '../../messages/use-text.ts';
import type { ItemDeed } from './use-item-deed.ts';
import styles from './meeting.module.css';

interface NoteFormProps {
  readonly item: ChecklistItem;
  readonly deed: ItemDeed;
}

/** The note and the buttons that go with it: a bureau reports, an official verifies or returns. */
export function NoteForm({ item, deed }: NoteFormProps) {
  const { t } = useText();
  const first: ItemAct = item.can.report ? 'report' : item.can.verify ? 'verify' : 'return';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    deed.run(first);
  };
  const words =
    first === 'report'
      ? { label: t('meetings.item.reportNote'), description: t('meetings.item.reportHint') }
      : { label: t('meetings.item.verifyNote'), description: t('meetings.item.verifyHint') };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Textarea
        {...words}
        rows={3}
        maxLength={2000}
        value={deed.text.value}
        error={deed.tooShort && t('meetings.item.tooShort')}
        onChange={(event) => deed.text.write(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={deed.pending}>
          {t(`meetings.item.${first}`)}
        </Button>
        {first === 'verify' && item.can.return && (
          <Button variant="default" disabled={deed.pending} onClick={() => deed.run('return')}>
            {t('meetings.item.return')}
          </Button>
        )}
      </div>
    </form>
  );
}
