import { useState } from 'react';
import { useText } from '../../../text/messages/use-text.ts';
import { FigureRow } from './figure-row.tsx';
import { placeAfter } from './keyboard.ts';
import type { RowOutlook } from './outlook.ts';
import { parseBlock, spread } from './paste.ts';
import { cellId, cellSentence } from './problem-words.ts';
import type { FormProblem } from './problem-words.ts';
import type { RowState } from './row-state.ts';
import { hintText } from '../../../parts/submissions/hint-words.ts';
import { fieldsOf, leaveCell, pasteInto, typeInto } from './sheet.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { FigureField, TypedSheet } from './typed.ts';
import styles from './figure-form.module.css';

interface FigureTableProps {
  readonly subject: Subject;
  readonly sheet: TypedSheet;
  readonly rows: ReadonlyMap<string, RowOutlook>;
  readonly stateOf: (code: string) => RowState | null;
  /** What another version says of an indicator; null where it says the same. */
  readonly markOf: (code: string) => string | null;
  /** What the checks or the server found; every cell's own problem shows by itself once the cell is left. */
  readonly problems: readonly FormProblem[];
  readonly readOnly: boolean;
  readonly onChange: (sheet: TypedSheet) => void;
}

/** The form's figures: a row an indicator, moved through and pasted into as in a spreadsheet. */
export function FigureTable(props: FigureTableProps) {
  const { subject, sheet, rows, readOnly, onChange } = props;
  const { t, language } = useText();
  const [active, setActive] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');
  const { indicators } = subject;
  const widths = indicators.map((indicator) => fieldsOf(indicator).length);

  const step = (row: number, column: number, by: 1 | -1): void => {
    const place = placeAfter(widths, { row, column }, by);
    const indicator = place === null ? undefined : indicators[place.row];
    const field = indicator === undefined ? undefined : fieldsOf(indicator)[place?.column ?? 0];
    if (indicator !== undefined && field !== undefined) focusCell(cellId(indicator.code, field));
  };
  const leave = (code: string, field: FigureField): void => {
    setActive(null);
    const left = leaveCell(subject, sheet, { code, field });
    if (left !== sheet && !readOnly) onChange(left);
  };
  const paste = (row: number, column: number, text: string): void => {
    const { cells, left } = spread(parseBlock(text), { row, column }, widths);
    onChange(pasteInto(subject, sheet, cells));
    const count = cells.length;
    setPasted(left === 0 ? t('submission.form.pasted', { count }) : t('submission.form.pastedLeft', { count, left }));
  };

  return (
    <div className={styles.table}>
      <div className={styles.header} aria-hidden="true">
        {headings.map((heading) => (
          <span key={heading}>{t(`submission.form.${heading}`)}</span>
        ))}
      </div>
      {indicators.map((indicator, row) => (
        <FigureRow
          key={indicator.code}
          subject={subject}
          indicator={indicator}
          sheet={sheet}
          outlook={rows.get(indicator.code) ?? nothingKnown}
          state={props.stateOf(indicator.code)}
          errors={errorsOf(indicator)}
          hints={hintsOf(indicator)}
          mark={props.markOf(indicator.code)}
          readOnly={readOnly}
          onType={(field, text) => onChange(typeInto(subject, sheet, { code: indicator.code, field }, text))}
          onBlock={(column, text) => paste(row, column, text)}
          onStep={(column, by) => step(row, column, by)}
          onActive={(field, isActive) =>
            isActive ? setActive(cellId(indicator.code, field)) : leave(indicator.code, field)
          }
        />
      ))}
      <output className={styles.muted}>{pasted}</output>
    </div>
  );

  /** Half a number is not worth a note yet either. */
  function hintsOf(indicator: Subject['indicators'][number]): readonly string[] {
    if (fieldsOf(indicator).some((field) => active === cellId(indicator.code, field))) return [];
    const hints = rows.get(indicator.code)?.hints ?? [];
    return hints.map((hint) => hintText({ t, language }, hint, indicator));
  }

  function errorsOf(indicator: Subject['indicators'][number]): ReadonlyMap<string, string> {
    const found = props.problems.flatMap(({ field, sentence }) => (field === null ? [] : [[field, sentence] as const]));
    const reading = rows.get(indicator.code)?.reading;
    if (reading?.state !== 'invalid') return new Map(found);
    const id = cellId(indicator.code, reading.problem.field);
    // Half a number is not an error yet: a cell is judged when it is left.
    const own =
      active === id ? [] : [[id, cellSentence({ t, language }, subject, indicator, reading.problem)] as const];
    return new Map([...found, ...own]);
  }
}

const headings = ['indicator', 'lastMonth', 'sameMonth', 'increment', 'cumulative', 'outlook', 'state'] as const;

const nothingKnown: RowOutlook = { reading: { state: 'empty' }, share: null, standing: null, turns: [], hints: [] };

function focusCell(id: string): void {
  const cell = document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`);
  cell?.focus();
  cell?.select();
}
