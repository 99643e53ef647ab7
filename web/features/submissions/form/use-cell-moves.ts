import { useState } from 'react';
import { afterPress } from '../../../ui/after-press.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ended, recorded, stepped } from './figure-history.ts';
import { useForm } from './form-context.ts';
import { parseBlock, placeAfter, spread } from './grid.ts';
import type { CellMoves, CellPlace } from './grid.ts';
import { namedBlock } from './paste-by-name.ts';
import type { NamedBlock } from './paste-by-name.ts';
import { cellId } from './problem-words.ts';
import { fieldsOf, leaveCell, pasteInto, typeInto } from './sheet.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';

/** How one works in the table's cells, and the sentence that says what became of a whole block or of an undone step. */
export function useCellMoves(): {
  readonly moves: CellMoves;
  readonly said: string;
  /** A block that names its indicators, to be looked at before it is put in; null where there is none. */
  readonly proposal: NamedBlock | null;
  readonly decide: (take: boolean) => void;
} {
  const { t } = useText();
  const { subject, sheet, readOnly, history, go } = useForm();
  const [active, setActive] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [proposal, setProposal] = useState<NamedBlock | null>(null);
  const widths = subject.indicators.map((indicator) => fieldsOf(indicator).length);
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
      const named = namedBlock(parseBlock(text), subject.indicators);
      if (named !== null) {
        setProposal(named);
        return;
      }
      const { cells, left } = spread(parseBlock(text), at, widths);
      go(recorded(history, pasteInto(subject, sheet, cells).figures, null));
      const count = cells.length;
      setSaid(left === 0 ? t('submission.form.pasted', { count }) : t('submission.form.pastedLeft', { count, left }));
    },
    undo: (direction) => {
      const next = readOnly ? null : stepped(history, direction);
      if (next === null) return;
      go(next);
      setSaid(t(`submission.form.${direction}`));
    },
    step: (at, by) => focusCell(subject, placeAfter(widths, at, by)),
  };
  const decide = (take: boolean): void => {
    setProposal(null);
    const [first] = proposal?.cells ?? [];
    if (proposal === null || !take || readOnly) return;
    go(recorded(history, pasteInto(subject, sheet, proposal.cells).figures, null));
    setSaid(t('submission.form.pasted', { count: proposal.cells.length }));
    focusCell(subject, first ?? null);
  };
  return { moves, said, proposal, decide };
}

function focusCell({ indicators }: Subject, place: CellPlace | null): void {
  const indicator = place === null ? undefined : indicators[place.row];
  const field = indicator === undefined ? undefined : fieldsOf(indicator)[place?.column ?? 0];
  if (indicator === undefined || field === undefined) return;
  const cell = document.querySelector<HTMLInputElement>(`#${CSS.escape(cellId(indicator.code, field))}`);
  cell?.focus();
  cell?.select();
}
