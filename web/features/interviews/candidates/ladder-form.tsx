import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { saveLadder } from '#api/escalations/contract.ts';
import type { Ladder, LadderStep } from '#api/escalations/contract.ts';
import { call } from '../../../api/call.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { Failure } from '../failure.tsx';
import { fieldsOf } from '../fields.ts';
import { useChange } from '../use-change.ts';
import styles from '../interview.module.css';

/** Edits the ladder: its steps with their names in both languages; what was recorded keeps the names it had. */
export function LadderForm({ ladder }: { readonly ladder: Ladder }) {
  const { t } = useText();
  const [steps, setSteps] = useState<readonly LadderStep[]>(ladder.steps);
  const change = useChange((reason: string) =>
    call(saveLadder, { body: { steps: [...steps], reason }, version: ladder.version }),
  );
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change.run(fieldsOf(event.currentTarget).get('reason') ?? '');
  };
  const replace = (index: number) => (step: LadderStep | null) =>
    setSteps(steps.flatMap((one, at) => (at !== index ? [one] : step === null ? [] : [step])));
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t('callIn.editLadder')}>
      <h2>{t('callIn.editLadder')}</h2>
      <Failure error={change.error} />
      {change.done && <output className={styles.done}>{t('callIn.ladderSaved', { n: change.done.version })}</output>}
      {steps.map((step, index) => (
        <StepFields key={step.key} step={step} onChange={replace(index)} />
      ))}
      <div>
        <Button variant="default" onClick={() => setSteps([...steps, newStep(steps)])}>
          {t('callIn.addStep')}
        </Button>
      </div>
      <TextInput name="reason" label={t('callIn.ladderReason')} maxLength={2000} />
      <div>
        <Button type="submit" loading={change.pending}>
          {t('callIn.ladderSave')}
        </Button>
      </div>
    </form>
  );
}

/** A step whose key no other one has. */
function newStep(steps: readonly LadderStep[]): LadderStep {
  const free = Array.from({ length: steps.length + 1 }, (_, index) => `step-${index + 1}`);
  const key = free.find((name) => !steps.some((step) => step.key === name)) ?? 'step';
  return { key, name: { zh: '', en: '' }, description: { zh: '', en: '' }, callsIn: false };
}

interface StepFieldsProps {
  readonly step: LadderStep;
  /** Null drops the step. */
  readonly onChange: (step: LadderStep | null) => void;
}

function StepFields({ step, onChange }: StepFieldsProps) {
  const { t, language } = useText();
  const { name, description } = step;
  const text = (label: string, value: string, write: (value: string) => LadderStep) => (
    <TextInput
      label={label}
      value={value}
      maxLength={300}
      onChange={(event) => onChange(write(event.currentTarget.value))}
    />
  );
  return (
    <fieldset className={styles.demand}>
      <legend>{name[language]}</legend>
      {text(t('callIn.stepZh'), name.zh, (zh) => ({ ...step, name: { ...name, zh } }))}
      {text(t('callIn.stepEn'), name.en, (en) => ({ ...step, name: { ...name, en } }))}
      {text(t('callIn.descriptionZh'), description.zh, (zh) => ({ ...step, description: { ...description, zh } }))}
      {text(t('callIn.descriptionEn'), description.en, (en) => ({ ...step, description: { ...description, en } }))}
      <label>
        <input type="checkbox" checked={step.callsIn} onChange={() => onChange({ ...step, callsIn: !step.callsIn })} />{' '}
        {t('callIn.callsIn')}
      </label>
      <div>
        <Button variant="subtle" size="xs" onClick={() => onChange(null)}>
          {t('callIn.dropStep', { step: name[language] })}
        </Button>
      </div>
    </fieldset>
  );
}
