import { useEffect, useEffectEvent } from 'react';
import { useForm } from './form-context.ts';
import { cellId } from './problem-words.ts';
import { fieldsOf } from './sheet.ts';

/** Puts the cursor into the first cell when the form opens: of the first row without an answer, and where nothing else has the focus. */
export function useFirstFocus(): void {
  const { subject, previews, problems, readOnly } = useForm();
  const focus = useEffectEvent((): void => {
    const first = subject.indicators.find(({ code }) => previews.get(code)?.reading.state === 'empty');
    if (first === undefined || readOnly || problems.length > 0 || document.activeElement !== document.body) return;
    const cells = fieldsOf(first).map((field) => `#${CSS.escape(cellId(first.code, field))}:not([readonly])`);
    document.querySelector<HTMLElement>(cells.join(','))?.focus({ preventScroll: true });
  });
  useEffect(() => focus(), []);
}
