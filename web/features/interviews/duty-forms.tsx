import { Button, Textarea, TextInput } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
import { fieldsOf } from './fields.ts';
import type { ItemCommandState } from './use-item-command.ts';
import styles from './interview.module.css';

interface DutyFormsProps {
  readonly item: ChecklistItem;
  readonly command: ItemCommandState;
}

/** Who answers for an item and by when: folded away, because most items are never touched there. */
export function DutyForms({ item, command }: DutyFormsProps) {
  const { t } = useText();
  const { person } = useSession();
  const { can } = item;
  return (
    <details className={styles.more} open={can.decide}>
      <summary>{t('interviews.item.more')}</summary>
      {can.report && person.role === 'official' && <ReportForm item={item} command={command} />}
      {can.decide && <DecideForm item={item} command={command} />}
      {(can.ask || can.extend) && <ExtendForm key={item.version} item={item} command={command} />}
      {can.assign && <AssignForm key={`assign ${item.version}`} item={item} command={command} />}
    </details>
  );
}

/** A form whose fields are read when it is sent. */
const sending =
  (send: (fields: ReadonlyMap<string, string>) => void) =>
  (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    send(fieldsOf(event.currentTarget));
  };

/** Reports in the place of a bureau that did so on paper or by telephone. */
function ReportForm({ command }: DutyFormsProps) {
  const { t } = useText();
  return (
    <form className={styles.form} onSubmit={sending((fields) => command.run('report', fields.get('note')))} noValidate>
      <Textarea
        name="note"
        label={t('interviews.item.reportNote')}
        rows={2}
        maxLength={2000}
        error={command.tooShort === 'report' && t('interviews.item.tooShort')}
      />
      <div>
        <Button type="submit" variant="default" disabled={command.pending}>
          {t('interviews.item.onBehalf')}
        </Button>
      </div>
    </form>
  );
}

const reasonIn = (form: HTMLFormElement | null): string => (form === null ? '' : (fieldsOf(form).get('reason') ?? ''));

function DecideForm({ item, command }: DutyFormsProps) {
  const { t } = useText();
  return (
    <form className={styles.form} onSubmit={sending((fields) => command.run('grant', fields.get('reason')))} noValidate>
      <Textarea
        name="reason"
        label={t('interviews.item.decideReason')}
        rows={2}
        maxLength={2000}
        error={command.tooShort === 'refuse' && t('interviews.item.tooShort')}
      />
      <div className={styles.buttons}>
        <Button type="submit" disabled={item.asked === null || command.pending}>
          {t('interviews.item.grant')}
        </Button>
        <Button
          variant="default"
          disabled={command.pending}
          onClick={(event) => command.run('refuse', reasonIn(event.currentTarget.form))}
        >
          {t('interviews.item.refuse')}
        </Button>
      </div>
    </form>
  );
}

function ExtendForm({ item, command }: DutyFormsProps) {
  const { t } = useText();
  const verb = item.can.ask ? 'ask' : 'extend';
  const send = sending((fields) =>
    command.run(verb, fields.get('reason'), { dueOn: fields.get('dueOn') ?? item.dueOn }),
  );
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextInput type="date" name="dueOn" label={t('interviews.item.newDue')} defaultValue={item.dueOn} />
      <Textarea
        name="reason"
        label={t('interviews.item.dueReason')}
        rows={2}
        maxLength={2000}
        error={command.tooShort === verb && t('interviews.item.tooShort')}
      />
      <div>
        <Button type="submit" variant="default" disabled={command.pending}>
          {t(`interviews.item.${verb}`)}
        </Button>
      </div>
    </form>
  );
}

function AssignForm({ item, command }: DutyFormsProps) {
  const { t } = useText();
  const { person } = useSession();
  const mayMove = person.role === 'official' && item.state === 'open';
  const send = sending((fields) =>
    command.run('assign', '', {
      owner: fields.get('owner') ?? '',
      person: fields.get('person') ?? '',
      dueOn: fields.get('dueOn') ?? null,
    }),
  );
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextInput name="owner" label={t('interviews.item.ownerField')} defaultValue={item.owner} maxLength={100} />
      <TextInput name="person" label={t('interviews.item.personField')} defaultValue={item.person} maxLength={50} />
      {mayMove && (
        <TextInput type="date" name="dueOn" label={t('interviews.item.dueField')} defaultValue={item.dueOn} />
      )}
      <div>
        <Button type="submit" variant="default" disabled={command.pending}>
          {t('interviews.item.assign')}
        </Button>
      </div>
    </form>
  );
}
