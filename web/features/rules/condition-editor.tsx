import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { operatorsOf } from '#api/measures/rule.ts';
import { ruleMeasures, type Kind } from '#api/measures/vocabulary.ts';
import { useText } from '../../text/messages/use-text.ts';
import {
  isLeaf,
  maxGroups,
  measuresOf,
  newLeaf,
  thresholdOf,
  thresholdUnit,
  type DraftGroup,
  type DraftLeaf,
  type DraftNode,
} from './draft.ts';
import styles from './page.module.css';

interface GroupEditorProps {
  readonly group: DraftGroup;
  readonly kind: Kind;
  /** What the group decides, for those who hear the page. */
  readonly label: string;
  readonly depth?: number;
  readonly onChange: (group: DraftGroup) => void;
}

/** Conditions that hold together or each alone, and groups of further ones in them. */
export function GroupEditor({ group, kind, label, depth = 1, onChange }: GroupEditorProps) {
  const { t } = useText();
  const { join, parts } = group;
  return (
    <fieldset className={styles.group} aria-label={label}>
      {parts.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={t('rulePage.joinLabel', { level: label })}
          value={join}
          data={(['all', 'any'] as const).map((value) => ({ value, label: t(`rulePage.join.${value}`) }))}
          onChange={({ currentTarget: { value } }) => onChange({ join: value === 'all' ? 'all' : 'any', parts })}
        />
      )}
      {parts.map((part, index) => {
        const change = (next: DraftNode | null): void => onChange({ join, parts: putAt(parts, index, next) });
        const place = { kind, label, depth: depth + 1, onChange: change };
        return (
          // A condition is known by its place alone.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={index}>
            {isLeaf(part) ? (
              <LeafEditor leaf={part} kind={kind} onChange={change} />
            ) : (
              <NestedGroup group={part} {...place} />
            )}
          </Fragment>
        );
      })}
      <Additions
        join={join}
        isDeep={depth >= maxGroups}
        onAdd={(part) => onChange({ join, parts: [...parts, part] })}
      />
    </fieldset>
  );
}

const putAt = (parts: readonly DraftNode[], index: number, part: DraftNode | null): readonly DraftNode[] =>
  part === null ? parts.toSpliced(index, 1) : parts.with(index, part);

interface NestedGroupProps extends Omit<GroupEditorProps, 'onChange'> {
  readonly onChange: (group: DraftGroup | null) => void;
}

function NestedGroup({ onChange, ...group }: NestedGroupProps) {
  const { t } = useText();
  return (
    <div className={styles.nested}>
      <GroupEditor {...group} onChange={onChange} />
      <Button size="compact-xs" variant="default" onClick={() => onChange(null)}>
        {t('rulePage.removeNamed', { what: t(`rulePage.join.${group.group.join}`) })}
      </Button>
    </div>
  );
}

interface AdditionsProps {
  readonly join: DraftGroup['join'];
  readonly isDeep: boolean;
  readonly onAdd: (part: DraftNode) => void;
}

function Additions({ join, isDeep, onAdd }: AdditionsProps) {
  const { t } = useText();
  const leaf = newLeaf('gapPoints');
  return (
    <div className={styles.buttons}>
      <Button size="compact-xs" variant="default" onClick={() => onAdd(leaf)}>
        {t('rulePage.addCondition')}
      </Button>
      {!isDeep && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onAdd({ join: join === 'all' ? 'any' : 'all', parts: [leaf] })}
        >
          {t('rulePage.addGroup')}
        </Button>
      )}
    </div>
  );
}

interface LeafEditorProps {
  readonly leaf: DraftLeaf;
  readonly kind: Kind;
  readonly onChange: (leaf: DraftLeaf | null) => void;
}

function LeafEditor({ leaf, kind, onChange }: LeafEditorProps) {
  const { t } = useText();
  const measures = measuresOf(kind, ruleMeasures);
  const operators = operatorsOf(leaf.measure);
  const name = t(`rules.short.${leaf.measure}`);
  return (
    <div className={styles.leaf}>
      <NativeSelect
        size="xs"
        aria-label={t('rulePage.measure')}
        value={leaf.measure}
        data={measures.map((value) => ({ value, label: t(`rules.short.${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const measure = measures.find((one) => one === value);
          if (measure) onChange(newLeaf(measure));
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={`${name} ${t('rulePage.operator')}`}
        value={leaf.operator}
        data={operators.map((value) => ({ value, label: t(`rules.operators.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...leaf, operator: operators.find((one) => one === value) ?? leaf.operator })
        }
      />
      <Threshold leaf={leaf} name={name} onChange={onChange} />
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('rulePage.removeNamed', { what: name })}
        onClick={() => onChange(null)}
      >
        {t('rulePage.remove')}
      </Button>
    </div>
  );
}

interface ThresholdProps {
  readonly leaf: DraftLeaf;
  readonly name: string;
  readonly onChange: (leaf: DraftLeaf) => void;
}

function Threshold({ leaf, name, onChange }: ThresholdProps) {
  const { t } = useText();
  const isWrong = leaf.number.trim() !== '' && thresholdOf(leaf.measure, leaf.number) === null;
  return (
    <TextInput
      size="xs"
      aria-label={`${name} ${t('rulePage.number')}`}
      inputMode="decimal"
      autoComplete="off"
      value={leaf.number}
      rightSection={<span className={styles.unit}>{t(`rulePage.units.${thresholdUnit(leaf.measure)}`)}</span>}
      rightSectionWidth={64}
      error={isWrong && t('rulePage.badNumber')}
      onChange={({ currentTarget: { value } }) => onChange({ ...leaf, number: value })}
    />
  );
}
