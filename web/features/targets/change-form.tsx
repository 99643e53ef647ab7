import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { TextareaProps } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import type { TargetCell } from '#api/targets/contract.ts';
import { typedFormat } from '#api/targets/lifecycle.ts';
import { problemOf } from '../../api/local-problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { formatFigure, formatMonthName } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { offeredMonths } from './change.ts';
import type { ChangeField } from './change.ts';
import { CellEffect } from './cell-effect.tsx';
import { EffectNote } from './effect-note.tsx';
import { yearTarget } from './ledger.ts';
import { SavedNote } from './saved-note.tsx';
import { useTargetChange } from './use-target-change.ts';
import type { TargetChange } from './use-target-change.ts';
import styles from './page.module.css';

interface ChangeFormProps {
  readonly year: number;
  readonly cell: TargetCell;
  readonly indicator: Indicator;
}

const idOf = (field: ChangeField): string => `target-${field}`;

/** Sets a cell's target or changes it from a month on. */
export function ChangeForm({ year, cell, indicator }: ChangeFormProps) {
  const { t } = useText();
  const change = useTargetChange(year, cell, indicator);
  const now = yearTarget(cell);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = change.send();
    if (wrong !== null) document.querySelector<HTMLElement>(`#${idOf(wrong)}`)?.focus();
  };
  const title = t(now === null ? 'targets.form.first' : 'targets.form.change');
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={title}>
      <h3>{title}</h3>
      {change.saved && <SavedNote cell={change.saved} indicator={indicator} />}
      {change.error && <Failure error={change.error} />}
      <Fields year={year} cell={cell} indicator={indicator} change={change} />
      <div>
        <Button type="submit" loading={change.pending}>
          {t('targets.form.save')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps extends ChangeFormProps {
  readonly change: TargetChange;
}

function Fields({ year, cell, indicator, change }: FieldsProps) {
  const { t, language } = useText();
  const now = yearTarget(cell);
  const field = (name: ChangeField) => ({
    id: idOf(name),
    value: String(change.typed[name]),
    error: change.sentences[name],
    onChange: (event: { currentTarget: { value: string } }) => change.write(name, event.currentTarget.value),
  });
  const months = offeredMonths(cell.steps);
  const plain = { autoComplete: 'off', spellCheck: false } as const;
  return (
    <>
      <TextInput
        {...field('amount')}
        {...plain}
        label={
          indicator.kind === 'ratio'
            ? t('targets.form.amountShare')
            : t('targets.form.amount', { unit: typedFormat(indicator).unit[language] })
        }
        description={now && t('targets.form.now', { amount: formatFigure(now.amount, indicator) })}
        inputMode="decimal"
      />
      <NativeSelect
        {...field('effectiveMonth')}
        label={t('targets.form.effectiveMonth')}
        data={months.map((month) => ({ value: String(month), label: formatMonthName(month, language) }))}
      />
      <Effect year={year} cell={cell} change={change} isFirst={now === null} />
      <TextInput {...field('documentNumber')} {...plain} label={t('targets.form.document')} maxLength={100} />
      <Reason {...field('reason')} />
    </>
  );
}

type EffectProps = Omit<FieldsProps, 'indicator'> & { readonly isFirst: boolean };

/** What the change would do before it is saved: which months it judges, and which levels become others. */
function Effect({ year, cell, change: { typed, isAmountRead }, isFirst }: EffectProps) {
  const { amount, effectiveMonth } = typed;
  return (
    <>
      <EffectNote year={year} effectiveMonth={effectiveMonth} isFirst={isFirst} />
      <CellEffect year={year} cell={cell} amount={isAmountRead ? amount : null} effectiveMonth={effectiveMonth} />
    </>
  );
}

function Reason(field: TextareaProps) {
  const { t } = useText();
  return (
    <Textarea
      {...field}
      label={t('targets.form.reason')}
      description={t('targets.form.keptHint')}
      rows={2}
      maxLength={2000}
    />
  );
}

function Failure({ error }: { readonly error: Error }) {
  const { t } = useText();
  const problem = problemOf(error);
  if (problem.code !== 'stale-version') return <ProblemView problem={problem} />;
  return (
    <p className={styles.notice} role="alert">
      {t('targets.form.stale', { detail: problem.detail })}
    </p>
  );
}
