import { useState } from 'react';
import { afterPress } from '../../../ui/after-press.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ended, recorded, stepped } from './figure-history.ts';
import { useForm } from './form-context.ts';
import { parseBlock, placeAfter, spread } from './grid.ts';
import type { CellMoves, CellPlace, PlacedText } from './grid.ts';
import { cellId } from './problem-words.ts';
import { useNamedPaste } from './use-named-paste.ts';
import type { Proposal } from './use-named-paste.ts';
import { fieldsOf, leaveCell, pasteInto, typeInto } from './sheet.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';

/** How one works in the table's cells, and the sentence that says what became of a whole block or of an undone step. */
export function useCellMoves(): Proposal & { readonly moves: CellMoves; readonly said: string } {
  const { t } = useText();
  const { subject, sheet, readOnly, history, go } = useForm();
  const [active, setActive] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const widths = subject.indicators.map((indicator) => fieldsOf(indicator).length);
  const put = (cells: readonly PlacedText[], left = 0): void => {
    if (readOnly) return;
    go(recorded(history, pasteInto(subject, sheet, cells).figures, null));
    const count = cells.length;
    setSaid(left === 0 ? t('submission.form.pasted', { count }) : t('submission.form.pastedLeft', { count, left }));
  };
  const named = useNamedPaste(subject, (cells) => {
    put(cells);
    focusCell(subject, cells[0] ?? null);
  });
  const moves: CellMoves = {
    active,
    enter: setActive,
    leave: (at) => {
      // Notes and errors of the cell appear now, above the form's buttons. Another cell may have been entered meanwhile.
      afterPress(() => setActive((now) => (now === cellId(at.code, at.field) ? null : now)));
      if (!readOnly) go(ended(history, leaveCell(subject, sheet, at).figures));
    },
    type: (at, text, run) => go(recorded(history, typeInto(subject, sheet, at, text).figures, run)),
    paste: (at, text) => {
      if (named.propose(text)) return;
      const { cells, left } = spread(parseBlock(text), at, widths);
      put(cells, left);
    },
    undo: (direction) => {
      const next = readOnly ? null : stepped(history, direction);
      if (next === null) return;
      go(next);
      setSaid(t(`submission.form.${direction}`));
    },
    step: (at, by) => focusCell(subject, placeAfter(widths, at, by)),
  };
  return { moves, said, proposal: named.proposal, decide: named.decide };
}

function focusCell({ indicators }: Subject, place: CellPlace | null): void {
  const indicator = place === null ? undefined : indicators[place.row];
  const field = indicator === undefined ? undefined : fieldsOf(indicator)[place?.column ?? 0];
  if (indicator === undefined || field === undefined) return;
  const cell = document.querySelector<HTMLInputElement>(`#${CSS.escape(cellId(indicator.code, field))}`);
  cell?.focus();
  cell?.select();
}
