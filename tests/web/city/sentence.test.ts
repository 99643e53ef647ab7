import { beforeAll, describe, expect, it } from 'vitest';
import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { citySentence, decidingIndicator, shownDetail } from '#web/features/city/sentence.ts';
import { cityReply, detailOf } from '../replies.ts';
import { indicatorOf } from '../standings.ts';

const named = (code: string, zh: string, en: string, more: Partial<Indicator> = {}): Indicator =>
  indicatorOf(code, { short: { zh, en }, ...more });
const indicators = new Map(
  [
    named('area', '面积', 'Prefabricated area'),
    named('civil', '住宅', 'Prefabricated housing'),
    named('share', '占比', 'Prefabricated share', { core: false }),
  ].map((indicator) => [indicator.code, indicator]),
);
const on = (
  indicator: string,
  level: StandingReply['level'],
  gapPoints: number | null,
  completion = 0.5,
): IndicatorDetail => detailOf(indicator, { level, gapPoints, completion });
const replyOf = (level: City['level'], ...details: readonly IndicatorDetail[]): City =>
  cityReply({ level, indicators: [...details] });
const deciding = (...details: readonly IndicatorDetail[]) =>
  decidingIndicator(replyOf('behind', ...details), indicators)?.standing.indicator;

describe('the indicator that decides a city’s level', () => {
  it('is the worst core one, wherever it stands and whatever the others look like', () => {
    expect(deciding(on('area', 'on-pace', 3), on('civil', 'watch', -2))).toBe('civil');
    expect(deciding(on('area', 'behind', -6), on('civil', 'watch', -9))).toBe('area');
    expect(deciding(on('area', 'achieved', 20), on('civil', 'on-pace', 1))).toBe('civil');
    expect(deciding(on('share', 'behind', -30), on('area', 'on-pace', 1))).toBe('area');
  });

  it('is the one with the deepest gap among equals', () => {
    expect(deciding(on('area', 'behind', -6), on('civil', 'behind', -9))).toBe('civil');
    expect(deciding(on('area', 'behind', -9), on('civil', 'behind', -6))).toBe('area');
    // Without a gap there is none to be deep.
    expect(deciding(on('area', 'behind', null), on('civil', 'behind', -1))).toBe('civil');
    expect(deciding(on('area', 'on-pace', 4), on('civil', 'on-pace', null))).toBe('civil');
  });

  it('is none that cannot be judged, unless nothing else is there', () => {
    expect(deciding(on('area', 'no-data', null), on('civil', 'achieved', 5))).toBe('civil');
    expect(deciding(on('area', 'no-target', null), on('civil', 'achieved', 5))).toBe('civil');
    expect(deciding(on('area', 'no-data', null))).toBe('area');
    expect(deciding(on('share', 'behind', -30))).toBeUndefined();
  });
});

describe('the indicator that a city’s page shows', () => {
  const reply = replyOf('behind', on('share', 'on-pace', 1), on('area', 'on-pace', 3), on('civil', 'behind', -6));
  const shown = (chosen?: string, of: City = reply) => shownDetail(of, indicators, chosen)?.standing.indicator;

  it('is the chosen one, else the one that decides, else the first', () => {
    expect(shown('share')).toBe('share');
    expect(shown('no-such')).toBe('civil');
    expect(shown()).toBe('civil');
    expect(shown(undefined, replyOf('no-data', on('share', 'on-pace', 1)))).toBe('share');
    expect(shown(undefined, replyOf('no-data'))).toBeUndefined();
  });
});

const say = (reply: City, language: 'zh' | 'en' = 'zh', name = '温州') =>
  citySentence(reply, { t: textNow, language, name, indicators });

describe('a city in a sentence', () => {
  describe('in Chinese', () => {
    beforeAll(() => startText('zh'));

    it('says on which side of the pace the deciding indicator lies', () => {
      expect(say(replyOf('behind', on('area', 'behind', -14.951, 0.58)))).toBe(
        '温州滞后：面积完成 58%，低于序时 15 个百分点。',
      );
      expect(say(replyOf('on-pace', on('area', 'on-pace', 15.67, 0.9314)))).toBe(
        '温州正常：面积完成 93.1%，高于序时 15.7 个百分点。',
      );
      expect(say(replyOf('on-pace', on('area', 'on-pace', -0.004, 0.7295)))).toBe(
        '温州正常：面积完成 73%，与序时持平。',
      );
    });

    it('says no more than it knows', () => {
      expect(say(replyOf('no-data', on('area', 'no-data', null)))).toBe('温州：截至2020年9月末尚无已通过的数据。');
      expect(say(replyOf('no-target', on('area', 'no-target', null)))).toBe('温州未定目标。');
      expect(say(replyOf('on-pace'))).toBe('温州正常。');
    });
  });

  describe('in English', () => {
    beforeAll(() => startText('en'));

    it('has the level and the indicator in the middle of the sentence', () => {
      expect(say(replyOf('on-pace', on('area', 'on-pace', 15.67, 0.9314)), 'en', 'Jiaxing')).toBe(
        'Jiaxing is on pace: prefabricated area is 93.1% done, 15.7 points above the expected pace.',
      );
    });
  });
});
