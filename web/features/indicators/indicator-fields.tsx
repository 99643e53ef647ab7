import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { IndicatorHistory } from '#api/indicator-changes/contract.ts';
import { monthKey } from '#api/indicators/lifecycle.ts';
import { kinds } from '#api/measures/vocabulary.ts';
import { useIndicators } from '../../api/reference.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { always, type IndicatorDraft } from './draft.ts';
import { monthInWords, offeredMonths } from './offered-months.ts';
import styles from './page.module.css';

interface IndicatorFieldsProps {
  readonly draft: IndicatorDraft;
  /** What is wrong, by field. */
  readonly errors: ReadonlyMap<string, string>;
  /** Of the indicator that is changed; empty for a new one. */
  readonly code: string;
  /** Whether something stands on it, so that its meaning is fixed. */
  readonly isUsed: boolean;
  readonly history: IndicatorHistory;
  readonly onWrite: (changed: Partial<IndicatorDraft>) => void;
}

const texts = ['nameZh', 'nameEn', 'shortZh', 'shortEn', 'unitZh', 'unitEn', 'scale', 'decimals'] as const;
const fixed: ReadonlySet<string> = new Set(['unitZh', 'unitEn', 'scale', 'decimals']);

/** Every field of an indicator; those that are fixed are shown and cannot be typed in. */
export function IndicatorFields(props: IndicatorFieldsProps) {
  const { draft, errors, code, isUsed, onWrite } = props;
  const { t } = useText();
  const field = (name: keyof IndicatorDraft) => ({
    label: t(`indicatorPage.fields.${name}`),
    value: draft[name],
    error: errors.get(name) ?? false,
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }): void =>
      onWrite({ [name]: value }),
  });
  return (
    <>
      <TextInput {...field('code')} readOnly={code !== ''} />
      {texts.map((name) => (
        <TextInput key={name} {...field(name)} readOnly={isUsed && fixed.has(name)} />
      ))}
      <Choices {...props} />
      <Checkbox
        label={t('indicatorPage.fields.core')}
        checked={draft.core !== ''}
        disabled={isUsed}
        error={errors.get('core') ?? false}
        onChange={({ currentTarget: { checked } }) => onWrite({ core: checked ? 'core' : '' })}
      />
      {(['definitionZh', 'definitionEn', 'reason'] as const).map((name) => (
        <Textarea key={name} {...field(name)} className={styles.whole} autosize minRows={2} />
      ))}
    </>
  );
}

function Choices({ draft, errors, code, isUsed, history, onWrite }: IndicatorFieldsProps) {
  const { t, language } = useText();
  const others = [...useIndicators().values()].filter((one) => one.code !== code && one.retiredFrom === null);
  const none = { value: '', label: t('indicatorPage.none') };
  const named = (of: typeof others) => [none, ...of.map((one) => ({ value: one.code, label: one.short[language] }))];
  const months = offeredMonths(history.earliest).map((month) => ({
    value: monthKey(month),
    label: t('indicatorPage.requiredFrom', { month: formatMonth(month.year, month.month, language) }),
  }));
  const kept = draft.requiredFrom;
  const choices = {
    kind: kinds.map((kind) => ({ value: kind, label: t(`indicatorPage.kinds.${kind}`) })),
    partOf: named(others.filter(({ kind }) => kind === draft.kind && kind !== 'ratio')),
    numeratorFrom: named(others.filter(({ kind }) => kind === 'flow' && draft.kind === 'ratio')),
    curve: history.curves.map((curve) => ({ value: curve.code, label: curve.name[language] })),
    requiredFrom: [
      { value: '', label: t('indicatorPage.notRequired') },
      ...(kept === always ? [{ value: always, label: t('indicatorPage.always') }] : []),
      ...(kept === '' || kept === always || months.some(({ value }) => value === kept)
        ? []
        : [{ value: kept, label: t('indicatorPage.requiredFrom', { month: monthInWords(kept, language) }) }]),
      ...months,
    ],
  };
  return (['kind', 'partOf', 'numeratorFrom', 'curve', 'requiredFrom'] as const).map((name) => (
    <NativeSelect
      key={name}
      label={t(`indicatorPage.fields.${name}`)}
      data={choices[name]}
      value={draft[name]}
      disabled={isUsed && name !== 'requiredFrom'}
      error={errors.get(name) ?? false}
      onChange={({ currentTarget: { value } }) =>
        onWrite({ [name]: value, ...(name === 'kind' && { partOf: '', numeratorFrom: '' }) })
      }
    />
  ));
}
