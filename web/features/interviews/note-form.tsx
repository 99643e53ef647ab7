import { Button, Textarea } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import type { ItemCommand } from '#api/interviews/lifecycle.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { ItemCommandState } from './use-item-command.ts';
import styles from './interview.module.css';

interface NoteFormProps {
  readonly item: ChecklistItem;
  readonly command: ItemCommandState;
}

/** The note and the buttons that go with it: a bureau reports, an official verifies or returns. */
export function NoteForm({ item, command }: NoteFormProps) {
  const { t } = useText();
  const first: ItemCommand = item.can.report ? 'report' : item.can.verify ? 'verify' : 'return';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    command.run(first);
  };
  const words =
    first === 'report'
      ? { label: t('interviews.item.reportNote'), description: t('interviews.item.reportHint') }
      : { label: t('interviews.item.verifyNote'), description: t('interviews.item.verifyHint') };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Textarea
        {...words}
        rows={3}
        maxLength={2000}
        value={command.text.value}
        error={command.tooShort && t('interviews.item.tooShort')}
        onChange={(event) => command.text.write(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={command.pending}>
          {t(`interviews.item.${first}`)}
        </Button>
        {first === 'verify' && item.can.return && (
          <Button variant="default" disabled={command.pending} onClick={() => command.run('return')}>
            {t('interviews.item.return')}
          </Button>
        )}
      </div>
    </form>
  );
}
