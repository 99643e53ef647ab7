/** The pair of bars on a city's page of the meeting mode: what is needed against what is done. Pure. */
import { figureUnitOf, formatBrief, formatBriefEnough, formatIntensity, unitOf } from '../../../text/format.ts';
import { textWidth } from '../../../charts/text-width.ts';
import type { Words } from '../../../text/messages/words.ts';
import type { SprintRow, SprintView } from '../sprint-view.ts';

export interface RateBarInput {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** Hollow is what must be, solid what is. */
  readonly isHollow: boolean;
}

export interface RatePairInput {
  readonly title: string;
  readonly bars: readonly [RateBarInput, RateBarInput];
}

/**
 * Needed a month against the recent pace; where there is no pace (a ratio, a year that has ended, too few months) what is
 * done against the target. Null where neither is known.
 */
export function ratePair({ standing }: SprintRow, view: SprintView, words: Words): RatePairInput | null {
  const { indicator, tense } = view;
  const { t, language } = words;
  if (standing === null) return null;
  const { neededPerMonth: needed, recentPerMonth: recent, actual, target, intensity } = standing;
  const isPaced = indicator.kind !== 'ratio' && tense !== 'over';
  if (isPaced && needed !== null && recent !== null) {
    const unit = unitOf(indicator, language);
    const title =
      intensity === null || needed === 0
        ? t('meetingMode.rates.titlePlain', { unit })
        : t('meetingMode.rates.title', { unit, times: formatIntensity(intensity) });
    return {
      title,
      bars: [
        { name: t('meetingMode.rates.needed'), value: needed, text: formatBriefEnough(needed), isHollow: true },
        {
          name: t('meetingMode.rates.recent'),
          value: recent,
          text: formatBrief(recent, { kind: 'flow' }),
          isHollow: false,
        },
      ],
    };
  }
  if (actual === null || target === null) return null;
  return {
    title: t('meetingMode.rates.doneTitle', { unit: figureUnitOf(indicator, language) }),
    bars: [
      { name: t('meetingMode.rates.target'), value: target, text: formatBrief(target, indicator), isHollow: true },
      { name: t('meetingMode.rates.done'), value: actual, text: formatBrief(actual, indicator), isHollow: false },
    ],
  };
}

export interface LaidBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isHollow: boolean;
  readonly name: PlacedWord;
  readonly value: PlacedWord;
}

interface PlacedWord {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** Two upright bars from 0 on one scale that fill the place: names below, values above. */
export function ratePairLayout(
  { bars }: RatePairInput,
  { width, height }: { readonly width: number; readonly height: number },
): readonly LaidBar[] {
  const slot = width / 2;
  const fitting = (texts: readonly string[], wanted: number): number =>
    Math.min(wanted, ...texts.map((text) => (slot * 0.96) / Math.max(1, textWidth(text, 1))));
  const nameSize = fitting(
    bars.map(({ name }) => name),
    Math.min(height / 8, width / 13),
  );
  const valueSize = fitting(
    bars.map(({ text }) => text),
    Math.min(height / 5, width / 8),
  );
  const [top, bottom] = [valueSize * 1.3, height - nameSize * 1.4];
  const most = Math.max(...bars.map(({ value }) => value), 0);
  return bars.map(({ name, value, text, isHollow }, index) => {
    const middle = slot * (index + 0.5);
    const tall = most > 0 ? (Math.max(0, value) / most) * (bottom - top) : 0;
    const word = (said: string, size: number, y: number): PlacedWord => ({ x: middle, y, size, text: said });
    return {
      x: middle - slot * 0.42,
      y: bottom - tall,
      width: slot * 0.84,
      height: tall,
      isHollow,
      name: word(name, nameSize, height - nameSize * 0.3),
      value: word(text, valueSize, bottom - tall - valueSize * 0.25),
    };
  });
}
