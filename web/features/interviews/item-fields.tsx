import { Button, NativeSelect, TextInput } from '@mantine/core';
import { checkKinds } from '#api/interviews/contract.ts';
import type { InterviewRequirement } from '#api/interviews/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './interview.module.css';

type Item = InterviewRequirement['items'][number];

interface ItemFieldsProps {
  readonly item: Item;
  readonly onChange: (change: Partial<Item>) => void;
  readonly onDrop: () => void;
}

/** One item while it is edited: its words, who owes it by when, and how it is checked. */
export function ItemFields({ item, onChange, onDrop }: ItemFieldsProps) {
  const { t } = useText();
  const { key, evidence } = item;
  return (
    <div className={styles.itemFields}>
      <strong>{key}</strong>
      <WordFields item={item} onChange={onChange} />
      <DutyFields item={item} onChange={onChange} />
      <label>
        <input type="checkbox" checked={evidence} onChange={() => onChange({ evidence: !evidence })} />{' '}
        {t('meetings.itemEvidence')}
      </label>
      <Button variant="subtle" size="xs" onClick={onDrop}>
        {t('meetings.dropItem', { item: key })}
      </Button>
    </div>
  );
}

type FieldsProps = Omit<ItemFieldsProps, 'onDrop'>;

/** A field's name is read aloud with the item's number, because every item has the same fields. */
const named = (key: string, label: string) => ({ label, 'aria-label': `${key} ${label}` });

function WordFields({ item: { key, title, owner }, onChange }: FieldsProps) {
  const { t } = useText();
  return (
    <>
      <TextInput
        {...named(key, t('meetings.itemZh'))}
        value={title.zh}
        maxLength={300}
        onChange={(event) => onChange({ title: { ...title, zh: event.currentTarget.value } })}
      />
      <TextInput
        {...named(key, t('meetings.itemEn'))}
        value={title.en}
        maxLength={300}
        onChange={(event) => onChange({ title: { ...title, en: event.currentTarget.value } })}
      />
      <TextInput
        {...named(key, t('meetings.itemOwner'))}
        value={owner}
        maxLength={100}
        onChange={(event) => onChange({ owner: event.currentTarget.value })}
      />
    </>
  );
}

function DutyFields({ item: { key, dueOn, checkedBy }, onChange }: FieldsProps) {
  const { t } = useText();
  return (
    <>
      <TextInput
        type="date"
        {...named(key, t('meetings.itemDue'))}
        value={dueOn}
        onChange={(event) => onChange({ dueOn: event.currentTarget.value })}
      />
      <NativeSelect
        {...named(key, t('meetings.itemCheck'))}
        value={checkedBy}
        data={checkKinds.map((kind) => ({ value: kind, label: t(`meetings.checks.${kind}`) }))}
        onChange={(event) => {
          const chosen = checkKinds.find((kind) => kind === event.currentTarget.value);
          if (chosen !== undefined) onChange({ checkedBy: chosen });
        }}
      />
    </>
  );
}
