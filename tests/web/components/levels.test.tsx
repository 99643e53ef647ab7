/** Level marks and strips: each level by shape, word and colour together, none of them alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { levels } from '#api/measures/vocabulary.ts';
import { LevelMark } from '#web/charts/level-mark.tsx';
import { LevelStrip } from '#web/parts/level-strip.tsx';
import type { StripMonth } from '#api/measures/strip.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { partOf, wordsIn } from '../rendered.tsx';

beforeAll(() => startText('zh'));

const month = (at: number, level: StripMonth['level'], more: Partial<StripMonth> = {}): StripMonth => ({
  month: at,
  level,
  reported: true,
  recoveredIn: null,
  ...more,
});
/** The classes of the shapes in each of a strip's twelve places. */
const placesIn = (markup: string): readonly string[] =>
  [...markup.matchAll(/<g transform="translate\((\d+) 0\)">(.*?)(?=<g transform="translate|<\/svg>)/gs)].map(
    ([, x, place = '']) =>
      `${x}: ${[...place.matchAll(/class="([^"]*)"/g)].map(([, name]) => nameOf(name ?? '')).join(' ')}`,
  );
/** A class as its style sheet names it. */
const nameOf = (used: string): string => /^_(\w+?)_[0-9a-f]+$/.exec(used)?.[1] ?? used;

describe('a level’s mark', () => {
  it('has a shape of its own for each level, and its word', async () => {
    const shapes = {
      achieved: 'M4.4 8.3 7 10.9 11.7 5.4',
      'on-pace': 'r="6.2"',
      watch: 'M8 1.8 15 14H1Z',
      behind: 'M8 .6 15.4 8 8 15.4.6 8Z',
      'no-data': 'M4 9 9 4M4.6 11.4 11.4 4.6M7 12 12 7',
      'no-target': 'M3 8H13',
    } as const;
    const words = {
      achieved: '已完成',
      'on-pace': '正常',
      watch: '预警',
      behind: '滞后',
      'no-data': '无数据',
      'no-target': '未定目标',
    };
    for (const level of levels) {
      const markup = await partOf(<LevelMark level={level} withWord />);
      expect(markup).toContain(shapes[level]);
      expect(wordsIn(markup)).toBe(words[level]);
      expect(markup).toContain('aria-hidden="true"');
      // Without its word beside it the shape says it.
      const alone = await partOf(<LevelMark level={level} />);
      expect(wordsIn(alone)).toBe('');
      expect(alone).toContain(`role="img" aria-label="${words[level]}"`);
    }
  });

  it('grows with the text where it is asked to', async () => {
    expect(await partOf(<LevelMark level="watch" size="1.1em" />)).toContain('width="1.1em" height="1.1em"');
    expect(await partOf(<LevelMark level="watch" />)).toContain('width="1rem" height="1rem"');
  });
});

describe('a year’s strip', () => {
  it('has a place a month, in which a month made good shows both what it was and what it became', async () => {
    const markup = await partOf(
      <LevelStrip
        months={[
          month(2, 'behind', { recoveredIn: 6 }),
          month(1, 'watch', { recoveredIn: 6 }),
          month(3, 'behind'),
          month(4, null),
          month(5, 'on-pace', { recoveredIn: 6 }),
          month(6, 'achieved', { reported: false }),
        ]}
      />,
    );
    expect(placesIn(markup)).toEqual([
      '1: watch onPace',
      '19: behind watch',
      '37: behind',
      '55: open',
      '73: onPace',
      '91: carried achieved check',
      ...[109, 127, 145, 163, 181, 199].map((x) => `${x}: open`),
    ]);
    expect(markup).toContain(
      'aria-label="逐月进度：1月预警→已补齐（6月），2月滞后→已补齐（6月），3月滞后，5月正常→已补齐（6月），' +
        '6月已完成（当月无已通过数据，沿用此前）。"',
    );
    expect(markup).toContain('height="1.125rem"');
    expect(markup).not.toContain('<text');
  });

  it('has the months’ numbers under it where there is room', async () => {
    const markup = await partOf(<LevelStrip months={[month(1, 'watch')]} withMonths />);
    const numbers = [...markup.matchAll(/<text[^>]*>(\d+)<\/text>/g)].map(([, number]) => number);
    expect(numbers.join()).toBe('1,2,3,4,5,6,7,8,9,10,11,12');
    expect(markup).toContain('height="2.125rem"');
  });
});
