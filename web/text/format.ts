/** The one formatter: axes, tables, sentences and exports write a value the same way. No value is `--`; 0 is a real zero. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { Language } from '#api/http/problem.ts';

export const noValue = '--';

/** The minus sign of typesetters, as wide as a digit. */
const minus = '−';

const numberFormats = new Map<number, Intl.NumberFormat>();

function fixed(value: number, decimals: number): string {
  const format =
    numberFormats.get(decimals) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  numberFormats.set(decimals, format);
  const written = format.format(Math.abs(value));
  // A value that rounds to zero has no sign.
  return value < 0 && /[1-9]/.test(written) ? `${minus}${written}` : written;
}

const signed = (written: string): string => (/^−|^[0.,]+$/.test(written) ? written : `+${written}`);

/** An amount in the indicator's unit and decimals, without the unit: `1,234.50`. */
export function formatAmount(value: number | null, indicator: Pick<Indicator, 'decimals'>): string {
  return value === null ? noValue : fixed(value, indicator.decimals);
}

/** An amount with its sign, such as a month's increment: `+12.00`, `−3`. */
export function formatSignedAmount(value: number | null, indicator: Pick<Indicator, 'decimals'>): string {
  return value === null ? noValue : signed(fixed(value, indicator.decimals));
}

/** A computed amount, such as a monthly need: with two decimals also where only whole things are counted: `1.33`. */
export function formatComputed(value: number | null, indicator: Pick<Indicator, 'decimals'>): string {
  return value === null ? noValue : fixed(value, Math.max(2, indicator.decimals));
}

/** A gap with its sign: `−89.70`, `+12.00`. */
export function formatGap(value: number | null, indicator: Pick<Indicator, 'decimals'>): string {
  return value === null ? noValue : signed(formatComputed(value, indicator));
}

/** What an indicator's target or figure is written like: a ratio's as a percentage, any other as an amount. */
export function formatFigure(value: number | null, indicator: Pick<Indicator, 'decimals' | 'kind'>): string {
  return indicator.kind === 'ratio' ? formatPercent(value) : formatAmount(value, indicator);
}

/** An axis's tick, without decimals that say nothing: `600`, `0.5`, `30%`. */
export function formatTick(value: number, indicator: Pick<Indicator, 'kind'>): string {
  const shown = indicator.kind === 'ratio' ? value * 100 : value;
  const decimals = Number.isInteger(Number(shown.toFixed(2)))
    ? 0
    : Number.isInteger(Number((shown * 10).toFixed(1)))
      ? 1
      : 2;
  return `${fixed(shown, decimals)}${indicator.kind === 'ratio' ? '%' : ''}`;
}

/** A fraction as a percentage: 0.9314 is `93.14%`. */
export function formatPercent(fraction: number | null, decimals = 2): string {
  return fraction === null ? noValue : `${fixed(fraction * 100, decimals)}%`;
}

/** A difference of percentages, signed: `−14.95 个百分点`, `−14.95 pts`. */
export function formatPoints(points: number | null, language: Language, decimals = 2): string {
  return points === null ? noValue : `${formatBarePoints(points, decimals)} ${language === 'zh' ? '个百分点' : 'pts'}`;
}

/** How far apart two percentages lie where words say which is higher: `14.9`. */
export function formatPointsApart(points: number): string {
  return brief(Math.abs(points));
}

/** The same without the unit, for a column whose header names it. */
export function formatBarePoints(points: number | null, decimals = 2): string {
  return points === null ? noValue : signed(fixed(points, decimals));
}

/** A difference of percentages in a picture's column, signed and always with one decimal: `−14.9`, `+20.0`. */
export function formatBriefPoints(points: number | null): string {
  return points === null ? noValue : signed(fixed(points, 1));
}

/** A gap's amount in a picture, signed: `−89.7`. */
export function formatBriefGap(amount: number | null): string {
  return amount === null ? noValue : signed(brief(amount));
}

/** A ratio such as done against expected: `0.795`. */
export function formatRatio(ratio: number | null, decimals = 3): string {
  return ratio === null ? noValue : fixed(ratio, decimals);
}

/** How many times the recent pace is needed: `1.62`, and `∞` where nothing was done recently. */
export function formatIntensity(intensity: number | 'infinite' | null, decimals = 2): string {
  if (intensity === null) return noValue;
  return intensity === 'infinite' ? '∞' : fixed(intensity, decimals);
}

/** A file's size: `0.9 KiB`, `12.4 MiB`; whole units without decimals. */
export function formatBytes(bytes: number): string {
  const [unit, name] = bytes < 2 ** 20 ? [2 ** 10, 'KiB'] : [2 ** 20, 'MiB'];
  return `${fixed(bytes / unit, bytes % unit === 0 ? 0 : 1)} ${name}`;
}

/** A day as everybody writes it here: `2020-09-30`. */
export function formatDay(day: string | null): string {
  return day ?? noValue;
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant on the office's clock: `2020-10-19 09:30`. */
export function formatInstant(instant: string | null): string {
  return instant === null ? noValue : clock.format(new Date(instant));
}

const preciseClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The same to the second, where the order of events matters: `2020-10-19 09:30:07`. */
export function formatInstantToSecond(instant: string): string {
  return preciseClock.format(new Date(instant));
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A month of a year: `2020年9月`, `September 2020`. */
export function formatMonth(year: number, month: number, language: Language): string {
  return language === 'zh' ? `${year}年${month}月` : `${formatMonthName(month, language)} ${year}`;
}

/** A month's name: `9月`, `September`. */
export function formatMonthName(month: number, language: Language): string {
  return language === 'zh' ? `${month}月` : (englishMonths[month - 1] ?? String(month));
}

/** A day of the year in view: `9-30`, `30 Sep`. */
export function formatShortDay(day: string, language: Language): string {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  return language === 'zh' ? `${month}-${date}` : `${date} ${formatShortMonth(month, language)}`;
}

/** A day of the year in view in a sentence: `10月31日`, `31 October`. */
export function formatDayOfYear(day: string, language: Language): string {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  return language === 'zh' ? `${month}月${date}日` : `${date} ${formatMonthName(month, language)}`;
}

/** A day in a sentence: `2020年10月19日`, `19 October 2020`. */
export function formatLongDay(day: string, language: Language): string {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${formatMonth(year, month, language)}`;
}

/** A month's name where there is little room: `9月`, `Sep`. */
export function formatShortMonth(month: number, language: Language): string {
  return language === 'zh' ? `${month}月` : formatMonthName(month, language).slice(0, 3);
}

/** The indicator's unit: `万㎡`, `10k m²`. */
export function unitOf(indicator: Pick<Indicator, 'unit'>, language: Language): string {
  return indicator.unit[language];
}

/** The unit of what `formatFigure` writes: `%` where the share of a ratio is shown, else the indicator's own. */
export function figureUnitOf(indicator: Pick<Indicator, 'kind' | 'unit'>, language: Language): string {
  return indicator.kind === 'ratio' ? '%' : unitOf(indicator, language);
}

/**
 * A number in a sentence or a picture: one decimal at most and no trailing zeros, `7,000`, `112.6`; more only where one
 * would make a zero of what is none.
 */
function brief(value: number, decimals = 1): string {
  const written = fixed(value, decimals);
  const vanished = value !== 0 && !/[1-9]/.test(written) && decimals < 4;
  return vanished ? brief(value, decimals + 1) : written.replace(/\.0+$/, '');
}

/** An amount, or a ratio's share as a percentage, in a sentence or a picture: `112.6`, `28.5%`. */
export function formatBrief(value: number | null, { kind }: Pick<Indicator, 'kind'>): string {
  if (value === null) return noValue;
  return kind === 'ratio' ? formatBriefPercent(value) : brief(value);
}

/** The same with its unit: `112.6 万㎡`, `112.6 × 10k m²`, `28.5%`. */
export function formatBriefQuantity(
  value: number | null,
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  language: Language,
): string {
  const written = formatBrief(value, indicator);
  return value === null || indicator.kind === 'ratio' ? written : withUnit(written, indicator, language);
}

/** An amount that must suffice, rounded up to one decimal: who adds what is written has enough. 117.82 is `117.9`. */
export function formatBriefEnough(value: number): string {
  // Float noise alone is no reason to round up: 69.6 must not become 69.7.
  const tenths = Math.ceil(Number((value * 10).toFixed(6)));
  return brief(tenths / 10);
}

/** A share in a sentence or a picture: `58%`, `94.3%`; 100 % only where it is: 0.9996 is `99.96%`. */
export function formatBriefPercent(fraction: number | null): string {
  if (fraction === null) return noValue;
  const decimals = [1, 2, 3].find((one) => Number((fraction * 100).toFixed(one)) !== 100) ?? 1;
  return `${brief(fraction * 100, Math.abs(fraction - 1) < 1e-9 ? 0 : decimals)}%`;
}

/** A formatted amount with its unit in running text: `69.55 万㎡`, `69.55 × 10k m²`. */
export function withUnit(amount: string, indicator: Pick<Indicator, 'unit'>, language: Language): string {
  const unit = unitOf(indicator, language);
  // A unit that begins with a number would read as one more figure.
  return /^\d/.test(unit) ? `${amount} × ${unit}` : `${amount} ${unit}`;
}

/** An amount with its unit in a sentence: `69.55 万㎡`, `69.55 × 10k m²`. */
export function formatQuantity(
  value: number | null,
  indicator: Pick<Indicator, 'decimals' | 'unit'>,
  language: Language,
): string {
  return value === null ? noValue : withUnit(formatAmount(value, indicator), indicator, language);
}

/** A name that stands on its own elsewhere, in the middle of a sentence: without a capital in English. */
export function inSentence(name: string, language: Language): string {
  return language === 'en' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Several names in a sentence: `丽水、温州`, `Lishui, Wenzhou`. */
export function formatList(names: readonly string[], language: Language): string {
  return names.join(language === 'zh' ? '、' : ', ');
}

/** The size of a disk or a file in bytes, as a person compares it: `7.5 GiB`, `640.0 MiB`. */
export function formatSize(bytes: number): string {
  return bytes >= 2 ** 30 ? `${fixed(bytes / 2 ** 30, 1)} GiB` : `${fixed(bytes / 2 ** 20, 1)} MiB`;
}
