import { Button, Textarea, TextInput } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { bulkCommands, moveItems } from '#api/interviews/item-contract.ts';
import type { BulkCommand } from '#api/interviews/item-contract.ts';
import { call } from '../../api/call.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Failure } from './failure.tsx';
import { fieldsOf } from './fields.ts';
import { useChange } from './use-change.ts';
import type { Selection } from './use-selection.ts';
import styles from './interview.module.css';

interface BulkFormProps {
  readonly interview: string;
  readonly selection: Selection;
}

interface Asked {
  readonly command: BulkCommand;
  readonly reason: string;
  readonly dueOn: string | null;
}

/** Verifies, returns or extends the items that are chosen: all of them or none. */
export function BulkForm({ interview, selection }: BulkFormProps) {
  const { t } = useText();
  const { change, submit } = useBulk(interview, selection);
  const n = selection.items.length;
  if (n === 0) return change.done ? <output className={styles.done}>{t('interviews.bulk.done')}</output> : null;
  return (
    <form className={styles.bulk} onSubmit={submit} noValidate aria-label={t('interviews.bulk.title', { n })}>
      <h2>{t('interviews.bulk.title', { n })}</h2>
      <p className={styles.caption}>{t('interviews.bulk.hint')}</p>
      <Failure error={change.error} />
      <Textarea name="reason" label={t('interviews.bulk.reason')} rows={2} maxLength={2000} />
      <TextInput type="date" name="dueOn" label={t('interviews.bulk.dueOn')} />
      <div className={styles.buttons}>
        {bulkCommands.map((command) => (
          <Button
            key={command}
            type="submit"
            value={command}
            variant={command === 'verify' ? 'filled' : 'default'}
            disabled={change.pending}
          >
            {t(`interviews.bulk.${command}`)}
          </Button>
        ))}
        <Button variant="subtle" onClick={selection.clear}>
          {t('interviews.bulk.clear')}
        </Button>
      </div>
    </form>
  );
}

function useBulk(interview: string, selection: Selection) {
  const items = selection.items.map(({ region, item, version }) => ({ region, item, version }));
  const change = useChange(
    ({ command, reason, dueOn }: Asked, idempotencyKey) =>
      call(moveItems, {
        params: { interview },
        body: { command, items, reason, dueOn },
        idempotencyKey: `${command}-${idempotencyKey}`,
      }),
    selection.clear,
  );
  const submit = (event: SyntheticEvent<HTMLFormElement, SubmitEvent>): void => {
    event.preventDefault();
    const command = bulkCommands.find((one) => one === event.nativeEvent.submitter?.getAttribute('value'));
    const fields = fieldsOf(event.currentTarget);
    const dueOn = fields.get('dueOn') ?? '';
    if (command === undefined) return;
    change.run({ command, reason: fields.get('reason') ?? '', dueOn: dueOn === '' ? null : dueOn });
  };
  return { change, submit };
}
