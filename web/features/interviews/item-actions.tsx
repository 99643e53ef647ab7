import { Button } from '@mantine/core';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import { problemOf } from '../../api/local-problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { NoteForm } from './note-form.tsx';
import { useItemCommand } from './use-item-command.ts';
import type { ItemAddress } from './use-item-command.ts';
import styles from './interview.module.css';

interface ItemActionsProps {
  readonly address: ItemAddress;
  readonly item: ChecklistItem;
}

/** A new outcome is read out and keeps the focus that its vanished form had. */
const focused = (node: HTMLElement | null): void => node?.focus();

/** What this person may do with an item: report it, or verify or return it. What was typed survives any failure. */
export function ItemActions({ address, item }: ItemActionsProps) {
  const { t } = useText();
  const command = useItemCommand(address, item);
  const may = item.can.report || item.can.verify || item.can.return;
  return (
    <>
      {command.done && (
        <output className={styles.done} tabIndex={-1} ref={focused}>
          {t(`interviews.item.done.${command.done}`)}
        </output>
      )}
      {command.error && <CommandFailure error={command.error} />}
      {may && <NoteForm item={item} command={command} />}
      {!may && command.text.value !== '' && (
        <div className={styles.kept}>
          <p>{t('interviews.item.kept')}</p>
          <blockquote>{command.text.value}</blockquote>
          <Button variant="default" onClick={command.text.forget}>
            {t('interviews.item.discard')}
          </Button>
        </div>
      )}
    </>
  );
}

function CommandFailure({ error }: { readonly error: Error }) {
  const { t } = useText();
  const problem = problemOf(error);
  if (problem.code !== 'stale-version') return <ProblemView problem={problem} />;
  return (
    <p className={styles.conflict} role="alert">
      {t('interviews.item.stale', { detail: problem.detail })}
    </p>
  );
}
