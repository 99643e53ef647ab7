import type { Indicator } from '#api/indicators/contract.ts';
import type { FigureReply } from '#api/figures/contract.ts';
import { isDay } from '#api/measures/calendar.ts';
import { FigureValue } from '../../../parts/submissions/figure-value.tsx';
import { MonthPlan } from '../../../parts/submissions/month-plan.tsx';
import { hintText } from '../../../parts/submissions/hint-words.ts';
import { figureUnitOf } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { Words } from '../../../text/messages/words.ts';
import { FigureCell } from './figure-cell.tsx';
import { useForm } from './form-context.ts';
import type { FormValue } from './form-context.ts';
import type { CellMoves } from './grid.ts';
import { PreviewCell } from './level-preview.tsx';
import type { LevelPreview } from './level-preview.tsx';
import { cellId, cellSentence } from './problem-words.ts';
import { RowAnswer } from './row-answer.tsx';
import { RowStateMark } from './row-state.tsx';
import { fieldsOf } from './sheet.ts';
import type { FigureField } from './typed.ts';
import styles from './figure-table.module.css';

interface FigureRowProps {
  readonly indicator: Indicator;
  /** From 0. */
  readonly row: number;
  readonly moves: CellMoves;
}

/** One indicator of the form: what was reported before, the linked cells, and what they would mean. */
export function FigureRow({ indicator, row, moves }: FigureRowProps) {
  const words = useText();
  const form = useForm();
  const { code } = indicator;
  const { lastMonth = null, sameMonthLastYear = null } = form.subject.context.get(code) ?? {};
  const preview = form.previews.get(code) ?? nothingKnown;
  const errors = errorsOf(words, form, indicator, preview, moves.active);
  const fields = fieldsOf(indicator);
  return (
    <fieldset
      className={indicator.kind === 'ratio' ? `${styles.row} ${styles.ratio}` : styles.row}
      aria-labelledby={`name-${code}`}
    >
      <Name indicator={indicator} />
      <Beside label={words.t('submission.form.lastMonth')} figure={lastMonth} indicator={indicator} />
      <Beside label={words.t('submission.form.sameMonth')} figure={sameMonthLastYear} indicator={indicator} />
      {fields.map((field, column) => (
        <FigureCell
          key={field}
          indicator={indicator}
          field={field}
          place={{ row, column }}
          moves={moves}
          errorId={errors.has(cellId(code, field)) ? errorIdOf(code, field) : null}
        />
      ))}
      <PreviewCell indicator={indicator} preview={preview}>
        <PlanOfRow indicator={indicator} preview={preview} />
      </PreviewCell>
      <RowEnd indicator={indicator} preview={preview} />
      <RowErrors indicator={indicator} errors={errors} />
      <RowHints indicator={indicator} preview={preview} active={moves.active} />
    </fieldset>
  );
}

/** The approved plan of the month, where there is one. */
function PlanOfRow({
  indicator,
  preview: { reading },
}: {
  readonly indicator: Indicator;
  readonly preview: LevelPreview;
}) {
  const { subject, sheet } = useForm();
  const asOf = isDay(sheet.asOf) ? sheet.asOf : subject.submission.asOf.usual;
  const figure = reading.state === 'read' ? reading.figure : null;
  return <MonthPlan subject={subject} indicator={indicator} asOf={asOf} figure={figure} className={styles.muted} />;
}

/** What of the row is saved, why it has no number, and what another version says of it. */
function RowEnd({ indicator, preview }: { readonly indicator: Indicator; readonly preview: LevelPreview }) {
  const { stateOf, markOf } = useForm();
  const { code } = indicator;
  const mark = markOf(code);
  return (
    <div className={styles.rowEnd}>
      <RowStateMark state={stateOf(code)} />
      <RowAnswer indicator={indicator} reading={preview.reading} />
      {mark !== null && <span className={styles.mark}>{mark}</span>}
    </div>
  );
}

interface RowErrorsProps {
  readonly indicator: Indicator;
  /** Sentences by field id. */
  readonly errors: ReadonlyMap<string, string>;
}

function RowErrors({ indicator, errors }: RowErrorsProps) {
  return fieldsOf(indicator).map((field) => {
    const sentence = errors.get(cellId(indicator.code, field));
    return sentence === undefined ? null : (
      <p key={field} id={errorIdOf(indicator.code, field)} className={styles.error}>
        {sentence}
      </p>
    );
  });
}

interface RowHintsProps {
  readonly indicator: Indicator;
  readonly preview: LevelPreview;
  /** The id of the cell that is typed in. */
  readonly active: string | null;
}

function RowHints({ indicator, preview, active }: RowHintsProps) {
  const words = useText();
  // Half a number is not worth a note yet.
  const isTyping = fieldsOf(indicator).some((field) => active === cellId(indicator.code, field));
  const hints = isTyping ? [] : preview.hints.map((hint) => hintText(words, hint, indicator));
  return hints.map((hint) => (
    <p key={hint} className={styles.hint}>
      {words.t('submission.form.hint', { hint })}
    </p>
  ));
}

const nothingKnown: LevelPreview = { reading: { state: 'empty' }, share: null, standing: null, turns: [], hints: [] };

const errorIdOf = (code: string, field: FigureField): string => `${cellId(code, field)}-error`;

/** Sentences by field id. */
function errorsOf(
  words: Words,
  { subject, problems }: FormValue,
  indicator: Indicator,
  { reading }: LevelPreview,
  active: string | null,
): ReadonlyMap<string, string> {
  const found = problems.flatMap(({ field, sentence }) => (field === null ? [] : [[field, sentence] as const]));
  if (reading.state !== 'invalid') return new Map(found);
  const id = cellId(indicator.code, reading.problem.field);
  // Half a number is not an error yet: a cell is judged when it is left.
  const own = active === id ? [] : [[id, cellSentence(words, subject, indicator, reading.problem)] as const];
  return new Map([...found, ...own]);
}

function Name({ indicator }: { readonly indicator: Indicator }) {
  const { t, language } = useText();
  return (
    <div className={styles.name}>
      <span id={`name-${indicator.code}`}>{indicator.name[language]}</span>{' '}
      <span className={styles.unit}>
        ({figureUnitOf(indicator, language)}){' '}
        {t(indicator.required ? 'submission.form.required' : 'submission.form.notRequired')}
      </span>
      <details className={styles.definition}>
        <summary>{t('submission.form.definition')}</summary>
        {indicator.definition[language]}
      </details>
    </div>
  );
}

interface BesideProps {
  readonly label: string;
  readonly figure: FigureReply | null;
  readonly indicator: Indicator;
}

function Beside({ label, figure, indicator }: BesideProps) {
  return (
    <div className={styles.beside}>
      <span className={styles.besideLabel}>{label}</span>
      <FigureValue indicator={indicator} figure={figure} />
    </div>
  );
}
