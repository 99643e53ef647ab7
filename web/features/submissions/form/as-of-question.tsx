import { Button } from '@mantine/core';
import { useState } from 'react';
import { isDay } from '#api/measures/calendar.ts';
import { formatList, formatPercent, formatShortDay } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { Words } from '../../../text/messages/words.ts';
import { useForm } from './form-context.ts';
import type { FormValue } from './form-context.ts';
import { levelPreviews } from './level-preview.tsx';
import styles from './form.module.css';

/**
 * Asks what becomes of the day of a draft that was begun on an earlier one: its figures are judged by that day's pace, which
 * is easier than today's. Answered once, by a later day or by keeping the one that stands.
 */
export function AsOfQuestion() {
  const words = useText();
  const { t, language } = words;
  const form = useForm();
  const { kind, sheet, window, readOnly, change } = form;
  const [begun] = useState(sheet.asOf);
  const [isKept, setIsKept] = useState(false);
  const isOpen = kind === 'submission' && !readOnly && !isKept && sheet.asOf === begun;
  if (!isOpen || !isDay(begun) || begun >= window.latest) return null;
  const days = { from: formatShortDay(begun, language), to: formatShortDay(window.latest, language) };
  return (
    <section className={styles.notice} aria-labelledby="as-of-question">
      <h2 id="as-of-question">{t('asOfQuestion.title', days)}</h2>
      <p>{changesWords(form, words)}</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => change({ ...sheet, asOf: window.latest })}>
          {t('asOfQuestion.take', days)}
        </Button>
        <Button variant="default" onClick={() => setIsKept(true)}>
          {t('asOfQuestion.keep', days)}
        </Button>
      </div>
    </section>
  );
}

/** What the latest day would change about the core indicators: their pace, and their level where it is another. */
function changesWords({ subject, sheet, previews, window }: FormValue, { t, language }: Words): string {
  const later = levelPreviews(subject, { ...sheet, asOf: window.latest });
  const changes = subject.indicators.flatMap((indicator) => {
    const [now, then] = [previews.get(indicator.code)?.standing, later.get(indicator.code)?.standing];
    if (!indicator.core || !now || !then || then.pace === now.pace) return [];
    const values = {
      name: indicator.short[language],
      from: formatPercent(now.pace, 1),
      to: formatPercent(then.pace, 1),
    };
    const pace = t('asOfQuestion.pace', values);
    if (now.level === then.level) return [pace];
    const words = { pace, from: t(`levels.word.${now.level}`), to: t(`levels.word.${then.level}`) };
    return [t('asOfQuestion.level', words)];
  });
  return changes.length === 0
    ? t('asOfQuestion.same')
    : t('asOfQuestion.changes', { changes: formatList(changes, language) });
}
