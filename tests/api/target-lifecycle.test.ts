import { describe, expect, it } from 'vitest';
import { earliestMonth, readChange, readTarget, targetAt, type TargetIndicator } from '#api/targets/lifecycle.ts';

const area = {
  kind: 'flow',
  scale: 10_000,
  decimals: 2,
  short: { zh: '装配式面积', en: 'Prefabricated area' },
  unit: { zh: '万㎡', en: '10k m²' },
} as const;
const share = { ...area, kind: 'ratio' } as const;
const projects = { ...area, scale: 1, decimals: 0, unit: { zh: '项', en: 'projects' } } as const;

const codeOf = (input: number | string | null, indicator: TargetIndicator) => {
  const reading = readTarget(input, indicator);
  return reading.ok ? null : reading.code;
};

const first = { sequence: 1, effectiveMonth: 1 };
const raised = { sequence: 2, effectiveMonth: 7 };

describe('targetAt', () => {
  it('is the newest line that has taken effect', () => {
    expect(targetAt([first, raised], 6)).toBe(first);
    expect(targetAt([first, raised], 7)).toBe(raised);
    expect(targetAt([raised, first], 12)).toBe(raised);
  });

  it('is none before the first one takes effect', () => {
    expect(targetAt([raised], 6)).toBeNull();
    expect(targetAt([], 12)).toBeNull();
  });

  it('is the later of two lines of one month', () => {
    const again = { sequence: 3, effectiveMonth: 7 };
    expect(targetAt([first, again, raised], 7)).toBe(again);
  });
});

describe('earliestMonth', () => {
  it('is January for a first target and the newest month for any later one', () => {
    expect(earliestMonth([])).toBe(1);
    expect(earliestMonth([first, raised])).toBe(7);
  });
});

describe('readTarget', () => {
  it('reads the unit into base units', () => {
    // 650.5 万㎡ × 10 000 m²
    expect(readTarget('650.5', area)).toEqual({ ok: true, value: 6_505_000 });
    expect(readTarget(20, projects)).toEqual({ ok: true, value: 20 });
    expect(readTarget(0, area)).toEqual({ ok: true, value: 0 });
  });

  it('reads a share as per cent into ten-thousandths', () => {
    expect(readTarget('30', share)).toEqual({ ok: true, value: 3000 });
    expect(readTarget('32.25', share)).toEqual({ ok: true, value: 3225 });
    expect(readTarget(100, share)).toEqual({ ok: true, value: 10_000 });
  });

  it('refuses what a target cannot be', () => {
    expect(codeOf('100.01', share)).toBe('figure-too-large');
    expect(codeOf('30.123', share)).toBe('too-many-decimals');
    // The column's own unit is taken, another one's is not.
    expect(codeOf('30%', share)).toBeNull();
    expect(codeOf('30项', share)).toBe('figure-notation');
    expect(codeOf(1.5, projects)).toBe('too-many-decimals');
    expect(codeOf(-1, area)).toBe('figure-negative');
    expect(codeOf('', area)).toBe('figure-empty');
  });
});

describe('readChange', () => {
  const change = { amount: '650', effectiveMonth: 10, documentNumber: '浙建〔2020〕99号', reason: '调增年度目标' };

  it('gives the amount in base units', () => {
    expect(readChange(change, area, [first])).toEqual({ ok: true, amount: 6_500_000 });
  });

  it('names every field that is wrong, with the unit in which the amount is typed', () => {
    const wrong = { amount: 120, effectiveMonth: 6, documentNumber: ' ', reason: '调增' };
    expect(readChange(wrong, share, [first, raised])).toEqual({
      ok: false,
      problems: [
        {
          field: 'amount',
          code: 'figure-too-large',
          values: { indicator: share.short, text: '120', decimals: 2, unit: { zh: '%', en: '%' } },
        },
        { field: 'documentNumber', code: 'field-missing', values: { field: 'documentNumber' } },
        { field: 'reason', code: 'reason-required', values: {} },
        { field: 'effectiveMonth', code: 'effective-month-too-early', values: { month: 7 } },
      ],
    });
  });
});
