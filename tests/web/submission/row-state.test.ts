import { describe, expect, it } from 'vitest';
import { rowStateOf } from '#web/features/submissions/form/row-state.tsx';
import { sheetOf, typeInto } from '#web/features/submissions/form/sheet.ts';
import { subject } from './month.ts';

const month = subject();
const empty = sheetOf(month, null);
const typed = typeInto(month, empty, { code: 'area', field: 'cumulative' }, '400');
const read = { state: 'read', figure: { cumulative: 4_000_000, denominator: null } } as const;
const session = {
  phase: 'idle',
  typed,
  acknowledged: typed,
  sending: null,
  savedAt: '2020-10-19T01:12:00.000Z',
} as const;
const none: ReadonlySet<string> = new Set();

describe('the state of a row', () => {
  it('is saved where the server has its texts', () => {
    expect(rowStateOf('area', read, session, none)).toBe('saved');
  });

  it('is waiting, then saving, while the server has other texts', () => {
    expect(rowStateOf('area', read, { ...session, acknowledged: empty }, none)).toBe('waiting');
    expect(rowStateOf('area', read, { ...session, acknowledged: empty, sending: typed }, none)).toBe('saving');
  });

  it('is invalid whatever the server has', () => {
    const wrong = { state: 'invalid', problem: { is: 'pair', field: 'cumulative' } } as const;
    expect(rowStateOf('area', wrong, session, none)).toBe('invalid');
  });

  it('is in conflict where two persons’ texts differ', () => {
    const conflict = { ...session, phase: 'conflict' } as const;
    expect(rowStateOf('area', read, conflict, new Set(['area']))).toBe('conflict');
    expect(rowStateOf('area', read, conflict, none)).toBe('saved');
  });

  it('says nothing of a returned report that nobody has touched', () => {
    expect(rowStateOf('area', read, { ...session, savedAt: null }, none)).toBeNull();
    expect(rowStateOf('civil', { state: 'empty' }, session, none)).toBe('empty');
  });
});
