import { TextInput } from '@mantine/core';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import { unitOf } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { Words } from '../../../text/messages/words.ts';
import { numeratorText } from './cells.ts';
import { useForm } from './form-context.ts';
import type { FormValue } from './form-context.ts';
import { isBlock, rowStep } from './grid.ts';
import type { CellMoves, CellPlace } from './grid.ts';
import { cellId } from './problem-words.ts';
import { typeInto } from './sheet.ts';
import type { FigureField, TypedSheet } from './typed.ts';
import styles from './figure-table.module.css';

interface FigureCellProps {
  readonly indicator: Indicator;
  readonly field: FigureField;
  readonly place: CellPlace;
  readonly moves: CellMoves;
  /** The id of the sentence that says what is wrong; null where nothing is. */
  readonly errorId: string | null;
}

/** One cell of the form: typed, pasted into, and left by the keys of a spreadsheet. */
export function FigureCell({ indicator, field, place, moves, errorId }: FigureCellProps) {
  const { t, language } = useText();
  const form = useForm();
  const { subject, sheet, change } = form;
  const at = { code: indicator.code, field };
  const isUnknown = field === 'increment' && (subject.bases.get(indicator.code) ?? null) === null;
  const readOnly = form.readOnly || isUnknown;
  const id = cellId(indicator.code, field);
  const label = t(`submission.form.${field}`);
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const { isComposing } = event.nativeEvent;
    const step = rowStep({ key, shiftKey, altKey, ctrlKey, metaKey, isComposing });
    if (step === null) return;
    event.preventDefault();
    moves.step(place, step);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || !isBlock(text)) return;
    event.preventDefault();
    moves.paste(place, text);
  };
  return (
    <TextInput
      id={id}
      // A ratio's heading names the share's unit, so that its parts name their own.
      label={indicator.kind === 'ratio' ? `${label} (${unitOf(indicator, language)})` : label}
      value={textIn(sheet, indicator, field)}
      description={isUnknown ? t('submission.form.noBase') : sourceHint(form, indicator, field, { t, language })}
      error={errorId !== null}
      // Mantine writes over the attribute itself with what stands inside of its own wrapper.
      {...(errorId !== null && { attributes: { input: { 'aria-describedby': errorId } } })}
      readOnly={readOnly}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      classNames={{ root: styles.cell, label: styles.cellLabel, input: styles.number }}
      onChange={(event) => change(typeInto(subject, sheet, at, event.currentTarget.value))}
      onKeyDown={press}
      onPaste={paste}
      onFocus={() => moves.enter(id)}
      onBlur={() => moves.leave(at)}
    />
  );
}

/** From which indicator a numerator comes, for as long as it follows. */
function sourceHint(
  { subject, sheet }: FormValue,
  indicator: Indicator,
  field: FigureField,
  { t, language }: Words,
): string | null {
  const row = sheet.figures[indicator.code];
  if (field !== 'numerator' || row === undefined || !('numerator' in row) || row.numerator !== null) return null;
  const source = subject.indicators.find(({ code }) => code === indicator.numeratorFrom);
  return source === undefined ? null : t('submission.form.follows', { name: source.short[language] });
}

function textIn(sheet: TypedSheet, indicator: Indicator, field: FigureField): string {
  const row = sheet.figures[indicator.code];
  if (row === undefined) return '';
  if (field === 'increment' || field === 'cumulative') return 'cumulative' in row ? row[field] : '';
  return field === 'numerator' ? numeratorText(indicator, sheet) : 'numerator' in row ? row.denominator : '';
}
