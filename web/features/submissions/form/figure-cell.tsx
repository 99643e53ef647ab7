import { TextInput } from '@mantine/core';
import type { ChangeEvent, ClipboardEvent, KeyboardEvent } from 'react';
import { absenceWords, readAbsence } from '#api/figures/absence.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { unitOf } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { Words } from '../../../text/messages/words.ts';
import { numeratorText } from './cells.ts';
import { runOf } from './figure-history.ts';
import { useForm } from './form-context.ts';
import type { FormValue } from './form-context.ts';
import { historyStep, isBlock, rowStep } from './grid.ts';
import type { CellAddress, CellMoves, CellPlace } from './grid.ts';
import { cellId } from './problem-words.ts';
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
  const words = useText();
  const form = useForm();
  const isUnknown = field === 'increment' && (form.subject.bases.get(indicator.code) ?? null) === null;
  const followed = sourceHint(form, indicator, field, words);
  // A block may still be pasted from a cell on that only follows: what it says of the others counts.
  const takesNothing = form.readOnly || isUnknown;
  const id = cellId(indicator.code, field);
  const label = words.t(`submission.form.${field}`);
  return (
    <TextInput
      id={id}
      // A ratio's heading names the share's unit, so that its parts name their own.
      label={indicator.kind === 'ratio' ? `${label} (${unitOf(indicator, words.language)})` : label}
      value={shownText(textIn(form.sheet, indicator, field), words)}
      description={isUnknown ? words.t('submission.form.noBase') : followed}
      error={errorId !== null}
      // Mantine writes over the attribute itself with what stands inside of its own wrapper.
      {...(errorId !== null && { attributes: { input: { 'aria-describedby': errorId } } })}
      readOnly={takesNothing || followed !== null}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      classNames={{ root: styles.cell, label: styles.cellLabel, input: styles.number }}
      {...heard(moves, place, { code: indicator.code, field }, takesNothing)}
    />
  );
}

/** What a cell hears, as moves of the table. */
function heard(moves: CellMoves, place: CellPlace, at: CellAddress, takesNothing: boolean) {
  const id = cellId(at.code, at.field);
  return {
    onChange: ({ currentTarget: { value }, nativeEvent }: ChangeEvent<HTMLInputElement>): void => {
      const inputType = nativeEvent instanceof InputEvent ? nativeEvent.inputType : '';
      moves.type(at, value, runOf(id, value, inputType));
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>): void => {
      const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
      const press = { key, shiftKey, altKey, ctrlKey, metaKey, isComposing: event.nativeEvent.isComposing };
      const step = rowStep(press);
      const direction = historyStep(press);
      if (step === null && direction === null) return;
      event.preventDefault();
      if (step !== null) moves.step(place, step);
      if (direction !== null) moves.undo(direction);
    },
    onPaste: (event: ClipboardEvent<HTMLInputElement>): void => {
      const text = event.clipboardData.getData('text/plain');
      if (takesNothing || !isBlock(text)) return;
      event.preventDefault();
      moves.paste(place, text);
    },
    onFocus: () => moves.enter(id),
    onBlur: () => moves.leave(at),
  };
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

/** An answer in the place of a number is shown in the page's language, whatever language it was given in. */
function shownText(text: string, { language }: Words): string {
  const absence = readAbsence(text);
  return absence === null ? text : absenceWords[absence][language];
}

function textIn(sheet: TypedSheet, indicator: Indicator, field: FigureField): string {
  const row = sheet.figures[indicator.code];
  if (row === undefined) return '';
  if (field === 'increment' || field === 'cumulative') return 'cumulative' in row ? row[field] : '';
  return field === 'numerator' ? numeratorText(indicator, sheet) : 'numerator' in row ? row.denominator : '';
}
