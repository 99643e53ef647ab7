import { beforeAll, describe, expect, it } from 'vitest';
import { forecastAbsences } from '#api/measures/forecast.ts';
import type { ForecastReply } from '#api/standings/contract.ts';
import { forecastLines } from '#web/features/city/forecast-lines.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { detailOf, noForecast } from '../replies.ts';
import { indicatorOf } from '../standings.ts';

const whole: ForecastReply = {
  ...noForecast,
  interval: { low: 453.26, high: 589.72 },
  probability: 0.0652,
  record: { month: 10, count: 44, low: 0.93, high: 1.21 },
  absence: null,
  season: { years: [2018, 2019], points: [] },
};

const linesOf = (language: 'zh' | 'en', forecast: ForecastReply, projection: number | null) =>
  forecastLines(detailOf('area', { level: 'behind', target: 600 }, { forecast, projection }), indicatorOf('area'), {
    t: textNow,
    language,
  });

describe('the forecast in words', () => {
  describe('in Chinese', () => {
    beforeAll(() => startText('zh'));

    it('has point, interval, probability, record and season', () => {
      expect(linesOf('zh', whole, 487.37)).toEqual([
        '按最近至多六个已通过月份的进度、扣除季节因素，全年约 487.37 万㎡。',
        '八成可能在 453.26 万㎡ 至 589.72 万㎡ 之间。',
        '达到年度目标 600.00 万㎡ 的概率约 7%。',
        '检验记录：在10月末用同一方法推算2018、2019年各地的年底值，n = 44，八成结果为推算值的 0.930 至 1.210 倍。',
        '季节取2018、2019年各地已完成年度的合并进度。',
      ]);
    });

    it('says why there is a point alone, and whose season it takes', () => {
      const alone = { ...noForecast, absence: 'before-end-of-june' } as const;
      expect(linesOf('zh', alone, 487.37)).toEqual([
        '按最近至多六个已通过月份的进度、扣除季节因素，全年约 487.37 万㎡。',
        '6月末以前不给出区间和概率：年初的异常会使区间失准。',
        '尚无已完成的年度，季节取判定所用的序时曲线。',
      ]);
    });

    it('has no forecast of a year that is over, though its figure is there', () => {
      expect(linesOf('zh', { ...noForecast, absence: 'year-over' }, 600)).toEqual([
        '全年数据已齐，不再给出区间和概率。',
      ]);
    });

    it('says why there is none, in a text of its own for each reason', () => {
      const said = forecastAbsences.map((absence) => linesOf('zh', { ...noForecast, absence }, null));
      expect(said.every((lines) => lines.length === 1 && !lines[0]?.includes('forecast.'))).toBe(true);
      expect(new Set(said.flat()).size).toBe(forecastAbsences.length);
    });
  });

  describe('in English', () => {
    beforeAll(() => startText('en'));

    it('prints the record as the method does', () => {
      expect(linesOf('en', whole, 487.37).slice(2)).toEqual([
        'Probability of reaching the annual target of 600.00 × 10k m²: about 7%.',
        'The record: at the end of October, n = 44 (all regions, 2018, 2019), 8 in 10 results lay between 0.930 and 1.210 of such a forecast.',
        'The season is that of all completed years together (2018, 2019).',
      ]);
    });

    it('says that a target is reached in the place of a probability', () => {
      const detail = detailOf('area', { level: 'achieved', target: 600 }, { forecast: whole, projection: 700 });
      const lines = forecastLines(detail, indicatorOf('area'), { t: textNow, language: 'en' });
      expect(lines).toContain('The annual target is reached.');
      expect(lines.join(' ')).not.toContain('Probability');
    });
  });
});
