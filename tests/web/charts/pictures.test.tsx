import { beforeAll, describe, expect, it } from 'vitest';
import type { BurnUpPoint } from '#web/charts/burn-up-layout.ts';
import { BurnUp } from '#web/charts/burn-up.tsx';
import styles from '#web/charts/burn-up.module.css';
import { GapBars } from '#web/charts/gap-bars.tsx';
import { gapShares } from '#web/charts/gap-share.ts';
import { ProgressBar } from '#web/charts/progress-bar.tsx';
import { TileMap } from '#web/charts/tile-map.tsx';
import { formatPercent } from '#web/text/format.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { partOf, rowsIn, wordsIn } from '../rendered.tsx';

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
const whole = (share: number): string => formatPercent(share, 0);
const attribute = (markup: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(markup)?.[1];
const circlesIn = (markup: string) =>
  [...markup.matchAll(/<circle class="([^"]*)" cx="([^"]*)" cy="([^"]*)"/g)].map(([, kind, x, y]) => ({ kind, x, y }));

const burnUp = (points: readonly BurnUpPoint[], more: object = {}) =>
  partOf(<BurnUp title="丽水 50.00%" points={points} pace={linear} target={1} max={1} format={whole} {...more} />);

const bar = (completion: number | null, pace: number | null, max?: number) =>
  partOf(<ProgressBar completion={completion} pace={pace} {...(max !== undefined && { max })} />);

describe('a burn-up', () => {
  it('draws what is accepted solid and what waits hollow', async () => {
    const markup = await burnUp([point(3, 0.25), point(6, 0.5), point(7, 0.75, { accepted: false, expected: null })]);
    // 264 wide with margins of 6 and 42: 18 a month; 148 high with 16 and 20: 112 for the whole scale, from 128 up.
    expect(circlesIn(markup)).toEqual([
      { kind: styles['marker'], x: '60', y: '100' },
      { kind: styles['marker'], x: '114', y: '72' },
      { kind: styles['hollow'], x: '132', y: '44' },
    ]);
    expect(styles['marker']).not.toBe(styles['hollow']);
    const paths = [...markup.matchAll(/<path class="([^"]*)" d="([^"]*)"/g)].map(([, kind, d]) => [kind, d] as const);
    const lines = new Map(paths);
    expect(lines.get(styles['actual'])).toBe('M6 128L60 100L114 72');
    expect(lines.get(styles['pendingLine'])).toBe('M114 72L132 44');
    expect(lines.get(styles['target'])).toBe('M6 16H222');
    expect(lines.get(styles['axis'])).toBe('M6 128H222');
    expect(lines.get(styles['pace'])).toMatch(/^M6 128L24 118\.7L/);
    // The newest accepted value stands at its point, below it where the pace lies above.
    expect(wordsIn(markup)).toBe('丽水 50.00% 100%序时3月6月9月12月50%');
    expect(markup).toContain(`x="120" y="66">50%`);
    // A month's word stands under its month: centred on it.
    expect([...markup.matchAll(/ text-anchor="middle">(\d+月)</g)].map(([, month]) => month)).toEqual([
      '3月',
      '6月',
      '9月',
      '12月',
    ]);
    // The reading stands at the newest point, which waits and has no pace to compare with.
    expect(attribute(markup, 'aria-valuetext')).toBe('7月：75%，序时 --（待审）');
    expect([attribute(markup, 'aria-valuenow'), attribute(markup, 'aria-valuemax')]).toEqual(['3', '3']);
    expect(markup).not.toContain(styles['cursor']);
  });

  it('puts the value below its point where it is below the pace', async () => {
    const markup = await burnUp([point(6, 0.25)]);
    // y = 128 − 28 = 100, and the text 12 below it
    expect(markup).toContain(`x="120" y="112">25%`);
  });

  it('draws nothing that it does not know', async () => {
    const markup = await burnUp([], { target: null, pace: [] });
    expect(circlesIn(markup)).toEqual([]);
    expect(wordsIn(markup)).toBe('丽水 50.00% 3月6月9月12月');
    expect(attribute(markup, 'aria-valuetext')).toBe('尚无数据');
    expect([attribute(markup, 'aria-valuenow'), attribute(markup, 'aria-valuemax')]).toEqual(['1', '1']);
    expect(markup).not.toContain(`class="${styles['target']}"`);
  });

  it('has a large size for a meeting room', async () => {
    const markup = await burnUp([point(6, 0.5)], { size: 'large' });
    expect(attribute(markup, 'viewBox')).toBe('0 0 960 540');
    // 960 − 12 − 110 = 838 for a year; 540 − 36 − 40 = 464 for the scale
    expect(circlesIn(markup)).toEqual([{ kind: styles['marker'], x: '431', y: '268' }]);
  });
});

describe('a progress bar', () => {
  it('says and draws completion, target and pace on one scale', async () => {
    const markup = await bar(0.5, 0.75);
    // 200 for 125 %: 100 % at 160, a half at 80, three quarters at 120
    expect([...markup.matchAll(/width="([\d.]+)"/g)].map(([, width]) => width)).toEqual(['160', '80']);
    expect([...markup.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d)).toEqual(['M160 2V14', 'M120 0V16']);
    expect(attribute(markup, 'aria-label')).toBe('完成 50.00%，序时 75.00%');
  });

  it('ends open beyond its scale, and has no tick without a pace', async () => {
    const markup = await bar(1.3, null);
    expect([...markup.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d)).toEqual([
      'M192 2 188 14M197 2 193 14',
      'M160 2V14',
    ]);
    expect(attribute(markup, 'aria-label')).toBe('完成 130.00%，序时 --');
    expect(attribute(await bar(null, 0.75), 'aria-label')).toBe('无数据');
  });
});

describe('the bars of the gap', () => {
  const shares = gapShares([
    { code: 'a', name: '温州', gapAmount: -60 },
    { code: 'b', name: '丽水', gapAmount: -15 },
    { code: 'c', name: '杭州', gapAmount: 5 },
    { code: 'd', name: '舟山', gapAmount: null },
  ]);

  it('begin at 0, the largest first, each with its share and the sum so far', async () => {
    const markup = await partOf(
      <GapBars title="缺口" shares={shares} unit="万㎡" format={(value) => value.toFixed(1)} />,
    );
    expect(rowsIn(markup)).toEqual([
      '设区市 | 落后于序时的数量 | 缺口（万㎡） | 累计占比',
      '温州 | 80% | 60.0 | 80%',
      '丽水 | 20% | 15.0 | 100%',
    ]);
    expect([...markup.matchAll(/<rect width="([\d.]+)"/g)].map(([, width]) => width)).toEqual(['100', '25']);
  });

  it('show a name as the page wants it', async () => {
    const markup = await partOf(
      <GapBars
        title="缺口"
        shares={shares}
        unit="万㎡"
        format={String}
        renderName={(code, name) => `${code}/${name}`}
      />,
    );
    expect(rowsIn(markup)[1]).toBe('a/温州 | 80% | 60 | 80%');
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
    const places = [...markup.matchAll(/<g transform="(translate\(\d+ \d+\))"><a [^>]*href="([^"]*)"/g)];
    expect(places.map(([, place, href]) => `${place} ${href}`)).toEqual([
      'translate(243 3) /cities/a',
      'translate(3 219) /cities/b',
    ]);
    expect(wordsIn(markup)).toBe('湖州预警95.6%衢州无数据--');
    expect(attribute(await partOf(<TileMap title="空" tiles={[]} />), 'viewBox')).toBe('0 0 120 72');
  });
});
