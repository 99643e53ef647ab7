/** What an event's detail says, line by line. Pure. */
import type { AuditEventReply } from '#api/audit/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import { shareScale } from '#api/measures/vocabulary.ts';
import { problemCodes, problemTexts, type Language } from '#api/http/problem.ts';
import { formatAmount, formatFigure, noValue, withUnit } from '../../text/format.ts';
import { objectOf } from './object.ts';

type Detail = AuditEventReply['detail'];
type Value = Detail[string];

/** One line: a field of the detail or an indicator's figure; `old` is null where there was nothing before to compare with. */
export interface DetailRow {
  readonly field: string;
  readonly indicator: Indicator | null;
  readonly old: string | null;
  readonly now: string;
}

/** The lines of an event's detail, figures in their units, in the order they were recorded. */
export function detailRows(
  event: Pick<AuditEventReply, 'group' | 'object' | 'detail'>,
  indicators: ReadonlyMap<string, Indicator>,
  language: Language,
): readonly DetailRow[] {
  const { figures, before, ...others } = event.detail;
  const object = objectOf(event);
  const target = object.kind === 'target' ? indicators.get(object.indicator) : undefined;
  const rows = target === undefined ? plainRows(others, language) : targetRows(others, target, language);
  return [...rows, ...figureRows(figures, before, indicators, language)];
}

/** Where `from` and `to` hold fields, a line for each that was or is given; the other fields after them. */
function plainRows(detail: Detail, language: Language): readonly DetailRow[] {
  const { from, to, ...others } = detail;
  if (!isObject(from) || !isObject(to)) return fieldRows(detail, language);
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return [
    ...changed.map((field) => ({ field, indicator: null, old: words(from[field]), now: words(to[field]) })),
    ...fieldRows(others, language),
  ];
}

function fieldRows(detail: Detail, language: Language): readonly DetailRow[] {
  return Object.entries(detail).map(([field, value]) => ({
    field,
    indicator: null,
    old: null,
    now: field === 'problem' ? problemWords(value, language) : words(value),
  }));
}

function targetRows({ from, to, ...others }: Detail, indicator: Indicator, language: Language): readonly DetailRow[] {
  const amount = (value: Value | undefined): string => {
    if (typeof value !== 'number') return noValue;
    const isShare = indicator.kind === 'ratio';
    const written = formatFigure(inUnit(value, isShare ? shareScale : indicator.scale), indicator);
    return isShare ? written : withUnit(written, indicator, language);
  };
  return [{ field: 'amount', indicator: null, old: amount(from), now: amount(to) }, ...plainRows(others, language)];
}

function figureRows(
  figures: Value | undefined,
  before: Value | undefined,
  indicators: ReadonlyMap<string, Indicator>,
  language: Language,
): readonly DetailRow[] {
  const [now, old] = [membersOf(figures), membersOf(before)];
  return Object.keys(now).flatMap((code) => {
    const indicator = indicators.get(code);
    const written = (value: Value | undefined) => (indicator ? figureText(value, indicator, language) : words(value));
    return [
      {
        field: code,
        indicator: indicator ?? null,
        old: before === undefined ? null : written(old[code]),
        now: written(now[code]),
      },
    ];
  });
}

const isObject = (value: Value | undefined): value is Detail =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const membersOf = (value: Value | undefined): Detail => (isObject(value) ? value : {});

function figureText(value: Value | undefined, indicator: Indicator, language: Language): string {
  const amount = (part: Value | undefined): string =>
    typeof part === 'number' ? formatAmount(inUnit(part, indicator.scale), indicator) : noValue;
  // A ratio is kept as both of its parts, whose unit its own is not.
  if (Array.isArray(value)) return value.map((part) => amount(part)).join(' / ');
  return typeof value === 'number' ? withUnit(amount(value), indicator, language) : noValue;
}

function words(value: Value | undefined): string {
  if (value === undefined || value === null || value === '') return noValue;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The sentence of a problem; its code where the sentence would name values that were not recorded. */
function problemWords(value: Value, language: Language): string {
  const code = problemCodes.find((one) => one === value);
  const sentence = code === undefined ? undefined : problemTexts[code][language];
  return sentence === undefined || sentence.includes('{') ? words(value) : sentence;
}
