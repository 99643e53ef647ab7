import { useState } from 'react';
import { useText } from '../../../text/messages/use-text.ts';
import { FigureRow } from './figure-row.tsx';
import { useForm } from './form-context.ts';
import { parseBlock, placeAfter, spread } from './grid.ts';
import type { CellAddress, CellMoves, CellPlace } from './grid.ts';
import { cellId } from './problem-words.ts';
import { fieldsOf, leaveCell, pasteInto } from './sheet.ts';
import styles from './figure-table.module.css';

/** The form's figures: a row an indicator, moved through and pasted into as in a spreadsheet. */
export function FigureTable() {
  const { t } = useText();
  const { subject, sheet, readOnly, change } = useForm();
  const [active, setActive] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');
  const { indicators } = subject;
  const widths = indicators.map((indicator) => fieldsOf(indicator).length);

  const leave = (at: CellAddress): void => {
    setActive(null);
    const left = leaveCell(subject, sheet, at);
    if (left !== sheet && !readOnly) change(left);
  };
  const paste = (at: CellPlace, text: string): void => {
    const { cells, left } = spread(parseBlock(text), at, widths);
    change(pasteInto(subject, sheet, cells));
    const count = cells.length;
    setPasted(left === 0 ? t('submission.form.pasted', { count }) : t('submission.form.pastedLeft', { count, left }));
  };
  const step = (at: CellPlace, by: 1 | -1): void => {
    const place = placeAfter(widths, at, by);
    const indicator = place === null ? undefined : indicators[place.row];
    const field = indicator === undefined ? undefined : fieldsOf(indicator)[place?.column ?? 0];
    if (indicator !== undefined && field !== undefined) focusCell(cellId(indicator.code, field));
  };
  const moves: CellMoves = { active, enter: setActive, leave, paste, step };

  return (
    <div className={styles.table}>
      <div className={styles.header} aria-hidden="true">
        {headings.map((heading) => (
          <span key={heading}>{t(`submission.form.${heading}`)}</span>
        ))}
      </div>
      {indicators.map((indicator, row) => (
        <FigureRow key={indicator.code} indicator={indicator} row={row} moves={moves} />
      ))}
      <output className={styles.muted}>{pasted}</output>
    </div>
  );
}

const headings = ['indicator', 'lastMonth', 'sameMonth', 'increment', 'cumulative', 'preview', 'state'] as const;

function focusCell(id: string): void {
  const cell = document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`);
  cell?.focus();
  cell?.select();
}
