import { Button } from '@mantine/core';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import type { ItemHistory } from '#api/interviews/item-contract.ts';
import { problemOf } from '../../api/local-problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
import { DutyForms } from './duty-forms.tsx';
import { NoteForm } from './note-form.tsx';
import type { ItemAddress } from './send-item-command.ts';
import { useItemCommand } from './use-item-command.ts';
import type { ItemCommandState } from './use-item-command.ts';
import styles from './interview.module.css';

interface ItemActionsProps {
  readonly address: ItemAddress;
  readonly item: ChecklistItem;
  readonly check: ItemHistory['check'];
  /** Whether a file is demanded and none is attached, so that a report would be refused. */
  readonly lacksFile: boolean;
}

/** A new outcome is read out and keeps the focus that its vanished form had. */
const focused = (node: HTMLElement | null): void => node?.focus();

/** What this person may do with an item. What was typed survives any failure. */
export function ItemActions({ address, item, check, lacksFile }: ItemActionsProps) {
  const { t } = useText();
  const command = useItemCommand(address, item, check);
  const { can } = item;
  const { person } = useSession();
  // To report in a bureau's place is an exception, and folded away with the others.
  const may = (can.report && person.role === 'bureau') || can.verify || can.return || can.overrule;
  return (
    <>
      {command.done && (
        <output className={styles.done} tabIndex={-1} ref={focused}>
          {t(`interviews.item.done.${command.done}`)}
          {can.undo && <UndoButton command={command} />}
        </output>
      )}
      {command.error && <CommandFailure error={command.error} />}
      {can.report && lacksFile && <p className={styles.kept}>{t('interviews.item.evidenceFirst')}</p>}
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
      {(can.ask || can.extend || can.decide || can.assign || (can.report && person.role === 'official')) && (
        <DutyForms item={item} command={command} />
      )}
    </>
  );
}

/** Taking back is offered while it is possible: the style sheet takes the button away when it no longer is. */
function UndoButton({ command }: { readonly command: ItemCommandState }) {
  const { t } = useText();
  return (
    <Button
      className={styles.undo}
      variant="default"
      size="xs"
      loading={command.pending}
      onClick={() => command.run('undo', '')}
    >
      {t('interviews.item.undo')}
    </Button>
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
