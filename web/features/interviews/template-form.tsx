import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import type { InterviewRequirement } from '#api/interviews/contract.ts';
import { listTemplates, saveTemplate } from '#api/interviews/template-contract.ts';
import { call } from '../../api/call.ts';
import { query } from '../../api/queries.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Failure } from './failure.tsx';
import { fieldsOf } from './fields.ts';
import { asTemplate } from './requirements-draft.ts';
import { useChange } from './use-change.ts';
import styles from './interview.module.css';

interface TemplateFormProps {
  readonly requirements: readonly InterviewRequirement[];
  readonly heldOn: string;
}

/** Saves the requirements on the page as the next version of the template. */
export function TemplateForm({ requirements, heldOn }: TemplateFormProps) {
  const { t } = useText();
  const { data: templates } = useQuery(query(listTemplates, {}));
  const version = templates?.[0]?.version;
  const change = useChange((reason: string) =>
    call(saveTemplate, { body: { requirements: asTemplate(requirements, heldOn), reason }, version: version ?? 0 }),
  );
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change.run(fieldsOf(event.currentTarget).get('reason') ?? '');
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t('meetings.saveTemplate')}>
      <Failure error={change.error} />
      {change.done && (
        <output className={styles.done}>{t('meetings.templateSaved', { n: change.done.version })}</output>
      )}
      <TextInput name="reason" label={t('meetings.templateReason')} maxLength={2000} />
      <div>
        <Button type="submit" variant="default" disabled={version === undefined} loading={change.pending}>
          {t('meetings.saveTemplate')}
        </Button>
      </div>
    </form>
  );
}
