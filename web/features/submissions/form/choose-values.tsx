import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../text/messages/use-text.ts';
import { chosenSheet, differences } from './choices.ts';
import type { Difference, Side } from './choices.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';
import styles from './report.module.css';

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
  const name =
    what === 'row'
      ? (subject.indicators.find(({ code }) => code === key)?.name[language] ?? key)
      : t(`submission.form.${what}`);
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

function takeFocus(section: HTMLElement | null): void {
  section?.focus();
}
