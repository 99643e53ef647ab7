import { TextInput } from '@mantine/core';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { rowStep } from './keyboard.ts';
import { isBlock } from './paste.ts';
import styles from './figure-form.module.css';

interface CellInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Where the text comes from or why there is none; null where nothing needs to be said. */
  readonly hint: string | null;
  /** The id of the sentence that says what is wrong; null where nothing is. */
  readonly errorId: string | null;
  readonly readOnly: boolean;
  readonly onType: (text: string) => void;
  readonly onBlock: (text: string) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onActive: (active: boolean) => void;
}

/** One cell of the form: typed, pasted into, and left by the keys of a spreadsheet. */
export function CellInput({ id, label, value, hint, errorId, readOnly, ...handlers }: CellInputProps) {
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const { isComposing } = event.nativeEvent;
    const step = rowStep({ key, shiftKey, altKey, ctrlKey, metaKey, isComposing });
    if (step === null) return;
    event.preventDefault();
    handlers.onStep(step);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || !isBlock(text)) return;
    event.preventDefault();
    handlers.onBlock(text);
  };
  return (
    <TextInput
      id={id}
      label={label}
      value={value}
      description={hint}
      error={errorId !== null}
      // Mantine writes over the attribute itself with what stands inside of its own wrapper.
      {...(errorId !== null && { attributes: { input: { 'aria-describedby': errorId } } })}
      readOnly={readOnly}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      classNames={{ root: styles.cell, label: styles.cellLabel, input: styles.number }}
      onChange={(event) => handlers.onType(event.currentTarget.value)}
      onKeyDown={press}
      onPaste={paste}
      onFocus={() => handlers.onActive(true)}
      onBlur={() => handlers.onActive(false)}
    />
  );
}
