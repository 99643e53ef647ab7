import { Button } from '@mantine/core';
import { useRef } from 'react';

interface ChooseFilesProps {
  /** What the button says. */
  readonly label: string;
  /** What the browser's own dialog offers, as an input's `accept`. */
  readonly offered: string;
  readonly isMultiple?: boolean;
  readonly onChosen: (files: readonly File[]) => void;
}

/** A button for the browser's own dialog, whose own one says its words in the system's language. */
export function ChooseFiles({ label, offered, isMultiple = false, onChosen }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        multiple={isMultiple}
        accept={offered}
        onChange={(event) => {
          onChosen([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <Button variant="default" onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
