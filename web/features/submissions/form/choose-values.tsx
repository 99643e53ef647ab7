import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../text/messages/use-text.ts';
import { numeratorText, readCell } from './cells.ts';
import type { CellIndicator } from './cells.ts';
import { sameFigure } from '../../../parts/submissions/figures.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { sameRow, textFields } from './typed.ts';
import type { TextField, TypedSheet } from './typed.ts';
import { takeFocus } from '../../../ui/take-focus.ts';
import styles from './form.module.css';

export type Side = 'mine' | 'theirs';

/** Something that differs: an indicator's row, a word on it, or one of the texts; the values are as typed. */
export interface Difference {
  /** An indicator's code, the text's field, or `word` and the code of the indicator that it is about. */
  readonly key: string;
  readonly what: 'row' | 'word' | TextField;
  readonly mine: string;
  readonly theirs: string;
}

/** Everything that differs between two forms, rows first. Nothing that differs is ever merged without being asked. */
export function differences(subject: Subject, mine: TypedSheet, theirs: TypedSheet): readonly Difference[] {
  const rows = subject.indicators
    .filter(({ code }) => !sameRow(mine.figures[code], theirs.figures[code]))
    .filter((indicator) => !sameValue(subject, indicator, mine, theirs))
    .map((indicator): Difference => {
      const [my, their] = [rowText(indicator, mine), rowText(indicator, theirs)];
      return { key: indicator.code, what: 'row', mine: my, theirs: their };
    })
    // A numerator that follows its source in one form and equals it in the other says the same.
    .filter((difference) => difference.mine !== difference.theirs);
  const texts = textFields
    .filter((field) => mine[field] !== theirs[field])
    .map((field): Difference => ({ key: field, what: field, mine: mine[field], theirs: theirs[field] }));
  const words = subject.indicators
    .map(({ code }) => ({ code, mine: mine.words[code] ?? '', theirs: theirs.words[code] ?? '' }))
    .filter((word) => word.mine !== word.theirs)
    .map(({ code, ...word }): Difference => ({ key: wordKey(code), what: 'word', ...word }));
  return [...rows, ...words, ...texts];
}

const wordKey = (code: string): string => `word ${code}`;
const codeOf = ({ key }: Pick<Difference, 'key'>): string => key.replace(/^word /, '');

/** The form that the choices make; `theirs` stands wherever nothing differs. */
export function chosenSheet(
  mine: TypedSheet,
  theirs: TypedSheet,
  differing: readonly Difference[],
  choices: ReadonlyMap<string, Side>,
): TypedSheet {
  const kept = differing.filter(({ key }) => choices.get(key) === 'mine');
  const rows = kept.flatMap(({ what, key }) => {
    const row = what === 'row' ? mine.figures[key] : undefined;
    return row === undefined ? [] : [[key, row] as const];
  });
  const words = kept.flatMap((one) => (one.what === 'word' ? [[codeOf(one), mine.words[codeOf(one)] ?? '']] : []));
  const texts = kept.flatMap(({ what }) => (what === 'row' || what === 'word' ? [] : [[what, mine[what]] as const]));
  return {
    ...theirs,
    ...Object.fromEntries(texts),
    figures: { ...theirs.figures, ...Object.fromEntries(rows) },
    words: { ...theirs.words, ...Object.fromEntries(words) },
  };
}

interface ChooseValuesProps {
  readonly subject: Subject;
  readonly mine: TypedSheet;
  readonly theirs: TypedSheet;
  readonly title: string;
  readonly hint: string;
  /** What the two sides are called, and the two buttons that choose one for all. */
  readonly words: { readonly theirs: string; readonly allMine: string; readonly allTheirs: string };
  readonly onChosen: (sheet: TypedSheet) => void;
}

/** Both values of everything that differs; goes on only when each has been chosen. Takes the focus when it appears. */
export function ChooseValues({ subject, mine, theirs, title, hint, words, onChosen }: ChooseValuesProps) {
  const { t } = useText();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const differing = differences(subject, mine, theirs);
  const unchosen = differing.filter(({ key }) => !choices.has(key)).length;
  const take = (by: ReadonlyMap<string, Side>): void => onChosen(chosenSheet(mine, theirs, differing, by));
  const takeAll = (side: Side): void => take(new Map(differing.map(({ key }) => [key, side])));
  return (
    <section className={styles.choose} tabIndex={-1} ref={takeFocus} aria-labelledby="choose-title">
      <h2 id="choose-title">{title}</h2>
      <p>{hint}</p>
      {differing.map((difference) => (
        <DifferenceChoice
          key={difference.key}
          subject={subject}
          difference={difference}
          theirsWord={words.theirs}
          chosen={choices.get(difference.key) ?? null}
          onChoose={(side) => setChoices(new Map([...choices, [difference.key, side]]))}
        />
      ))}
      <div className={styles.actions}>
        <Button disabled={unchosen > 0} onClick={() => take(choices)}>
          {t('submission.choose.keep')}
        </Button>
        <Button variant="default" onClick={() => takeAll('mine')}>
          {words.allMine}
        </Button>
        <Button variant="default" onClick={() => takeAll('theirs')}>
          {words.allTheirs}
        </Button>
        {unchosen > 0 && <span className={styles.muted}>{t('submission.choose.unchosen', { count: unchosen })}</span>}
      </div>
    </section>
  );
}

interface DifferenceChoiceProps {
  readonly subject: Subject;
  readonly difference: Difference;
  readonly theirsWord: string;
  readonly chosen: Side | null;
  readonly onChoose: (side: Side) => void;
}

function DifferenceChoice({ subject, difference, theirsWord, chosen, onChoose }: DifferenceChoiceProps) {
  const { t, language } = useText();
  const { key, what } = difference;
  const indicator = subject.indicators.find(({ code }) => code === codeOf(difference))?.name[language] ?? key;
  const ofIndicator = what === 'row' ? indicator : t('answers.of', { indicator });
  const name = what === 'row' || what === 'word' ? ofIndicator : t(`submission.form.${what}`);
  return (
    <fieldset className={styles.choice}>
      <legend>{name}</legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className={styles.option}>
          <input type="radio" name={`choice-${key}`} checked={chosen === side} onChange={() => onChoose(side)} />
          <span className={styles.muted}>{side === 'mine' ? t('submission.choose.mine') : theirsWord}</span>
          <span className={styles.value}>
            {difference[side] === '' ? t('submission.choose.blank') : difference[side]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/**
 * Whether a row says the same in both forms however it was written: 115 and 115.00, or a numerator that follows its source
 * and one that equals it. What cannot be read has no value and is compared as it was typed.
 */
function sameValue(subject: Subject, indicator: CellIndicator, mine: TypedSheet, theirs: TypedSheet): boolean {
  const base = subject.bases.get(indicator.code) ?? null;
  const [my, their] = [readCell(indicator, mine, base), readCell(indicator, theirs, base)];
  if (my.state === 'absent') return their.state === 'absent' && my.absence === their.absence;
  return my.state === 'read' && their.state === 'read' && sameFigure(my.figure, their.figure);
}

/** A row in one line: the cumulative, or numerator and denominator. */
function rowText(indicator: Subject['indicators'][number], sheet: TypedSheet): string {
  const row = sheet.figures[indicator.code];
  if (row === undefined) return '';
  if ('cumulative' in row) return row.cumulative === '' ? row.increment : row.cumulative;
  const isUntouched = row.denominator === '' && row.numerator === null;
  return isUntouched ? '' : `${numeratorText(indicator, sheet)} / ${row.denominator}`;
}
