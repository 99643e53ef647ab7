import { Button, Textarea, TextInput } from '@mantine/core';
import { useReducer, useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { Interview, InterviewRequirement } from '#api/interviews/contract.ts';
import { useSession } from '../../api/session.ts';
import { useKeptEdit } from '../../ui/kept-edit.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Failure } from './failure.tsx';
import { ItemFields } from './item-fields.tsx';
import { KeptLine } from './kept-line.tsx';
import { readRequirements, withItem, withNewItem, withoutItem, withRequirement } from './requirements-draft.ts';
import { TemplateForm } from './template-form.tsx';
import { useEdit } from './use-edit.ts';
import styles from './interview.module.css';

interface RequirementsFormProps {
  readonly interview: Interview;
}

/**
 * Edits what is demanded: adds, drops and rewords items, and says who owes them by when. What is typed survives a reload and
 * a sign-out.
 */
export function RequirementsForm({ interview }: RequirementsFormProps) {
  const [round, begin] = useReducer((before: number) => before + 1, 0);
  return <Requirements key={round} interview={interview} onDiscard={begin} />;
}

interface RequirementsProps extends RequirementsFormProps {
  readonly onDiscard: () => void;
}

function Requirements({ interview, onDiscard }: RequirementsProps) {
  const { t } = useText();
  const { person } = useSession();
  const kept = useKeptEdit(`xushi.requirements.${person.name}.${interview.id}`, interview.version, readRequirements);
  const [draft, setDraft] = useState<readonly InterviewRequirement[]>(kept.typed ?? interview.requirements);
  const change = useEdit(interview, kept);
  const write = (next: readonly InterviewRequirement[]): void => {
    setDraft(next);
    kept.write(next);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    change.run({ requirements: [...draft] });
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate aria-label={t('meetings.editRequirements')}>
        <h2>{t('meetings.editRequirements')}</h2>
        <KeptLine kept={kept} onDiscard={onDiscard} />
        <Failure error={change.error} />
        {draft.map((requirement, index) => (
          <RequirementFields
            key={requirement.key}
            requirement={requirement}
            position={index + 1}
            dueOn={interview.heldOn}
            onChange={(next) => write(withRequirement(draft, requirement.key, next))}
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
