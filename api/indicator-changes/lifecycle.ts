/** What an indicator must be, and what of it may still change. Pure; the same for the page and for the server. */
import type { ProblemPointer } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import type { Bilingual } from '../http/shapes.ts';
import type { Indicator } from '../indicators/contract.ts';
import { monthKey } from '../indicators/lifecycle.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { indicatorContent, type IndicatorContent } from './contract.ts';

/** What an indicator is compared with. */
export type Neighbour = Pick<
  Indicator,
  'code' | 'kind' | 'name' | 'short' | 'unit' | 'scale' | 'decimals' | 'partOf' | 'numeratorFrom' | 'retiredFrom'
>;

/** The largest scale: a million base units in one. */
const largestScale = 1_000_000;

/** What may change though figures or targets stand on an indicator: how it is called, and from when it is required. */
const wordFields: ReadonlySet<keyof IndicatorContent> = new Set([
  'name',
  'short',
  'definition',
  'required',
  'requiredFrom',
]);

const bothTrimmed = ({ zh, en }: Bilingual): Bilingual => ({ zh: zh.trim(), en: en.trim() });

/** An indicator's texts without blanks around them. */
export function trimmed(content: IndicatorContent): IndicatorContent {
  const { name, short, unit, definition } = content;
  return {
    ...content,
    code: content.code.trim(),
    name: bothTrimmed(name),
    short: bothTrimmed(short),
    unit: bothTrimmed(unit),
    definition: bothTrimmed(definition),
  };
}

/**
 * What must be mended in an indicator before it can be one.
 * @param others all other indicators
 * @param curves the codes of the curves there are
 */
export function indicatorProblems(
  content: IndicatorContent,
  others: readonly Neighbour[],
  curves: readonly string[],
): readonly ProblemPointer[] {
  const { code, scale, decimals, curve } = content;
  const isScale = scale >= 1 && scale <= largestScale && Number.isInteger(Math.log10(scale));
  return [
    ...(/^[a-z][a-z0-9-]{1,39}$/.test(code) ? [] : [problem('/code', 'indicator-code')]),
    ...(others.some((other) => other.code === code) ? [problem('/code', 'indicator-code-taken', { text: code })] : []),
    ...textProblems(content),
    ...nameProblems(content, others),
    ...(isScale ? [] : [problem('/scale', 'indicator-scale')]),
    ...(isScale && (decimals < 0 || 10 ** decimals > scale)
      ? [problem('/decimals', 'indicator-decimals', { max: Math.log10(scale) })]
      : []),
    ...relationProblems(content, others),
    ...(curves.includes(curve) ? [] : [problem('/curve', 'no-such-curve', { text: curve })]),
  ];
}

/** What of an indicator that something stands on may not be other than before. */
export function usedProblems(before: IndicatorContent, after: IndicatorContent): readonly ProblemPointer[] {
  return changedFields(before, after)
    .filter((field) => !wordFields.has(field))
    .map((field) => problem(`/${field}`, 'indicator-in-use'));
}

/** The fields in which two differ. */
export function changedFields(before: IndicatorContent, after: IndicatorContent): readonly (keyof IndicatorContent)[] {
  return indicatorContent
    .keyof()
    .options.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/**
 * What is wrong with the month from which an indicator is required or retired: months in which something was accepted were
 * whole as they were.
 * @param earliest the first month that nothing was accepted in; null where any will do
 */
export function monthProblems(
  pointer: string,
  from: string | null,
  earliest: YearMonth | null,
): readonly ProblemPointer[] {
  const isJudged = earliest !== null && (from === null || from < monthKey(earliest));
  return isJudged ? [problem(pointer, 'indicator-month-judged', { year: earliest.year, month: earliest.month })] : [];
}

/** @returns what is wrong with a reason; nothing where it is one */
export function reasonProblems(reason: string): readonly ProblemPointer[] {
  return isReason(reason) ? [] : [problem('/reason', 'reason-required')];
}

/** The indicators that are a part of this one, or take their numerator from it: it is needed while they are reported. */
export function dependentsOf(code: string, others: readonly Neighbour[]): readonly Neighbour[] {
  return others.filter(
    (other) => other.retiredFrom === null && (other.partOf === code || other.numeratorFrom === code),
  );
}

const problem = (
  pointer: string,
  code: ProblemPointer['code'],
  values: ProblemPointer['values'] = {},
): ProblemPointer => ({ pointer, code, values });

function textProblems({ name, short, unit, definition }: IndicatorContent): readonly ProblemPointer[] {
  return Object.entries({ name, short, unit, definition }).flatMap(([field, text]) =>
    (['zh', 'en'] as const)
      .filter((language) => text[language].trim() === '')
      .map((language) => problem(`/${field}/${language}`, 'field-missing', { field: `${field}/${language}` })),
  );
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** Files and pasted blocks name indicators, so that no two may be called the same. */
function nameProblems({ name, short }: IndicatorContent, others: readonly Neighbour[]): readonly ProblemPointer[] {
  const taken = new Set(
    others.flatMap((other) => [other.code, other.name.zh, other.name.en, other.short.zh, other.short.en].map(plain)),
  );
  return Object.entries({ name, short }).flatMap(([field, text]) =>
    (['zh', 'en'] as const)
      .filter((language) => text[language].trim() !== '' && taken.has(plain(text[language])))
      .map((language) => problem(`/${field}/${language}`, 'indicator-name-taken', { text: text[language] })),
  );
}

function relationProblems(content: IndicatorContent, others: readonly Neighbour[]): readonly ProblemPointer[] {
  const { kind, partOf, numeratorFrom, scale, decimals, unit } = content;
  const found = (code: string | null) => others.find((other) => other.code === code && other.retiredFrom === null);
  const [whole, source] = [found(partOf), found(numeratorFrom)];
  const isPart = partOf === null || (kind !== 'ratio' && whole?.kind === kind);
  const isSource =
    source !== undefined &&
    kind === 'ratio' &&
    source.kind === 'flow' &&
    source.scale === scale &&
    source.decimals === decimals &&
    source.unit.zh === unit.zh;
  return [
    ...(isPart ? [] : [problem('/partOf', 'indicator-part-of')]),
    ...(numeratorFrom === null || isSource ? [] : [problem('/numeratorFrom', 'indicator-numerator')]),
  ];
}
