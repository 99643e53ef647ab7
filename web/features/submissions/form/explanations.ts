/** What the last look asks to be explained: a word on each figure that strikes, and on why an indicator is not applicable. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { Hint } from '#api/submissions/contract.ts';
import { absenceHint } from '#api/submissions/hints.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { Words } from '../../../text/messages/words.ts';
import type { LevelPreview, LevelPreviews } from './level-preview.tsx';
import type { FormProblem } from './problem-words.ts';
import type { TypedSheet } from './typed.ts';

/** One indicator that wants a word. */
export interface WantedWord {
  readonly indicator: Indicator;
  readonly hints: readonly Hint[];
  /** Whether the month cannot be sent without it. */
  readonly isRequired: boolean;
}

/** The id of the field of an indicator's word. */
export const wordId = (code: string): string => `word-${code}`;

/** The indicators that want a word, in the form's order. */
export function wantedWords(subject: Subject, previews: LevelPreviews): readonly WantedWord[] {
  return subject.indicators.flatMap((indicator): readonly WantedWord[] => {
    const preview = previews.get(indicator.code);
    const hints = hintsOn(subject, indicator, preview);
    const isRequired =
      indicator.required && preview?.reading.state === 'absent' && preview.reading.absence === 'not-applicable';
    return hints.length === 0 && !isRequired ? [] : [{ indicator, hints, isRequired }];
  });
}

/** The words that must be there and are not. */
export function missingWords(
  { t, language }: Words,
  wanted: readonly WantedWord[],
  { words }: Pick<TypedSheet, 'words'>,
): readonly FormProblem[] {
  return wanted
    .filter(({ indicator, isRequired }) => isRequired && (words[indicator.code] ?? '').trim() === '')
    .map(({ indicator }) => ({
      field: wordId(indicator.code),
      sentence: t('answers.wordMissing', { indicator: indicator.short[language] }),
    }));
}

/** The sheet with a word on an indicator; an empty one is none. */
export function withWord(sheet: TypedSheet, code: string, word: string): TypedSheet {
  const others = Object.entries(sheet.words).filter(([one]) => one !== code);
  return { ...sheet, words: Object.fromEntries(word === '' ? others : [...others, [code, word]]) };
}

/** The review's hints on an indicator; what has no figure has one too. */
function hintsOn(subject: Subject, indicator: Indicator, preview: LevelPreview | undefined): readonly Hint[] {
  const { reading, hints = [] } = preview ?? {};
  const context = subject.context.get(indicator.code);
  if (context === undefined || (reading?.state !== 'empty' && reading?.state !== 'absent')) return hints;
  const hint = absenceHint(indicator, reading.state === 'absent' ? reading.absence : null, context);
  return hint === null ? [] : [hint];
}
