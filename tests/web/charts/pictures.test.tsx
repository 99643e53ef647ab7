import { beforeAll, describe, expect, it } from 'vitest';
import type { BurnUpInput, BurnUpPoint } from '#web/charts/burn-up-input.ts';
import { BurnUp } from '#web/charts/burn-up.tsx';
import styles from '#web/charts/burn-up.module.css';
import { ProgressBar } from '#web/charts/progress-bar.tsx';
import { TileMap } from '#web/charts/tile-map.tsx';
import { burnUpWords, pointReading } from '#web/parts/burn-up-words.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { partOf, wordsIn } from '../rendered.tsx';

beforeAll(() => startText('zh'));

const point = (month: number, value: number, more: Partial<BurnUpPoint> = {}): BurnUpPoint => ({
  month,
  position: month,
  value,
  expected: month / 12,
  accepted: true,
  ...more,
});
const linear = Array.from({ length: 13 }, (_, month) => month / 12);
const attribute = (markup: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(markup)?.[1];
const circlesIn = (markup: string) =>
  [...markup.matchAll(/<circle class="([^"]*)" cx="([^"]*)" cy="([^"]*)"/g)].map(([, kind, x, y]) => ({ kind, x, y }));

const burnUp = (points: readonly BurnUpPoint[], more: Partial<BurnUpInput> = {}) => {
  const targets = [{ from: 0, value: 1 }];
  const input: BurnUpInput = { points, pace: linear, targets, start: 0, projection: null, max: 1.1, ...more };
  const indicator = { kind: 'flow' } as const;
  const described = { input, indicator, standing: { target: 600, neededPerMonth: 84 }, asShares: true };
  const words = { t: textNow, language: 'zh' } as const;
  return partOf(
    <BurnUp
      title="丽水 50.00%"
      input={input}
      words={burnUpWords(described, words)}
      read={(one) => pointReading(one, described, words)}
    />,
  );
};

const bar = (completion: number | null, pace: number | null, max?: number) =>
  partOf(<ProgressBar completion={completion} pace={pace} {...(max !== undefined && { max })} />);

describe('a burn-up', () => {
  it('draws what is accepted solid, what waits hollow, and ends the estimate hollow too', async () => {
    const markup = await burnUp([point(3, 0.25), point(6, 0.5), point(7, 0.75, { accepted: false, expected: null })], {
      projection: 0.9,
    });
    expect(circlesIn(markup).map(({ kind }) => kind)).toEqual([
      styles['marker'],
      styles['marker'],
      styles['hollow'],
      styles['hollow'],
    ]);
    expect(styles['marker']).not.toBe(styles['hollow']);
    for (const kind of ['actual', 'pendingLine', 'target', 'pace', 'projection', 'needed', 'bracket']) {
      expect(markup, kind).toContain(`class="${styles[kind]}"`);
    }
    expect(wordsIn(markup)).toMatch(/50%.*缺 60.*照近期约 90%.*需每月 84/);
    // The reading stands at the newest point, which waits and has no pace to compare with.
    expect(attribute(markup, 'aria-valuetext')).toBe('7月：75%，序时 --（待审）');
    expect([attribute(markup, 'aria-valuenow'), attribute(markup, 'aria-valuemax')]).toEqual(['3', '3']);
    expect(markup).not.toContain(`class="${styles['cursor']}"`);
  });

  it('draws nothing that it does not know', async () => {
    const markup = await burnUp([], { targets: [], pace: [] });
    expect(circlesIn(markup)).toEqual([]);
    expect(attribute(markup, 'aria-valuetext')).toBe('尚无数据');
    expect([attribute(markup, 'aria-valuenow'), attribute(markup, 'aria-valuemax')]).toEqual(['1', '1']);
    for (const kind of ['target', 'pace', 'projection', 'needed', 'bracket', 'wedge', 'band']) {
      expect(markup, kind).not.toContain(`class="${styles[kind]}"`);
    }
  });

  it('marks the shortfall behind the pace, and the band where there is an interval', async () => {
    const markup = await burnUp([point(6, 0.25)], { interval: { low: 0.4, high: 0.7 } });
    expect(markup).toContain(`class="${styles['wedge']}"`);
    expect(markup).toContain(`class="${styles['band']}"`);
    expect(await burnUp([point(6, 0.75)])).not.toContain(`class="${styles['wedge']}"`);
  });
});

describe('a progress bar', () => {
  it('says and draws completion, target and pace on one scale', async () => {
    const markup = await bar(0.5, 0.75);
    // 200 for 125 %: 100 % at 160, a half at 80, three quarters at 120
    expect([...markup.matchAll(/width="([\d.]+)"/g)].map(([, width]) => width)).toEqual(['160', '80']);
    expect([...markup.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d)).toEqual([
      // Each mark on its halo.
      'M160 2V14',
      'M160 2V14',
      'M120 0V16',
      'M120 0V16',
    ]);
    expect(attribute(markup, 'aria-label')).toBe('完成 50.00%，序时 75.00%');
  });

  it('ends open beyond its scale, and has no tick without a pace', async () => {
    const markup = await bar(1.3, null);
    expect([...markup.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d)).toEqual([
      'M192 2 188 14M197 2 193 14',
      'M160 2V14',
      'M160 2V14',
    ]);
    expect(attribute(markup, 'aria-label')).toBe('完成 130.00%，序时 --');
    expect(attribute(await bar(null, 0.75), 'aria-label')).toBe('无数据');
  });
});

describe('the tile map', () => {
  it('puts each tile in its row and column, with its level’s word', async () => {
    const tiles = [
      { code: 'a', row: 0, column: 2, name: '湖州', level: 'watch', note: '95.6%', href: '/cities/a' },
      { code: 'b', row: 3, column: 0, name: '衢州', level: 'no-data', note: '--', href: '/cities/b' },
    ] as const;
    const markup = await partOf(<TileMap title="各市位置" tiles={tiles} />);
    // A tile is 120 by 72, three columns and four rows of them.
    expect(attribute(markup, 'viewBox')).toBe('0 0 360 288');
    const places = [
      ...markup.matchAll(/<g data-region="[^"]*" transform="(translate\(\d+ \d+\))"><a [^>]*href="([^"]*)"/g),
    ];
    expect(places.map(([, place, href]) => `${place} ${href}`)).toEqual([
      'translate(243 3) /cities/a',
      'translate(3 219) /cities/b',
    ]);
    expect(wordsIn(markup)).toBe('湖州预警95.6%衢州无数据--');
    expect(attribute(await partOf(<TileMap title="空" tiles={[]} />), 'viewBox')).toBe('0 0 120 72');
  });
});
