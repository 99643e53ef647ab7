import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemSentence } from '#api/http/problem.ts';
import { isReason } from '#api/http/reason.ts';
import type { ProjectIn } from '#api/projects/contract.ts';
import { flagWords, requiredFields } from '#api/projects/field-text.ts';
import { projectFields, type ProjectField } from '#api/projects/fields.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useSession } from '../../api/session.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import type { Words } from '../../text/messages/words.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptEdit } from '../../ui/kept-edit.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { inputOf, readTyped, valuesOf, type TypedProject } from './form-values.ts';
import styles from './projects.module.css';

interface ProjectFormProps {
  /** Under which its typing is kept for the tab: the project, or that it is new. */
  readonly place: string;
  /** Of what it edits; 0 of what is new. */
  readonly version: number;
  readonly project: Parameters<typeof valuesOf>[0];
  /** Whether a change must say why. */
  readonly withReason: boolean;
  readonly send: (input: ProjectIn, sent: Sent) => Promise<unknown>;
}

interface Sent {
  readonly reason: string;
  readonly idempotencyKey: string;
  /** That the typing began from. */
  readonly version: number;
}

/** Every field of a project; what is wrong with one is said beside it. */
export function ProjectForm(props: ProjectFormProps) {
  const { t, language } = useText();
  const { values, type, reason, typeReason, isRestored, isShort, isSaving, problem, save } = useProjectForm(props);
  return (
    <>
      {isRestored && <p>{t('projects.kept')}</p>}
      <div className={styles.fields}>
        {projectFields.map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            value={values[field.key]}
            error={problem?.errors?.find(({ pointer }) => pointer === `/${field.key}`)?.detail}
            onChange={(value) => type(field.key, value)}
          />
        ))}
      </div>
      {props.withReason && (
        <Textarea
          label={t('projects.reason')}
          rows={2}
          maxLength={500}
          value={reason}
          error={isShort && problemSentence('reason-required', {}, language)}
          onChange={(event) => typeReason(event.currentTarget.value)}
        />
      )}
      {problem !== null && <ProblemView problem={problem} />}
      <div>
        <Button loading={isSaving} onClick={save}>
          {t('projects.save')}
        </Button>
      </div>
    </>
  );
}

/** What is typed, and its way to the server: one key for all tries of the same content. */
function useProjectForm({ project, withReason, send, ...of }: ProjectFormProps) {
  const { person } = useSession();
  const kept = useKeptEdit(`xushi.project.${person.name}.${of.place}`, of.version, readTyped);
  const [typed, setTyped] = useState<TypedProject>(() => kept.typed ?? { values: valuesOf(project), reason: '' });
  const { values, reason } = typed;
  const [isShort, setShort] = useState(false);
  const { key, settle, renew } = useIdempotencyKey();
  const saving = useMutation({
    mutationFn: async () => {
      await send(inputOf(values), { reason, idempotencyKey: key, version: kept.basedOn ?? of.version });
      kept.forget();
    },
    // The person is told that a colleague was faster; saving again is over that.
    onError: (error) => problemOf(error).code === 'stale-version' && kept.rebase(null),
    onSettled: settle,
  });
  const change = (next: TypedProject): void => {
    setTyped(next);
    kept.write(next);
    renew();
  };
  return {
    values,
    reason,
    isRestored: kept.isRestored,
    isShort,
    isSaving: saving.isPending,
    problem: saving.error === null ? null : problemOf(saving.error),
    type: (field: ProjectField['key'], value: string): void =>
      change({ ...typed, values: { ...values, [field]: value } }),
    typeReason: (text: string): void => change({ ...typed, reason: text }),
    save: (): void => {
      const isMissing = withReason && !isReason(reason);
      setShort(isMissing);
      if (!isMissing) saving.mutate();
    },
  };
}

interface FieldInputProps {
  readonly field: ProjectField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function FieldInput({ field, value, error, onChange }: FieldInputProps) {
  const words = useText();
  const shared = {
    label: field.words[words.language],
    value,
    error,
    required: requiredFields.has(field.key),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  };
  const choices = choicesOf(field, words);
  if (choices !== null) return <NativeSelect {...shared} data={choices} />;
  return <TextInput {...shared} {...(field.kind === 'day' && { type: 'date' })} />;
}

/** What a select offers; null for a field that is typed. What need not be known can be left so. */
function choicesOf(field: ProjectField, { t, language }: Pick<Words, 't' | 'language'>) {
  const none = { value: '', label: t('projects.unknown') };
  switch (field.kind) {
    case 'choice': {
      const own = Object.entries(field.choices).map(([value, words]) => ({ value, label: words[language] }));
      return field.key === 'standard' ? [none, ...own] : own;
    }
    case 'flag':
      return [none, { value: 'yes', label: flagWords.yes[language] }, { value: 'no', label: flagWords.no[language] }];
    case 'stars':
      return [none, ...['0', '1', '2', '3'].map((value) => ({ value, label: value }))];
    default:
      return null;
  }
}
