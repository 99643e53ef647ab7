import { useText } from '../../../text/messages/use-text.ts';
import { historyInput } from './figure-history.ts';
import { FigureRow } from './figure-row.tsx';
import { useForm } from './form-context.ts';
import { PastePreview } from './paste-preview.tsx';
import { useCellMoves } from './use-cell-moves.ts';
import { useFirstFocus } from './use-first-focus.ts';
import styles from './figure-table.module.css';

/** The form's figures: a row an indicator, moved through and pasted into as in a spreadsheet. */
export function FigureTable() {
  const { t } = useText();
  const { indicators } = useForm().subject;
  const { moves, said, proposal, decide } = useCellMoves();
  useFirstFocus();
  // The browser knows nothing of pasted blocks and computed cells, so what it would put back is no text of ours.
  const hear = (event: InputEvent): void => {
    const direction = historyInput(event.inputType);
    if (direction === null) return;
    event.preventDefault();
    moves.undo(direction);
  };
  // React's own event of this name tells only of typing.
  const listen = (table: HTMLDivElement): (() => void) => {
    table.addEventListener('beforeinput', hear);
    return () => table.removeEventListener('beforeinput', hear);
  };
  return (
    <div className={styles.table} ref={listen}>
      <div className={styles.header} aria-hidden="true">
        {headings.map((heading) => (
          <span key={heading}>{t(`submission.form.${heading}`)}</span>
        ))}
      </div>
      {indicators.map((indicator, row) => (
        <FigureRow key={indicator.code} indicator={indicator} row={row} moves={moves} />
      ))}
      {proposal !== null && (
        <PastePreview block={proposal} onTake={() => decide(true)} onCancel={() => decide(false)} />
      )}
      <output className={styles.muted}>{said}</output>
    </div>
  );
}

const headings = ['indicator', 'lastMonth', 'sameMonth', 'increment', 'cumulative', 'preview', 'state'] as const;
