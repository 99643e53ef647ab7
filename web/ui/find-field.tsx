import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface FindFieldProps extends Pick<TextInputProps, 'label' | 'placeholder' | 'maxLength'> {
  /** The words that are looked for now. */
  readonly found: string | undefined;
  /** Told the trimmed words when they differ from those; nothing where the field was emptied. */
  readonly onFind: (words: string | undefined) => void;
}

/** Words are looked for once they are typed: on Enter, or when the field is left. */
export function FindField({ found, onFind, ...field }: FindFieldProps) {
  const [typed, setTyped] = useState(found ?? '');
  const look = (): void => {
    const words = typed.trim();
    if (words !== (found ?? '')) onFind(words === '' ? undefined : words);
  };
  return (
    <TextInput
      {...field}
      size="xs"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={look}
      onKeyDown={(event) => event.key === 'Enter' && look()}
    />
  );
}
