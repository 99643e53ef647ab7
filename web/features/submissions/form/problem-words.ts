/** What is wrong in a form, in sentences, and the field that each sentence is about. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { ProblemDocument } from '#api/http/problem.ts';
import { problemSentence } from '#api/http/problem.ts';
import type { Level } from '#api/measures/vocabulary.ts';
import type { SubmissionVersion } from '#api/submissions/contract.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import { formatAmount } from '../../../text/format.ts';
import type { Words } from '../../../text/messages/words.ts';
import type { CellProblem } from './cells.ts';
import type { LevelPreviews } from './level-preview.tsx';
import { asOfProblem } from './sheet.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { FigureField, TypedSheet } from './typed.ts';

/** One sentence and the id of the field to go to; null where it is about no field. */
export interface FormProblem {
  readonly field: string | null;
  readonly sentence: string;
}

/** The id of an indicator's input. */
export const cellId = (code: string, field: FigureField): string => `figure-${code}-${field}`;

/** The id of an input of the form's texts. */
export const textId = (field: 'asOf' | 'cause' | 'remedies' | 'note' | 'reason'): string => `submission-${field}`;

/** The field that an indicator's row begins to be mended at. */
export const mainField = (indicator: Pick<Indicator, 'kind'>): FigureField =>
  indicator.kind === 'ratio' ? 'denominator' : 'cumulative';

/** What is wrong in a cell, in a sentence. */
export function cellSentence(
  { t, language }: Words,
  subject: Subject,
  indicator: Indicator,
  problem: CellProblem,
): string {
  const name = indicator.short[language];
  if (problem.is === 'pair') return t('submission.cell.pair', { indicator: name });
  if (problem.is === 'part-missing') return t('submission.cell.partMissing', { indicator: name });
  if (problem.is === 'unread') {
    const values = { indicator: name, text: problem.text, decimals: indicator.decimals, unit: indicator.unit };
    return problemSentence(problem.code, values, language);
  }
  if (problem.is === 'source' || problem.is === 'differs') {
    const source = subject.indicators.find(({ code }) => code === indicator.numeratorFrom) ?? indicator;
    const names = { indicator: name, source: source.short[language] };
    if (problem.is === 'source') return problemSentence('numerator-without-source', names, language);
    const shown = (value: number): string => formatAmount(inUnit(value, indicator.scale), indicator);
    const values = { ...names, given: shown(problem.given), expected: shown(problem.expected) };
    return problemSentence('numerator-differs', values, language);
  }
  const isRatio = problem.field === 'denominator';
  const whole = subject.indicators.find(({ code }) => code === indicator.partOf) ?? indicator;
  return problemSentence(
    'part-exceeds-whole',
    {
      part: isRatio ? t('submission.cell.numeratorOf', { indicator: name }) : name,
      partValue: formatAmount(inUnit(problem.part, indicator.scale), indicator),
      whole: isRatio ? t('submission.cell.denominatorOf', { indicator: name }) : whole.short[language],
      // A ratio is no part of another indicator, so that `whole` is then itself.
      wholeValue: formatAmount(inUnit(problem.whole, whole.scale), whole),
    },
    language,
  );
}

/** What must be mended before a form can be sent, from top to bottom. */
export function formProblems(
  words: Words,
  subject: Subject,
  sheet: TypedSheet,
  judged: {
    readonly previews: LevelPreviews;
    readonly explain: Level | null;
    readonly kind: SubmissionVersion['kind'];
  },
): readonly FormProblem[] {
  const { t, language } = words;
  const day = asOfProblem(subject, sheet.asOf, judged.kind);
  const ofDay =
    day === null ? [] : [{ field: textId('asOf'), sentence: problemSentence(day.code, day.values, language) }];
  const ofRows = subject.indicators.flatMap((indicator): readonly FormProblem[] => {
    const reading = judged.previews.get(indicator.code)?.reading ?? { state: 'empty' };
    if (reading.state === 'invalid') {
      const field = cellId(indicator.code, reading.problem.field);
      return [{ field, sentence: cellSentence(words, subject, indicator, reading.problem) }];
    }
    if (reading.state !== 'empty' || !indicator.required) return [];
    const sentence = t('submission.cell.missing', { indicator: indicator.short[language] });
    return [{ field: cellId(indicator.code, mainField(indicator)), sentence }];
  });
  // A submission is explained at the last look before it is sent.
  const ofTexts = judged.kind === 'correction' ? explanationProblems(words, sheet, judged.explain) : [];
  return [...ofDay, ...ofRows, ...ofTexts];
}

/** A refusal of the server, field by field; one sentence about no field where it names none. */
export function refusalProblems(subject: Subject, problem: ProblemDocument): readonly FormProblem[] {
  if (problem.errors.length === 0) return [{ field: null, sentence: problem.detail }];
  return problem.errors.map(({ pointer, detail }) => ({ field: fieldAt(subject, pointer), sentence: detail }));
}

/** Cause and remedies, where a level must be explained and they are empty. */
export function explanationProblems({ t }: Words, sheet: TypedSheet, explain: Level | null): readonly FormProblem[] {
  if (explain === null) return [];
  const empty = (['cause', 'remedies'] as const).filter((field) => sheet[field].trim() === '');
  return empty.map((field) => ({
    field: textId(field),
    sentence: t('submission.cell.explanationMissing', {
      what: t(`submission.form.${field}`),
      level: t(`levels.word.${explain}`),
    }),
  }));
}

function fieldAt(subject: Subject, pointer: string): string | null {
  const [, place = '', code = '', part] = pointer.split('/');
  if (place === 'asOf' || place === 'cause' || place === 'remedies' || place === 'note' || place === 'reason') {
    return textId(place);
  }
  const indicator = subject.indicators.find((one) => one.code === code);
  if (place !== 'figures' || indicator === undefined) return null;
  const field = part === 'numerator' || part === 'denominator' ? part : mainField(indicator);
  return cellId(code, field);
}
