import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { Interview, InterviewRequirement } from '#api/interviews/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Failure } from './failure.tsx';
import { ItemFields } from './item-fields.tsx';
import { withItem, withNewItem, withoutItem, withRequirement } from './requirements-draft.ts';
import { TemplateForm } from './template-form.tsx';
import { useEdit } from './use-edit.ts';
import styles from './interview.module.css';

interface RequirementsFormProps {
  readonly interview: Interview;
}

/** Edits what is demanded: adds, drops and rewords items, and says who owes them by when. */
export function RequirementsForm({ interview }: RequirementsFormProps) {
  const { t } = useText();
  const [draft, setDraft] = useState<readonly InterviewRequirement[]>(interview.requirements);
  const change = useEdit(interview);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    change.run({ requirements: [...draft] });
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate aria-label={t('meetings.editRequirements')}>
        <h2>{t('meetings.editRequirements')}</h2>
        <Failure error={change.error} />
        {draft.map((requirement, index) => (
          <RequirementFields
            key={requirement.key}
            requirement={requirement}
            position={index + 1}
            dueOn={interview.heldOn}
            onChange={(next) => setDraft(withRequirement(draft, requirement.key, next))}
          />
        ))}
        <div>
          <Button type="submit" loading={change.pending}>
            {t('meetings.save')}
          </Button>
        </div>
      </form>
      <TemplateForm requirements={draft} heldOn={interview.heldOn} />
    </>
  );
}

interface RequirementFieldsProps {
  readonly requirement: InterviewRequirement;
  readonly position: number;
  readonly dueOn: string;
  readonly onChange: (next: InterviewRequirement) => void;
}

function RequirementFields({ requirement, position, dueOn, onChange }: RequirementFieldsProps) {
  const { t } = useText();
  const { title, items } = requirement;
  return (
    <fieldset className={styles.demand}>
      <legend>{t('meetings.requirement', { n: position })}</legend>
      <Textarea
        label={t('meetings.requirementZh')}
        rows={1}
        maxLength={300}
        value={title.zh}
        onChange={(event) => onChange({ ...requirement, title: { ...title, zh: event.currentTarget.value } })}
      />
      <TextInput
        label={t('meetings.requirementEn')}
        maxLength={300}
        value={title.en}
        onChange={(event) => onChange({ ...requirement, title: { ...title, en: event.currentTarget.value } })}
      />
      {items.map((item) => (
        <ItemFields
          key={item.key}
          item={item}
          onChange={(next) => onChange(withItem(requirement, item.key, next))}
          onDrop={() => onChange(withoutItem(requirement, item.key))}
        />
      ))}
      <div>
        <Button variant="default" onClick={() => onChange(withNewItem(requirement, position, dueOn))}>
          {t('meetings.addItem')}
        </Button>
      </div>
    </fieldset>
  );
}
