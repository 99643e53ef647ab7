import { Button, Textarea } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import type { ItemCommand } from '#api/interviews/item-lifecycle.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { ItemCommandState } from './use-item-command.ts';
import styles from './interview.module.css';

interface NoteFormProps {
  readonly item: ChecklistItem;
  readonly command: ItemCommandState;
}

/** The commands that this form's text goes with. */
const isShort = (command: ItemCommand | null): boolean =>
  command === 'report' || command === 'verify' || command === 'return' || command === 'overrule';

/** What the form sends first, by what this person may do. */
function firstCommand({ can }: ChecklistItem): ItemCommand {
  if (can.report) return 'report';
  if (can.overrule) return 'overrule';
  return can.verify ? 'verify' : 'return';
}

/** The note and the buttons that go with it: a bureau reports, an official verifies, returns or overrules the data. */
export function NoteForm({ item, command }: NoteFormProps) {
  const { t } = useText();
  const first = firstCommand(item);
  const words = useWords(first);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    command.run(first);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Textarea
        label={words.label}
        description={words.description}
        rows={3}
        maxLength={2000}
        value={command.text.value}
        error={isShort(command.tooShort) && t('interviews.item.tooShort')}
        onChange={(event) => command.text.write(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant={words.isMain ? 'filled' : 'default'} loading={command.pending}>
          {words.button}
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

function useWords(first: ItemCommand) {
  const { t } = useText();
  if (first === 'report') {
    const label = t('interviews.item.reportNote');
    return { label, description: t('interviews.item.reportHint'), button: t('interviews.item.report'), isMain: true };
  }
  if (first === 'overrule') {
    const label = t('interviews.item.overruleReason');
    return { label, description: t('interviews.item.checkHint'), button: t('interviews.item.overrule'), isMain: false };
  }
  const button = t(first === 'verify' ? 'interviews.item.verify' : 'interviews.item.return');
  return { label: t('interviews.item.verifyNote'), description: t('interviews.item.verifyHint'), button, isMain: true };
}
