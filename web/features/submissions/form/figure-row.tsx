import type { Indicator } from '#api/indicators/contract.ts';
import type { FigureReply } from '#api/figures/contract.ts';
import { figureUnitOf, unitOf } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { numeratorText } from './cells.ts';
import { CellInput } from './cell-input.tsx';
import { FigureValue } from '../../../parts/submissions/figure-value.tsx';
import type { RowOutlook as Outlook } from './outlook.ts';
import { cellId } from './problem-words.ts';
import { RowOutlook } from './row-outlook.tsx';
import type { RowState } from './row-state.ts';
import { RowStateMark } from './row-state-mark.tsx';
import { fieldsOf } from './sheet.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { FigureField, TypedSheet } from './typed.ts';
import styles from './figure-form.module.css';

interface FigureRowProps {
  readonly subject: Subject;
  readonly indicator: Indicator;
  readonly sheet: TypedSheet;
  readonly outlook: Outlook;
  readonly state: RowState | null;
  /** Sentences by field id. */
  readonly errors: ReadonlyMap<string, string>;
  /** What a reviewer would be pointed to, in sentences. */
  readonly hints: readonly string[];
  /** What another version says of this indicator, in words; null where it says the same. */
  readonly mark: string | null;
  readonly readOnly: boolean;
  readonly onType: (field: FigureField, text: string) => void;
  readonly onBlock: (column: number, text: string) => void;
  readonly onStep: (column: number, step: 1 | -1) => void;
  readonly onActive: (field: FigureField, isActive: boolean) => void;
}

/** One indicator of the form: what was reported before, the linked inputs, and what they would mean. */
export function FigureRow(props: FigureRowProps) {
  const { subject, indicator, sheet, errors, readOnly } = props;
  const { t, language } = useText();
  const context = subject.context.get(indicator.code);
  const nameId = `name-${indicator.code}`;
  return (
    <fieldset
      className={indicator.kind === 'ratio' ? `${styles.row} ${styles.ratio}` : styles.row}
      aria-labelledby={nameId}
    >
      <div className={styles.name}>
        <span id={nameId}>{indicator.name[language]}</span>{' '}
        <span className={styles.unit}>({figureUnitOf(indicator, language)})</span>
        <details className={styles.definition}>
          <summary>{t('submission.form.definition')}</summary>
          {indicator.definition[language]}
        </details>
      </div>
      <Beside label={t('submission.form.lastMonth')} figure={context?.lastMonth ?? null} indicator={indicator} />
      <Beside
        label={t('submission.form.sameMonth')}
        figure={context?.sameMonthLastYear ?? null}
        indicator={indicator}
      />
      {fieldsOf(indicator).map((field, column) => (
        <CellInput
          key={field}
          id={cellId(indicator.code, field)}
          label={labelOf(field)}
          value={textIn(sheet, indicator, field)}
          hint={hintOf(field)}
          errorId={errors.has(cellId(indicator.code, field)) ? errorIdOf(field) : null}
          readOnly={readOnly || isUnknown(field)}
          onType={(text) => props.onType(field, text)}
          onBlock={(text) => props.onBlock(column, text)}
          onStep={(step) => props.onStep(column, step)}
          onActive={(isActive) => props.onActive(field, isActive)}
        />
      ))}
      <RowOutlook indicator={indicator} outlook={props.outlook} />
      <div className={styles.rowEnd}>
        <RowStateMark state={props.state} />
        {props.mark !== null && <span className={styles.mark}>{props.mark}</span>}
      </div>
      {fieldsOf(indicator).map((field) => {
        const sentence = errors.get(cellId(indicator.code, field));
        return sentence === undefined ? null : (
          <p key={field} id={errorIdOf(field)} className={styles.error}>
            {sentence}
          </p>
        );
      })}
      {props.hints.map((hint) => (
        <p key={hint} className={styles.hint}>
          {t('submission.form.hint', { hint })}
        </p>
      ))}
    </fieldset>
  );

  /** A ratio's heading names the share's unit, so that its parts name their own. */
  function labelOf(field: FigureField): string {
    const label = t(`submission.form.${field}`);
    return indicator.kind === 'ratio' ? `${label} (${unitOf(indicator, language)})` : label;
  }

  function errorIdOf(field: FigureField): string {
    return `${cellId(indicator.code, field)}-error`;
  }

  function isUnknown(field: FigureField): boolean {
    return field === 'increment' && (subject.bases.get(indicator.code) ?? null) === null;
  }

  function hintOf(field: FigureField): string | null {
    if (isUnknown(field)) return t('submission.form.noBase');
    const row = sheet.figures[indicator.code];
    if (field !== 'numerator' || row === undefined || !('numerator' in row) || row.numerator !== null) return null;
    const source = subject.indicators.find(({ code }) => code === indicator.numeratorFrom);
    return source === undefined ? null : t('submission.form.follows', { name: source.short[language] });
  }
}

function textIn(sheet: TypedSheet, indicator: Indicator, field: FigureField): string {
  const row = sheet.figures[indicator.code];
  if (row === undefined) return '';
  if (field === 'increment' || field === 'cumulative') return 'cumulative' in row ? row[field] : '';
  return field === 'numerator' ? numeratorText(indicator, sheet) : 'numerator' in row ? row.denominator : '';
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
