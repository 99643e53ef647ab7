/** What a saved picture says of itself: each source once, and that anything is invented. */
import { beforeAll, describe, expect, it } from 'vitest';
import { frameWords, monthInName } from '#web/parts/frame-words.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';

const zh = { t: textNow, language: 'zh' } as const;
beforeAll(() => startText('zh'));

describe('frameWords', () => {
  const given = { title: '温州', invented: false, asOf: '2020年9月末', coverage: '报送已通过 11/11' };
  const published = { origin: 'published', source: 'https://www.jxdata.com/a' } as const;

  it('names each source once, then the system; nothing is said of invented data where there is none', () => {
    const provenances = [published, null, { origin: 'reported', source: null } as const, published, undefined];
    expect(frameWords({ ...given, provenances }, zh)).toEqual({
      title: '温州',
      language: 'zh',
      source: '来源：公开（jxdata.com）、本系统报送、序时',
      asOf: '数据：2020年9月末',
      coverage: '报送已通过 11/11',
      note: null,
    });
  });

  it('says that values are invented where the page knows it, or one source is', () => {
    const note = '含演示数据（虚构）';
    const one = { origin: 'invented', source: null } as const;
    expect(frameWords({ ...given, provenances: [one] }, zh).note).toBe(note);
    expect(frameWords({ ...given, provenances: [], invented: true }, zh).note).toBe(note);
  });
});

describe('monthInName', () => {
  it('sorts as the months follow', () => {
    expect([monthInName({ year: 2020, month: 9 }), monthInName({ year: 2020, month: 10 })]).toEqual([
      '2020-09',
      '2020-10',
    ]);
  });
});
