import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { escalate } from '#api/escalations/contract.ts';
import type { Candidates } from '#api/escalations/contract.ts';
import { call } from '../../../api/call.ts';
import { useRegions } from '../../../api/reference.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { Failure } from '../failure.tsx';
import { fieldsOf } from '../fields.ts';
import { useChange } from '../use-change.ts';
import styles from '../interview.module.css';

/** Records a step that was taken towards a city. */
export function StepForm({ reply }: { readonly reply: Candidates }) {
  const { t, language } = useText();
  const regions = useRegions();
  const { change, submit } = useStep();
  return (
    <details className={styles.more}>
      <summary>{t('callIn.record')}</summary>
      <form className={styles.form} onSubmit={submit} noValidate aria-label={t('callIn.record')}>
        <Failure error={change.error} />
        {change.done && <output className={styles.done}>{t('callIn.recorded')}</output>}
        <NativeSelect
          name="region"
          label={t('callIn.recordCity')}
          data={reply.candidates.map(({ region }) => ({
            value: region,
            label: regions.get(region)?.short[language] ?? region,
          }))}
        />
        <NativeSelect
          name="step"
          label={t('callIn.recordStep')}
          data={reply.ladder.steps.map(({ key, name }) => ({ value: key, label: name[language] }))}
        />
        <TextInput type="date" name="takenOn" label={t('callIn.recordDay')} defaultValue={reply.today} />
        <TextInput name="documentNumber" label={t('callIn.recordDocument')} maxLength={100} />
        <Textarea name="reason" label={t('callIn.recordReason')} rows={2} maxLength={2000} />
        <div>
          <Button type="submit" loading={change.pending}>
            {t('callIn.recordSave')}
          </Button>
        </div>
      </form>
    </details>
  );
}

interface Step {
  readonly region: string;
  readonly step: string;
  readonly takenOn: string;
  readonly documentNumber: string;
  readonly reason: string;
}

function useStep() {
  const change = useChange((body: Step, idempotencyKey) => call(escalate, { body, idempotencyKey }));
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = fieldsOf(event.currentTarget);
    const field = (name: string): string => fields.get(name) ?? '';
    change.run({
      region: field('region'),
      step: field('step'),
      takenOn: field('takenOn'),
      documentNumber: field('documentNumber'),
      reason: field('reason'),
    });
  };
  return { change, submit };
}
