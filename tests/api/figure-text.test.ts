import { assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFigure, inBaseUnits, inUnit, largestFigure, readFigure } from '#api/figures/figure-text.ts';

/** 万㎡ in square metres, and 项. */
const area = { scale: 10_000, decimals: 2 };
const count = { scale: 1, decimals: 0 };

const valueOf = (input: number | string | null, format = area) => {
  const reading = readFigure(input, format);
  return reading.ok ? reading.value : reading.code;
};

describe('readFigure', () => {
  it('reads numbers as people write them into square metres', () => {
    // 1 234.5 万㎡ × 10 000 = 12 345 000 ㎡
    for (const text of [
      '1234.5',
      '1,234.5',
      '１，２３４．５',
      '１２３４．５',
      '+1234.5',
      ' 1,234.50 ',
      '　1234.5　',
      '1234.500',
    ]) {
      expect([text, valueOf(text)]).toEqual([text, 12_345_000]);
    }
    expect(valueOf(1234.5)).toBe(12_345_000);
    expect(valueOf('1,234,567')).toBe(12_345_670_000);
    expect(valueOf('007')).toBe(70_000);
    expect(valueOf('5', count)).toBe(5);
  });

  it('reads no float: 413.87 and 0.29 come out to the square metre', () => {
    // 0.29 × 10 000 = 2 900 exactly, while 0.29 * 10000 is 2899.9999999999995
    expect(valueOf('0.29')).toBe(2900);
    expect(valueOf(0.29)).toBe(2900);
    expect(valueOf('413.87')).toBe(4_138_700);
    expect(valueOf(413.87)).toBe(4_138_700);
  });

  it('reads zero and its signs as 0', () => {
    for (const zero of [0, -0, '0', '-0', '－0.00', '+0', '0.00']) expect(Object.is(valueOf(zero), 0)).toBe(true);
  });

  it('tells null from nothing', () => {
    expect(valueOf(null)).toBe('figure-null');
    for (const text of ['', ' ', '　', '\t']) expect(valueOf(text)).toBe('figure-empty');
  });

  it('refuses other notations', () => {
    const texts = ['1e3', '1E3', '１ｅ３', '0x10', '1,23', '12,34.5', '1234,567', '0,123', '12万', '(5)', '1.234,5'];
    for (const text of [...texts, '1 234', '1.', '.5', '5%', '1/2', '--5', '+-5', '1_000', '1’234', '1.2.3']) {
      expect([text, valueOf(text)]).toEqual([text, 'figure-notation']);
    }
  });

  it('refuses what is no number', () => {
    for (const text of ['NaN', 'Infinity', '-Infinity', 'null', '--', '无', '一百', '٣', '-', NaN, Infinity]) {
      expect([text, valueOf(text)]).toEqual([text, 'figure-not-a-number']);
    }
  });

  it('refuses what is below zero, unless an increment may be', () => {
    for (const input of ['-5', '－5', '−5', -5, '-0.01', -1e-9, -1e21])
      expect([input, valueOf(input)]).toEqual([input, 'figure-negative']);
    expect(readFigure('－5', { ...area, signed: true })).toEqual({ ok: true, value: -50_000 });
  });

  it('refuses more decimals than the indicator takes and never rounds', () => {
    for (const input of ['1.234', '0.001', 1.005, 1e-9, 0.1 + 0.2])
      expect([input, valueOf(input)]).toEqual([input, 'too-many-decimals']);
    expect(valueOf('1.5', count)).toBe('too-many-decimals');
    expect(valueOf('1.0', count)).toBe(1);
    expect(valueOf('1.23456', { scale: 10_000, decimals: 9 })).toBe('too-many-decimals');
  });

  it('refuses what a JSON number would not carry exactly', () => {
    // 15 digits in base units: 99 999 999 999.99 万㎡ is the last one with two decimals
    expect(valueOf('99999999999.99')).toBe(999_999_999_999_900);
    for (const input of ['100000000000', 1e21, '9'.repeat(64), 1e15])
      expect([input, valueOf(input)]).toEqual([input, 'figure-too-large']);
    expect(valueOf(largestFigure, count)).toBe(largestFigure);
    expect(valueOf(largestFigure + 1, count)).toBe('figure-too-large');
  });

  it('hands back the text that it refused', () => {
    expect(readFigure(' 12万 ', area)).toEqual({ ok: false, code: 'figure-notation', text: '12万' });
  });
});

const formats = tuple(integer({ min: 0, max: 6 }), integer({ min: 0, max: 6 })).map(([places, decimals]) => ({
  scale: 10 ** places,
  decimals: Math.min(places, decimals),
}));
const written = formats.chain((format) =>
  integer({ min: 0, max: Math.floor(largestFigure / (format.scale / 10 ** format.decimals)) }).map((units) => ({
    format,
    value: units * (format.scale / 10 ** format.decimals),
  })),
);

describe('formatFigure', () => {
  it('writes all decimals and no separators', () => {
    expect(formatFigure(12_345_000, area)).toBe('1234.50');
    expect(formatFigure(0, area)).toBe('0.00');
    expect(formatFigure(5, count)).toBe('5');
    expect(formatFigure(-50_000, area)).toBe('-5.00');
  });

  it('keeps digits that are finer than the decimals', () => {
    expect(formatFigure(12_345, area)).toBe('1.2345');
  });

  it('is undone by readFigure, for every figure that can be written', () => {
    assert(
      property(written, ({ format, value }) => {
        expect(readFigure(formatFigure(value, format), format)).toEqual({ ok: true, value });
      }),
    );
  });

  it('survives separators and full-width digits', () => {
    assert(
      property(written, ({ format, value }) => {
        const [whole = '', fraction] = formatFigure(value, format).split('.');
        const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
        const wide = grouped.replaceAll(/[0-9.,]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0));
        expect(readFigure(grouped, format)).toEqual({ ok: true, value });
        expect(readFigure(wide, format)).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('inUnit and inBaseUnits', () => {
  it('carry every figure through JSON and back', () => {
    assert(
      property(written, ({ format, value }) => {
        const sent = Number(JSON.parse(JSON.stringify(inUnit(value, format.scale))));
        expect(inBaseUnits(sent, format.scale)).toBe(value);
        expect(readFigure(sent, { ...format, decimals: 6 })).toEqual({ ok: true, value });
      }),
    );
  });
});
